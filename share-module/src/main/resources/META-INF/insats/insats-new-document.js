// A new document of a case or of a contractor's file, written with the form that Share has for its type.
import { api, segment } from './api.js';
import { CaseContext, contractorAsCase } from './case-context.js';
import { announce, define, InsatsElement } from './element.js';
import { h, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { OF_THE_CASE, typeOf } from './kinds.js';
import { DocumentModel } from './model.js';
import { openPrint } from './pdf.js';
import { goTo } from './routes.js';
import './insats-form.js';

const OVER = new Set(['ENDED', 'WITHDRAWN', 'DECLINED']);

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
      DocumentModel.of(this.getAttribute('kind'), contractor ? null : number),
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
    form.listed = model.listed;
    form.leaveOut = new Set(Object.keys(target.given).map((name) => `${typeOf(kind).split(':')[0]}:${name}`));
    form.context = CaseContext.ofOverview(file ?? overview, { choices: model.listed });
    form.submitText = t('document.create');
    form.onCancel = () => goTo(...target.back);
    form.onSubmit = async (fields) => {
      const made = await api.post(target.path, { kind, interventionId: target.interventionId, fields: { ...target.given, ...model.toFields(fields) } });
      announce(t('document.created'));
      goTo(...target.made(made.id));
    };
    return [file || OF_THE_CASE.has(kind) ? null : this.#which(overview, target), form, file ? null : this.#blankForm(overview.caseNumber, kind)];
  }

  // Where a case has several interventions, which of them the document is about.
  #which({ interventions = [] }, target) {
    if (interventions.length < 2) {
      return null;
    }
    const id = uniqueId('intervention');
    const name = ({ service, state }) => `${label(service, `service.${service}`)} (${label(state, `interventionState.${state}`)})`;
    const select = h('select', { id }, interventions.map((each) => h('option', { value: each.id, selected: each.id === target.interventionId }, name(each))));
    select.addEventListener('change', () => {
      target.interventionId = select.value;
    });
    return h('div', { class: 'field' }, h('label', { for: id }, t('document.about')), select);
  }

  // To be filled in by hand; its scan comes back to the case.
  #blankForm(caseNumber, kind) {
    const print = () => openPrint(`forms/${segment(kind)}/blank.pdf?case=${encodeURIComponent(caseNumber)}`);
    return h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: print } }, t('document.printBlank')));
  }

  #inCase(overview, kind) {
    const number = overview.caseNumber;
    const { interventions = [] } = overview;
    const going = interventions.find(({ state }) => !OVER.has(state)) ?? interventions[0];
    return {
      path: `cases/${segment(number)}/documents`,
      interventionId: OF_THE_CASE.has(kind) ? undefined : going?.id,
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
