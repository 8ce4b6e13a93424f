// A form drawn from the configuration that Share reads: the same sets, fields, order, labels and controls.
import { CaseContext } from './case-context.js';
import { createControl, isControl, isGroup, showValue } from './controls.js';
import { define, errorBox, InsatsElement } from './element.js';
import { fill, h, uniqueId } from './dom.js';
import { language, t } from './i18n.js';
import { NO_MODEL, plainName } from './model.js';
import { formOf, formTexts } from './share-config.js';

/**
 * `<insats-form>`. Set before it is put on the page: `type` (prefixed), `mode` (`create`, `edit`, `view`), `values` (by field id, with or without prefix),
 * `model` (allowed values, and what only the repository sets), `listed` (by field, values that the routine lists), `leaveOut` (ids of fields not to draw), `context`, `submitText`, `mandatoryText`, `onSubmit(values)` (may be async; a refusal is shown in the form), `onCancel`.
 */
export class InsatsForm extends InsatsElement {
  type = '';
  mode = 'view';
  values = {};
  model = NO_MODEL;
  listed = {};
  context = CaseContext.none();
  submitText = null;
  mandatoryText = null;
  onSubmit = null;
  onCancel = null;
  leaveOut = new Set();
  #changed = new Map();
  #conditional = [];

  async load() {
    const [sets, text] = await Promise.all([formOf(this.type, this.mode), formTexts(language())]);
    if (!sets && !this.model.isKnown) {
      throw new Error(t('form.none', { type: this.type }));
    }
    const isLeftOut = (field) => this.leaveOut.has(field.id) || (this.mode === 'view' && !this.#belongs(field));
    const drawn = (sets ?? this.model.plainForm(this.mode))
      .map((set) => ({ ...set, fields: set.fields.filter((field) => !isLeftOut(field)) }))
      .filter((set) => set.fields.length > 0);
    return this.mode === 'view' ? { text, shown: await this.#shown(drawn) } : { text, sets: drawn };
  }

  async #shown(sets) {
    const show = async (field) => ({ field, value: await showValue(this.#control(field), this.#fieldOptions(field)) });
    return Promise.all(sets.map(async (set) => ({ ...set, fields: await Promise.all(set.fields.map(show)) })));
  }

  #value(id) {
    return this.#changed.get(id) ?? this.values[id] ?? this.values[plainName(id)];
  }

  // A field may hold for some values of another only: "insctr:variant=CONTACT_PERSON,CONTACT_FAMILY". What is written in it already stays in sight.
  #belongs({ id, params }) {
    const [other, values] = (params.onlyWhen ?? '').split('=');
    return !values || Boolean(this.#value(id)) || values.split(',').includes(this.#value(other));
  }

  #showWhatBelongs() {
    this.#conditional.forEach(({ field, place }) => {
      place.hidden = !this.#belongs(field);
    });
    this.querySelectorAll('form .set').forEach((set) => {
      set.hidden = [...set.querySelectorAll('.field')].every((place) => place.hidden);
    });
  }

  // A text whose values the routine lists is chosen, not written.
  #control(field) {
    const name = controlName(field);
    return this.listed[plainName(field.id)] && ['text', 'textarea'].includes(name) ? 'selectone' : name;
  }

  #fieldOptions(field) {
    return {
      value: asText(this.#value(field.id)),
      params: { ...field.params, goals: asText(this.#value('ins:goals')) },
      options: this.listed[plainName(field.id)] ?? this.model.choices(field.id),
      context: this.context,
    };
  }

  render({ text, sets, shown }) {
    return this.mode === 'view' ? this.#view(shown, text) : this.#form(sets, text);
  }

  #view(sets, text) {
    // What is empty is left out, unless it has to be filled in: a reader looks for what the document says and for what it lacks.
    const told = sets
      .map((set) => ({ ...set, fields: set.fields.filter(({ field, value }) => value !== '' || field.mandatory) }))
      .filter((set) => set.fields.length > 0);
    const line = ({ field, value }) => [
      h('dt', {}, labelOf(field, text)),
      h('dd', {}, value === '' ? h('span', { class: 'missing' }, t('form.missing')) : value),
    ];
    return told.map((set) =>
      h('div', { class: 'set' }, set.label ? h('h3', {}, text(set.label)) : null, h('dl', { class: 'fields' }, set.fields.map(line))),
    );
  }

  #form(sets, text) {
    this.#conditional = [];
    const problems = h('div', { class: 'problems' });
    const submit = h('button', { type: 'submit', class: 'primary' }, this.submitText ?? t('form.save'));
    const cancel = this.onCancel ? h('button', { type: 'button', class: 'quiet', on: { click: () => this.onCancel() } }, t('form.cancel')) : null;
    const anyMandatory = sets.some((set) => set.fields.some((field) => field.mandatory));
    return h(
      'form',
      { novalidate: true, class: 'form', on: { submit: (event) => this.#submit(event, submit, problems) } },
      anyMandatory ? h('p', { class: 'hint' }, this.mandatoryText ?? t('form.mandatory')) : null,
      sets.map((set) => this.#set(set, text)),
      problems,
      h('div', { class: 'buttons' }, submit, cancel),
    );
  }

  #set(set, text) {
    const fields = set.fields.map((field) => this.#field(field, text));
    const hidden = fields.every((place) => place.hidden);
    return set.label ? h('fieldset', { class: 'set', hidden }, h('legend', {}, text(set.label)), fields) : h('div', { class: 'set', hidden }, fields);
  }

  #field(field, text) {
    const name = this.#control(field);
    const id = uniqueId('field');
    const helpId = field.helpId ? `${id}-help` : undefined;
    const control = createControl(name, {
      ...this.#fieldOptions(field),
      id,
      readOnly: field.readOnly || this.model.isReadOnly(field.id),
      mandatory: field.mandatory,
      describedBy: helpId,
      onChange: (value) => {
        this.#changed.set(field.id, value);
        this.#showWhatBelongs();
      },
    });
    const labelText = [labelOf(field, text), field.mandatory ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null];
    const help = helpId ? h('p', { class: 'help', id: helpId }, text(field.helpId)) : null;
    const isOne = !isGroup(name);
    if (!isOne) {
      control.setAttribute('aria-labelledby', `${id}-label`);
    }
    const label = isOne ? h('label', { for: id }, labelText) : h('div', { class: 'label', id: `${id}-label` }, labelText);
    const place = h('div', { class: 'field', 'data-field': field.id, hidden: !this.#belongs(field) }, label, help, control);
    if (field.params.onlyWhen) {
      this.#conditional.push({ field, place });
    }
    return place;
  }

  async #submit(event, button, problems) {
    event.preventDefault();
    const wrong = this.querySelector('[aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
      return;
    }
    button.disabled = true;
    fill(problems);
    try {
      await this.onSubmit?.(Object.fromEntries(this.#changed));
    } catch (error) {
      fill(problems, errorBox(error));
      this.#pointAt(error.field);
    } finally {
      button.disabled = false;
    }
  }

  // A refusal that names its field puts the reader there; the field's id may come with or without its prefix.
  #pointAt(fieldName) {
    const holder = [...this.querySelectorAll('[data-field]')].find(
      (element) => fieldName && (element.dataset.field === fieldName || element.dataset.field.split(':')[1] === fieldName),
    );
    const control = holder?.querySelector('input:not([type=hidden]),select,textarea,button');
    control?.setAttribute('aria-invalid', 'true');
    control?.addEventListener('input', () => control.removeAttribute('aria-invalid'), { once: true });
    control?.focus();
  }
}

// A form of the configuration names its texts, one made of the model alone has them from the repository.
function labelOf(field, text) {
  return field.label ?? text(field.labelId ?? field.id);
}

function asText(value) {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function controlName(field) {
  const name = field.params.control ?? /([^/]+)\.ftl$/.exec(field.control ?? '')?.[1];
  return name && isControl(name) ? name : 'text';
}

define('insats-form', InsatsForm);
