// One document of a case: its fields, the acts allowed on it, its versions and its record.
import { ACTION_FIELDS, WEIGHTY } from './actions.js';
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { createControl } from './controls.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, moment, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { typeOf } from './kinds.js';
import { openContent } from './insats-scan-queue.js';
import './insats-form.js';

/** Text of a document's status, which may differ by kind. */
export function statusText(kind, status) {
  return label(status, `status.${kind}.${status}`, `status.${status}`);
}

/** The allowed values of a document kind by field id, as `GET model/{kind}` gives them. */
export async function choicesOf(kind) {
  const { fields = [] } = await api.get(`model/${segment(kind)}`);
  return Object.fromEntries(fields.filter((field) => field.values?.length).map((field) => [field.name, field.values.map(choiceOf)]));
}

function choiceOf(value) {
  return typeof value === 'string' ? { value, label: value } : { value: value.value ?? value.id, label: value.label ?? value.value ?? value.id };
}

/** `<insats-document case="2026-000123" document="ID">` */
class InsatsDocument extends InsatsElement {
  #editing = false;

  async load() {
    const caseNumber = this.getAttribute('case');
    const [document, overview] = await Promise.all([
      api.get(`documents/${segment(this.getAttribute('document'))}`),
      api.get(`cases/${segment(caseNumber)}`),
    ]);
    return { document, overview, choices: await choicesOf(document.kind) };
  }

  render({ document, overview, choices }) {
    const context = CaseContext.ofOverview(overview);
    const title = t('document.titleOf', { kind: label(document.kind, `kind.${document.kind}`), number: overview.caseNumber });
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: title }));
    return [
      this.#head(document),
      this.#actions(document, context),
      section(t('document.fields'), this.#form(document, context, choices)),
      section(t('document.versions'), this.#versions(document, overview)),
    ];
  }

  #head(document) {
    return h(
      'div',
      { class: 'doc-head' },
      h('p', {}, chip(document.status, statusText(document.kind, document.status))),
      h('p', { class: 'hint' }, `${document.name} · ${t('document.version', { version: document.version })}`),
      h(
        'p',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'quiet', on: { click: () => this.#open(() => openContent(document.id)) } }, icon('document'), t('document.open')),
        h('button', { type: 'button', class: 'quiet', on: { click: () => this.#open(() => printForm(document.id)) } }, icon('scans'), t('document.print')),
      ),
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

  #form(document, context, choices) {
    const form = window.document.createElement('insats-form');
    form.type = typeOf(document.kind);
    form.mode = this.#editing ? 'edit' : 'view';
    form.values = document.fields ?? {};
    form.choices = choices;
    form.context = context;
    form.onCancel = () => this.#edit(false);
    form.onSubmit = async (fields) => {
      await api.put(`documents/${segment(document.id)}`, { version: document.version, fields });
      announce(t('document.saved'));
      await this.#edit(false);
    };
    const mayEdit = document.editable ?? document.mayEdit ?? (document.actions ?? []).map(nameOf).includes('edit');
    return [
      form,
      !this.#editing && mayEdit
        ? h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', on: { click: () => this.#edit(true) } }, icon('draft'), t('document.edit')))
        : null,
    ];
  }

  async #edit(on) {
    this.#editing = on;
    await this.reload();
    this.querySelector(on ? 'form input:not([type=hidden]), form select, form textarea' : 'h2')?.focus();
  }

  #actions(document, context) {
    const names = (document.actions ?? []).map(nameOf).filter((name) => name !== 'edit');
    if (names.length === 0) {
      return null;
    }
    const place = h('div', { class: 'action-form' });
    const buttons = names.map((name) =>
      h('button', { type: 'button', class: name === 'markErroneous' ? 'quiet' : 'primary', on: { click: () => this.#act(name, document, context, place) } }, actionText(name)),
    );
    return section(t('document.acts'), h('div', { class: 'buttons' }, buttons), place);
  }

  #act(name, document, context, place) {
    const values = {};
    const problems = h('div', { class: 'problems' });
    const fields = (ACTION_FIELDS[name] ?? []).map((field) => actionField(field, context, values));
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        await api.post(`documents/${segment(document.id)}/actions/${segment(name)}`, { version: document.version, ...values });
        announce(t('document.acted', { act: actionText(name) }));
        this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    const form = h(
      'form',
      { class: 'form', novalidate: true, on: { submit } },
      h('h3', {}, actionText(name)),
      WEIGHTY.has(name) ? h('p', { class: 'hint' }, t('document.weighty')) : null,
      fields,
      problems,
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'submit', class: 'primary' }, t('document.perform', { act: actionText(name) })),
        h('button', { type: 'button', class: 'quiet', on: { click: () => fill(place) } }, t('form.cancel')),
      ),
    );
    fill(place, form);
    (form.querySelector('input:not(.picker),select,textarea') ?? form.querySelector('button')).focus();
  }

  #versions(document, overview) {
    const listed = document.versions ?? overview.documents?.find((candidate) => candidate.id === document.id)?.versions;
    if (!Array.isArray(listed) || listed.length === 0) {
      return emptyState(t('document.noVersions'));
    }
    const headings = ['document.number', 'document.when', 'document.who', 'document.why'].map((key) => t(key));
    const rows = listed.map((version) => [
      version.version ?? version.label ?? version.id ?? version,
      moment(version.modified ?? version.created ?? version.at ?? version.date),
      version.modifierName ?? version.modifier ?? version.creator ?? version.by ?? '',
      label(version.comment ?? '', `recordEvent.${version.comment}`, `recordEvent.${version.recordEvent}`),
    ]);
    return table(t('document.versions'), headings, rows);
  }
}

function nameOf(action) {
  return typeof action === 'string' ? action : (action.name ?? action.action ?? action.id);
}

function actionText(name) {
  return label(name, `action.${name}`);
}

function actionField(field, context, values) {
  const id = uniqueId('act');
  const control = createControl(field.control, {
    id,
    value: '',
    readOnly: false,
    mandatory: Boolean(field.mandatory),
    params: {},
    options: (field.values ?? []).map((value) => ({ value, label: t(`${field.group}.${value}`) })),
    context,
    onChange: (value) => {
      values[field.name] = value || undefined;
    },
  });
  const marker = field.mandatory ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null;
  return h('div', { class: 'field' }, h('label', { for: id }, t(`actionField.${field.name}`), marker), control);
}

async function printForm(id) {
  const blob = await api.blob(`documents/${segment(id)}/form.pdf`);
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  window.open(address, '_blank', 'noopener');
  window.setTimeout(() => URL.revokeObjectURL(address), 60000);
}

define('insats-document', InsatsDocument);
