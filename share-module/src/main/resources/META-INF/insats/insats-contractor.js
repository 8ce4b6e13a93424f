// One contractor of the register: the entry, what approval still lacks, what is kept with them, and where they were engaged.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, InsatsElement, section, table } from './element.js';
import { h, icon, lawDate } from './dom.js';
import { entryForm } from './entry-form.js';
import { label, t } from './i18n.js';
import { TONE } from './insats-contractors.js';
import { statusText } from './insats-document.js';
import { addressOf } from './routes.js';

const INVESTIGATION = 'contractorInvestigation';
const FACTS = [
  'contactDetails', 'unit', 'place', 'capacity', 'freePlaces', 'availableFrom', 'municipalAgreementRef', 'municipalAgreementFrom', 'municipalAgreementTo',
  'registeredAsResource', 'lastContact',
];

/** `<insats-contractor contractor="ID">` */
class InsatsContractor extends InsatsElement {
  #editing = false;

  async load() {
    return api.get(`contractors/${segment(this.getAttribute('contractor'))}`);
  }

  render(contractor) {
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: t('contractors.of', { number: contractor.number }) }));
    return [
      this.#entry(contractor),
      approval(contractor),
      documents(contractor),
      views(contractor.views ?? []),
      section(t('contractors.assignments'), assignments(contractor.earlierAssignments ?? [])),
    ];
  }

  #entry(contractor) {
    const name = contractor.name ?? t('contractors.one');
    if (this.#editing) {
      const send = async (values) => {
        await api.put(`contractors/${segment(contractor.id)}`, { version: contractor.version, ...values });
        announce(t('contractors.saved'));
        await this.#edit(false);
      };
      return section(name, entryForm(contractor, { submit: t('form.save'), send, cancel: () => this.#edit(false) }));
    }
    return section(
      name,
      h('p', { class: 'line' }, label(contractor.type, `service.${contractor.type}`), chip(TONE[contractor.approval] ?? contractor.approval, t(`contractors.approval.${contractor.approval}`))),
      facts(contractor),
      contractor.mayEdit
        ? h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet', 'data-edit': true, on: { click: () => this.#edit(true) } }, icon('draft'), t('contractors.edit')))
        : null,
    );
  }

  async #edit(on) {
    this.#editing = on;
    await this.reload();
    this.querySelector(on ? 'form input' : '[data-edit]')?.focus();
  }
}

function facts(contractor) {
  const shown = FACTS.filter((name) => contractor[name] !== undefined && contractor[name] !== null && contractor[name] !== '').map((name) => [
    t(`contractors.${name}`),
    String(contractor[name]),
  ]);
  if (contractor.specialSkills?.length) {
    shown.push([t('contractors.skill'), contractor.specialSkills.join(', ')]);
  }
  return h('dl', { class: 'facts' }, shown.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

// What stands between the contractor and a match: nothing where approval is given.
function approval(contractor) {
  if (contractor.approval !== 'MISSING') {
    return null;
  }
  const steps = contractor.openSteps ?? [];
  const underWay = (contractor.documents ?? []).filter(({ kind, erroneous }) => kind === INVESTIGATION && !erroneous).at(-1);
  return section(
    t('contractors.lacking'),
    h('p', { class: 'hint' }, t('contractors.lackingWhy')),
    underWay ? h('p', {}, h('a', { href: addressOf('contractorDocument', { contractor: contractor.id, id: underWay.id }) }, t('contractors.investigation'))) : h('p', {}, t('contractors.notBegun')),
    steps.length ? h('ul', { class: 'missing-steps' }, steps.map(({ text }) => h('li', {}, text))) : h('p', { class: 'hint' }, t('contractors.complete')),
  );
}

function documents(contractor) {
  const rows = (contractor.documents ?? []).map((document) => [
    h('a', { href: addressOf('contractorDocument', { contractor: contractor.id, id: document.id }) }, document.label),
    document.name.replace(/\.pdf$/, ''),
    chip(document.status, statusText(document)),
    lawDate(document.documentDate),
  ]);
  const headings = ['kind', 'name', 'status', 'date'].map((key) => t(`contractors.document.${key}`));
  return section(
    t('contractors.documents'),
    rows.length ? table(t('contractors.documents'), headings, rows) : emptyState(t('contractors.noDocuments')),
    contractor.mayCreate?.length ? h('h3', {}, t('contractors.new')) : null,
    h(
      'div',
      { class: 'buttons' },
      (contractor.mayCreate ?? []).map(({ kind, label: name }) =>
        h('a', { class: 'button', 'data-kind': kind, href: addressOf('newContractorDocument', { contractor: contractor.id, kind }) }, icon('plus'), name),
      ),
    ),
  );
}

function views(all) {
  const rows = all.map((view) => [
    lawDate(view.date),
    [t(`contractors.view.${view.kind ?? 'VIEW'}`), view.serious ? h('span', { class: 'block' }, chip('OVERDUE', t('contractors.view.serious'))) : null],
    view.text ?? '',
    view.outcome ?? '',
  ]);
  const headings = ['date', 'kind', 'text', 'outcome'].map((key) => t(`contractors.view.column.${key}`));
  return section(t('contractors.views'), rows.length ? table(t('contractors.views'), headings, rows) : emptyState(t('contractors.noViews')));
}

function assignments(all) {
  const rows = all.map(({ caseNumber, agreed }) => [caseNumber, lawDate(agreed)]);
  const headings = ['case', 'agreed'].map((key) => t(`contractors.assignment.${key}`));
  return rows.length ? table(t('contractors.assignments'), headings, rows) : emptyState(t('contractors.noAssignments'));
}

define('insats-contractor', InsatsContractor);
