// A new document of a case or of a contractor's file, written with the form that Share has for its type.
import { api, segment } from './api.js';
import { CaseContext, contractorAsCase } from './case-context.js';
import { announce, define, InsatsElement } from './element.js';
import { label, t } from './i18n.js';
import { OF_THE_CASE, typeOf } from './kinds.js';
import { DocumentModel } from './model.js';
import { goTo } from './routes.js';
import './insats-form.js';

/**
 * `<insats-new-document case="2026-000123" kind="order">`; with `contractor="ID"` in the contractor's file, and there with `case` what is reported
 * from an intervention of that case.
 */
class InsatsNewDocument extends InsatsElement {
  async load() {
    const number = this.getAttribute('case');
    const contractor = this.getAttribute('contractor');
    const [overview, file, model] = await Promise.all([
      number ? api.get(`cases/${segment(number)}`) : {},
      contractor ? contractorAsCase(contractor) : null,
      DocumentModel.of(this.getAttribute('kind')),
    ]);
    return { overview, file, model };
  }

  render({ overview, file, model }) {
    const kind = this.getAttribute('kind');
    const title = t('document.newTitle', { kind: label(model.label, `kind.${kind}`) });
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: title }));
    const target = file ? this.#inFile(overview, kind) : this.#inCase(overview, kind);
    const form = document.createElement('insats-form');
    form.type = typeOf(kind);
    form.mode = 'create';
    form.model = model;
    form.leaveOut = new Set(Object.keys(target.given).map((name) => `${typeOf(kind).split(':')[0]}:${name}`));
    form.context = CaseContext.ofOverview(file ?? overview);
    form.submitText = t('document.create');
    form.onCancel = () => goTo(...target.back);
    form.onSubmit = async (fields) => {
      const made = await api.post(target.path, { kind, interventionId: target.interventionId, fields: { ...target.given, ...model.toFields(fields) } });
      announce(t('document.created'));
      goTo(...target.made(made.id));
    };
    return form;
  }

  #inCase(overview, kind) {
    const number = overview.caseNumber;
    return {
      path: `cases/${segment(number)}/documents`,
      interventionId: OF_THE_CASE.has(kind) ? undefined : overview.interventions?.[0]?.id,
      given: {},
      back: ['case', { number }],
      made: (id) => ['document', { number, id }],
    };
  }

  // What the case says of it, for example which intervention a complaint concerns, is not asked again.
  #inFile(overview, kind) {
    const contractor = this.getAttribute('contractor');
    const number = overview.caseNumber;
    const offered = (overview.interventions ?? []).filter((each) => each.contractor?.id === contractor).flatMap((each) => each.contractor.mayWrite);
    return {
      path: `contractors/${segment(contractor)}/documents`,
      interventionId: undefined,
      given: offered.find((each) => each.kind === kind)?.fields ?? {},
      back: number ? ['case', { number }] : ['contractor', { id: contractor }],
      made: (id) => ['contractorDocument', { contractor, id, number }],
    };
  }
}

define('insats-new-document', InsatsNewDocument);
