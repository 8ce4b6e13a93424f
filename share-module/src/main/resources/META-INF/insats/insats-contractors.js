// The register of contractors: search, homes under agreement with the municipality first, and a new entry.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, table } from './element.js';
import { CaseContext } from './case-context.js';
import { createControl } from './controls.js';
import { fill, h, lawDate, uniqueId } from './dom.js';
import { entryForm, typeChoices } from './entry-form.js';
import { label, t } from './i18n.js';
import { addressOf, goTo } from './routes.js';
import { asked, searchForm } from './search-form.js';

/** `<insats-contractors>` */
class InsatsContractors extends InsatsElement {
  #values = {};

  async load() {
    return api.get(this.#address());
  }

  #address() {
    return `contractors?${asked({ size: '50', ...this.#values }, segment)}`;
  }

  render(page) {
    const found = h('div', { 'data-found': true });
    const show = (answer) => fill(found, list(answer, found, this.#address()));
    show(page);
    const search = async () => show(await api.get(this.#address()));
    const type = this.#field('type', 'selectone', typeChoices());
    const row = [type, this.#field('place', 'text'), this.#field('skill', 'text'), this.#field('freePlaces', 'number')];
    const more = [this.#field('capacity', 'number'), this.#field('availableOn', 'date'), this.#field('withoutContactSince', 'date')];
    return [searchForm(row, more, { submit: t('contractors.search'), search }), found];
  }

  #field(name, control, options = []) {
    const input = createControl(control, {
      id: uniqueId('contractor'),
      value: this.#values[name] ?? '',
      readOnly: false,
      mandatory: false,
      params: { maxLength: 60 },
      options,
      empty: t('contractors.any'),
      context: CaseContext.none(),
      onChange: (text) => {
        this.#values[name] = text.trim();
      },
    });
    return { label: t(`contractors.${name}`), input };
  }
}

function list({ items = [], next = null }, found, address) {
  if (items.length === 0) {
    return emptyState(t('contractors.empty'));
  }
  const rows = items.map((item) => [
    h('a', { href: addressOf('contractor', { id: item.id }), class: 'number' }, item.number),
    [item.name ?? '', h('span', { class: 'hint block' }, label(item.type, `service.${item.type}`))],
    item.place ?? '',
    (item.specialSkills ?? []).join(', '),
    item.underMunicipalAgreement ? t('contractors.yes') : '',
    [item.freePlaces ?? '', item.availableFrom ? h('span', { class: 'hint block' }, t('contractors.from', { date: lawDate(item.availableFrom) })) : null],
    chip(TONE[item.approval] ?? item.approval, t(`contractors.approval.${item.approval}`)),
    lawDate(item.lastContact),
  ]);
  const headings = ['number', 'name', 'place', 'skill', 'agreement', 'freePlaces', 'approval', 'lastContact'].map((key) => t(`contractors.${key}`));
  return [h('div', { class: 'card' }, table(t('contractors.title'), headings, rows)), next ? nextButton(next, found, address) : null];
}

/** How an approval looks: what is missing stands out. */
export const TONE = { APPROVED: 'MET', MISSING: 'DUE_SOON' };

function nextButton(next, found, address) {
  const problems = h('div', { class: 'problems' });
  const show = async () => {
    try {
      const page = await api.get(`${address}&after=${segment(next)}`);
      fill(found, list(page, found, address));
      found.querySelector('a')?.focus();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  };
  return h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet', on: { click: show } }, t('contractors.next')), problems);
}

/** `<insats-new-contractor>`: an entry of the register. */
class InsatsNewContractor extends InsatsElement {
  async load() {
    return api.get('case-options');
  }

  render({ profiles = [], placementUnits = [] }) {
    if (placementUnits.length === 0) {
      return emptyState(t('contractors.noUnit'));
    }
    const send = async (values) => {
      const made = await api.post('contractors', Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)));
      announce(t('contractors.entered'));
      goTo('contractor', { id: made.id });
    };
    const choices = { profile: profiles, unit: placementUnits, type: typeChoices() };
    return h('div', { class: 'card' }, entryForm({}, { choices, submit: t('contractors.enter'), send }));
  }
}

define('insats-contractors', InsatsContractors);
define('insats-new-contractor', InsatsNewContractor);
