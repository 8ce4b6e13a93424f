// One document of a case: its fields, the acts allowed on it, its versions and its record.
import { actForm, actsOf, focusFirst } from './act-form.js';
import { api, segment } from './api.js';
import { CaseContext, contractorAsCase } from './case-context.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, moment } from './dom.js';
import { label, t } from './i18n.js';
import { typeOf } from './kinds.js';
import { DocumentModel } from './model.js';
import { openContent, openPrint } from './pdf.js';
import { goTo } from './routes.js';
import './insats-form.js';

/** Text of a document's status, which may differ by kind; the repository's own where no other is known. */
export function statusText({ kind, status, statusLabel }) {
  return label(statusLabel ?? status, `status.${kind}.${status}`);
}

/** `<insats-document case="2026-000123" document="ID">`; with `contractor="ID"` for what is kept with a contractor, with or without the case it was reported from */
class InsatsDocument extends InsatsElement {
  #editing = false;

  async load() {
    const number = this.getAttribute('case');
    const contractor = this.getAttribute('contractor');
    const [document, overview, file] = await Promise.all([
      api.get(`documents/${segment(this.getAttribute('document'))}`),
      number ? api.get(`cases/${segment(number)}`) : {},
      contractor ? contractorAsCase(contractor) : null,
    ]);
    // Who reported something from a case does not see the register, but knows which intervention it was about.
    const surroundings = file ? { ...file, interventions: [...file.interventions, ...interventionsOf(overview)] } : overview;
    return { document, overview: surroundings, model: await DocumentModel.of(document.kind) };
  }

  render({ document, overview, model }) {
    const context = CaseContext.ofOverview(overview, document);
    const kind = label(document.label ?? document.kind, `kind.${document.kind}`);
    const title = t(this.hasAttribute('contractor') ? 'document.titleAtContractor' : 'document.titleOf', { kind, number: document.caseNumber });
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: title }));
    return [
      this.#head(document),
      this.#actions(document),
      section(t('document.fields'), this.#form(document, context, model)),
      section(t('document.versions'), versionTable(document, overview.names ?? {})),
    ];
  }

  #head(document) {
    return h(
      'div',
      { class: 'doc-head' },
      h('p', {}, chip(document.status, statusText(document))),
      h('p', { class: 'hint' }, `${document.name} · ${t('document.version', { version: document.version })}`),
      h(
        'p',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'quiet', on: { click: () => this.#open(() => openContent(document.id)) } }, icon('document'), t('document.open')),
        h('button', { type: 'button', class: 'quiet', on: { click: () => this.#open(() => openPrint(`documents/${segment(document.id)}/form.pdf`)) } }, icon('scans'), t('document.print')),
      ),
      manual(document.manual),
      offeredForms(document.forms ?? []),
      hints(document.hints ?? []),
      h('div', { class: 'problems', 'data-problems': true }),
    );
  }

  async #open(open) {
    const problems = this.querySelector('[data-problems]');
    fill(problems);
    try {
      await open();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  }

  #form(document, context, model) {
    const form = window.document.createElement('insats-form');
    form.type = typeOf(document.kind);
    form.mode = this.#editing ? 'edit' : 'view';
    form.values = shownValues(document);
    form.model = model;
    form.listed = document.choices ?? {};
    form.context = context;
    form.onCancel = () => this.#edit(false);
    form.onSubmit = async (fields) => {
      await api.put(`documents/${segment(document.id)}`, { version: document.version, fields: model.toFields(fields) });
      announce(t('document.saved'));
      await this.#edit(false);
    };
    return [
      form,
      !this.#editing && document.editable
        ? h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', on: { click: () => this.#edit(true) } }, icon('draft'), t('document.edit')))
        : null,
    ];
  }

  async #edit(on) {
    this.#editing = on;
    await this.reload();
    this.querySelector(on ? 'form input:not([type=hidden]), form select, form textarea' : 'h2')?.focus();
  }

  #actions(document) {
    const acts = actsOf(document);
    if (acts.length === 0) {
      return null;
    }
    const place = h('div', { class: 'action-form' });
    const buttons = acts.map((act) =>
      h('button', { type: 'button', class: ['markErroneous', 'deleteDraft'].includes(act.name) ? 'quiet' : 'primary', 'data-act': act.name, on: { click: () => this.#act(act, document, place) } }, act.label),
    );
    return section(t('document.acts'), h('div', { class: 'buttons' }, buttons), place);
  }

  #act(act, document, place) {
    const done = async () => {
      if (act.name === 'deleteDraft') {
        const contractor = this.getAttribute('contractor');
        goTo(...(contractor && !this.getAttribute('case') ? ['contractor', { id: contractor }] : ['case', { number: this.getAttribute('case') ?? document.caseNumber }]));
        return;
      }
      this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
      await this.reload();
    };
    const form = actForm(document, act, { done, cancel: () => fill(place) });
    fill(place, form);
    focusFirst(form);
  }
}

function interventionsOf({ caseNumber, interventions = [] }) {
  return interventions.map(({ id, service }) => ({ id, label: `${caseNumber} ${label(service, `service.${service}`)}` }));
}

// Where the municipality tells how the step is done.
function manual(link) {
  return /^https?:\/\//.test(link ?? '')
    ? h('p', { 'data-manual': true }, h('a', { href: link, rel: 'noreferrer', target: '_blank' }, t('document.manual')))
    : null;
}

// What is better done otherwise, while the document is written.
function hints(list) {
  return list.length ? h('ul', { class: 'hint', 'data-hints': true }, list.map(({ text }) => h('li', {}, text))) : null;
}

// Documentation support that the routine offers; without an address the name tells which form to look for.
function offeredForms(forms) {
  if (forms.length === 0) {
    return null;
  }
  const each = ({ title, link }) => h('li', {}, /^https?:\/\//.test(link ?? '') ? h('a', { href: link, rel: 'noreferrer', target: '_blank' }, title) : title);
  return h('div', { class: 'hint', 'data-forms': true }, h('p', {}, t('document.forms')), h('ul', {}, forms.map(each)));
}

function versionTable(document, names) {
  const headings = ['document.number', 'document.when', 'document.who'].map((key) => t(key));
  const rows = (document.versions ?? []).map((version) => [
    [version.label, version.label === document.record?.version ? h('span', { class: 'hint' }, ` ${t('document.isRecord')}`) : null],
    moment(version.modified),
    version.modifierName ?? names[version.modifier] ?? version.modifier,
  ]);
  return rows.length ? table(t('document.versions'), headings, rows) : emptyState(t('document.noVersions'));
}

// What the repository keeps beside the fields of a kind, under the ids that the forms use.
function shownValues(document) {
  return {
    ...document.fields,
    'ins:caseNumber': document.caseNumber,
    'ins:status': document.status,
    'ins:recordEvent': document.record?.event,
    'ins:recordedAt': document.record?.at,
    'ins:recordedBy': document.record?.by,
  };
}

define('insats-document', InsatsDocument);
