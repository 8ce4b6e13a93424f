// One contractor of the register: the entry, what is kept with them, and earlier views for when the next match is considered.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, lawDate } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf, goTo } from './routes.js';
import { statusText } from './insats-document.js';

const FACTS = [
  'name', 'contactDetails', 'unit', 'place', 'capacity', 'freePlaces', 'availableFrom', 'municipalAgreementRef', 'municipalAgreementFrom', 'municipalAgreementTo',
  'registeredAsResource', 'lastContact',
];

/** `<insats-contractor contractor="ID">` */
class InsatsContractor extends InsatsElement {
  async load() {
    return api.get(`contractors/${segment(this.getAttribute('contractor'))}`);
  }

  render(contractor) {
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: t('contractors.of', { number: contractor.number }) }));
    return [
      h('p', {}, label(contractor.type, `service.${contractor.type}`), ' ', chip(contractor.approval, t(`contractors.approval.${contractor.approval}`))),
      facts(contractor),
      this.#create(contractor),
      section(t('contractors.documents'), documents(contractor)),
      section(t('contractors.views'), views(contractor.views ?? [])),
      section(t('contractors.assignments'), assignments(contractor.earlierAssignments ?? [])),
    ];
  }

  #create(contractor) {
    const problems = h('div', { class: 'problems' });
    const make = async (kind) => {
      fill(problems);
      try {
        const made = await api.post(`contractors/${segment(contractor.id)}/documents`, { kind, fields: {} });
        announce(t('document.created'));
        goTo('contractorDocument', { contractor: contractor.id, id: made.id });
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    const buttons = (contractor.mayCreate ?? []).map(({ kind, label: name }) =>
      h('button', { type: 'button', class: 'quiet', 'data-kind': kind, on: { click: () => make(kind) } }, icon('plus'), name),
    );
    return [h('div', { class: 'buttons' }, buttons), problems];
  }
}

function facts(contractor) {
  const shown = FACTS.filter((name) => contractor[name] !== undefined && contractor[name] !== null).map((name) => [t(`contractors.${name}`), String(contractor[name])]);
  if (contractor.specialSkills?.length) {
    shown.push([t('contractors.specialSkills'), contractor.specialSkills.join(', ')]);
  }
  return h('dl', { class: 'facts' }, shown.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function documents(contractor) {
  const rows = (contractor.documents ?? []).map((document) => [
    h('a', { href: addressOf('contractorDocument', { contractor: contractor.id, id: document.id }) }, document.label),
    document.name,
    chip(document.status, statusText(document.kind, document.status)),
    lawDate(document.documentDate),
  ]);
  const headings = ['kind', 'name', 'status', 'date'].map((key) => t(`contractors.document.${key}`));
  return rows.length ? table(t('contractors.documents'), headings, rows) : emptyState(t('contractors.noDocuments'));
}

function views(all) {
  const rows = all.map((view) => [lawDate(view.date), t(`contractors.view.${view.kind ?? 'VIEW'}`), view.text ?? '', view.outcome ?? '']);
  const headings = ['date', 'kind', 'text', 'outcome'].map((key) => t(`contractors.view.column.${key}`));
  return rows.length ? table(t('contractors.views'), headings, rows) : emptyState(t('contractors.noViews'));
}

function assignments(all) {
  const rows = all.map(({ caseNumber, agreed }) => [caseNumber, lawDate(agreed)]);
  const headings = ['case', 'agreed'].map((key) => t(`contractors.assignment.${key}`));
  return rows.length ? table(t('contractors.assignments'), headings, rows) : emptyState(t('contractors.noAssignments'));
}

define('insats-contractor', InsatsContractor);
