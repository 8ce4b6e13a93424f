// Shows each form of the shipped configuration as it is drawn, without a document behind it.
import { define, InsatsElement } from './element.js';
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { MADE_BY_FORM, typeOf } from './kinds.js';
import { DocumentModel } from './model.js';
import './insats-form.js';

/** `<insats-form-preview>`: a choice of kind and mode, and the form. Nothing is saved. */
class InsatsFormPreview extends InsatsElement {
  render() {
    const place = h('div', { class: 'card' });
    const select = (id, values, textOf) => h('select', { id }, values.map((value) => h('option', { value }, textOf(value))));
    const kind = select('preview-kind', MADE_BY_FORM, (value) => t(`kind.${value}`));
    const mode = select('preview-mode', ['create', 'edit', 'view'], (value) => t(`preview.${value}`));
    const show = async () => {
      const form = document.createElement('insats-form');
      form.type = typeOf(kind.value);
      form.mode = mode.value;
      form.model = await DocumentModel.of(kind.value);
      fill(place, form);
    };
    kind.addEventListener('change', show);
    mode.addEventListener('change', show);
    show();
    return [
      h('div', { class: 'line' }, h('label', { for: 'preview-kind' }, t('preview.kind')), kind, h('label', { for: 'preview-mode' }, t('preview.mode')), mode),
      place,
    ];
  }
}

define('insats-form-preview', InsatsFormPreview);
