// A new document of a case, written with the form that Share has for its type.
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { announce, define, InsatsElement } from './element.js';
import { label, t } from './i18n.js';
import { OF_THE_CASE, typeOf } from './kinds.js';
import { DocumentModel } from './model.js';
import { goTo } from './routes.js';
import './insats-form.js';

/** `<insats-new-document case="2026-000123" kind="order">` */
class InsatsNewDocument extends InsatsElement {
  async load() {
    const [overview, model] = await Promise.all([api.get(`cases/${segment(this.getAttribute('case'))}`), DocumentModel.of(this.getAttribute('kind'))]);
    return { overview, model };
  }

  render({ overview, model }) {
    const kind = this.getAttribute('kind');
    const title = t('document.newTitle', { kind: label(model.label, `kind.${kind}`) });
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: title }));
    const form = document.createElement('insats-form');
    form.type = typeOf(kind);
    form.mode = 'create';
    form.model = model;
    form.context = CaseContext.ofOverview(overview);
    form.submitText = t('document.create');
    form.onCancel = () => {
      goTo('case', { number: overview.caseNumber });
    };
    form.onSubmit = async (fields) => {
      const interventionId = OF_THE_CASE.has(kind) ? undefined : overview.interventions?.[0]?.id;
      const made = await api.post(`cases/${segment(overview.caseNumber)}/documents`, { kind, interventionId, fields: model.toFields(fields) });
      announce(t('document.created'));
      goTo('document', { number: overview.caseNumber, id: made.id });
    };
    return form;
  }
}

define('insats-new-document', InsatsNewDocument);
