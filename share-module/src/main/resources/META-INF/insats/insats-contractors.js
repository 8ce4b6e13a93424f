// The register of contractors: search, homes under agreement with the municipality first, and a new entry.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, table } from './element.js';
import { fill, h, icon, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf, goTo } from './routes.js';

const TYPES = [
  'CONTACT_PERSON', 'SPECIALLY_QUALIFIED_CONTACT_PERSON', 'CONTACT_FAMILY', 'SUPPORT_FAMILY', 'FOSTER_HOME', 'RESIDENTIAL_CARE_HOME', 'STATE_INSTITUTION',
  'SUPPORTED_HOUSING',
];

/** `<insats-contractors>` */
class InsatsContractors extends InsatsElement {
  #asked = '';

  async load() {
    return api.get(`contractors?size=50${this.#asked}`);
  }

  render(page) {
    const found = h('div', { 'data-found': true });
    fill(found, list(page, found, this.#asked));
    return [this.#search(found), found];
  }

  #search(found) {
    const inputs = {
      type: choice([['', t('contractors.any')], ...TYPES.map((type) => [type, label(type, `service.${type}`)])]),
      place: text(),
      skill: text(),
      freePlaces: number(),
      availableOn: day(),
      withoutContactSince: day(),
    };
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      this.#asked = Object.entries(inputs)
        .filter(([, input]) => input.value.trim())
        .map(([name, input]) => `&${name}=${segment(input.value.trim())}`)
        .join('');
      try {
        fill(found, list(await this.load(), found, this.#asked));
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'card form', on: { submit } },
      Object.entries(inputs).map(([name, input]) => field(t(`contractors.${name}`), input)),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('contractors.search'))),
    );
  }
}

function list({ items = [], next = null }, found, asked) {
  if (items.length === 0) {
    return emptyState(t('contractors.empty'));
  }
  const rows = items.map((item) => [
    h('a', { href: addressOf('contractor', { id: item.id }), class: 'number' }, item.number),
    label(item.type, `service.${item.type}`),
    item.name ?? '',
    item.place ?? '',
    item.underMunicipalAgreement ? t('contractors.yes') : '',
    item.freePlaces ?? '',
    chip(item.approval, t(`contractors.approval.${item.approval}`)),
    lawDate(item.lastContact),
  ]);
  const headings = ['number', 'type', 'name', 'place', 'agreement', 'freePlaces', 'approval', 'lastContact'].map((key) => t(`contractors.${key}`));
  const more = async () => fill(found, list(await api.get(`contractors?size=50${asked}&after=${segment(next)}`), found, asked));
  return [
    table(t('contractors.title'), headings, rows),
    next ? h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: more } }, t('contractors.next'))) : null,
  ];
}

function text() {
  return h('input', { id: uniqueId('contractor'), type: 'text', maxlength: 200, autocomplete: 'off' });
}

function number() {
  return h('input', { id: uniqueId('contractor'), type: 'number', min: 0, max: 999 });
}

function day() {
  return h('input', { id: uniqueId('contractor'), type: 'text', pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}', placeholder: t('contractors.day'), autocomplete: 'off' });
}

function choice(options) {
  return h('select', { id: uniqueId('contractor') }, options.map(([value, name]) => h('option', { value }, name)));
}

function field(name, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, name), input);
}

/** `<insats-new-contractor>`: an entry of the register. */
class InsatsNewContractor extends InsatsElement {
  async load() {
    return api.get('case-options');
  }

  render({ profiles = [] }) {
    const inputs = {
      profile: choice(profiles.map(({ value, label: name }) => [value, name ?? value])),
      unit: text(),
      type: choice(TYPES.map((type) => [type, label(type, `service.${type}`)])),
      name: text(),
      contactDetails: h('textarea', { id: uniqueId('contractor'), rows: 3 }),
      place: text(),
      capacity: number(),
      freePlaces: number(),
      availableFrom: day(),
      specialSkills: text(),
      underMunicipalAgreement: choice([['', t('contractors.notStated')], ['true', t('contractors.yes')], ['false', t('contractors.no')]]),
      municipalAgreementRef: text(),
      municipalAgreementFrom: day(),
      municipalAgreementTo: day(),
    };
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        const made = await api.post('contractors', entry(inputs));
        announce(t('contractors.entered'));
        goTo('contractor', { id: made.id });
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'card form', novalidate: true, on: { submit } },
      Object.entries(inputs).map(([name, input]) => field(t(`contractors.${name}`), input)),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, icon('plus'), t('contractors.enter'))),
    );
  }
}

function entry(inputs) {
  const values = Object.entries(inputs)
    .map(([name, input]) => [name, input.value.trim()])
    .filter(([, value]) => value);
  return Object.fromEntries(values.map(([name, value]) => [name, typed(name, value)]));
}

function typed(name, value) {
  switch (name) {
    case 'capacity':
    case 'freePlaces':
      return Number(value);
    case 'underMunicipalAgreement':
      return value === 'true';
    case 'specialSkills':
      return value.split(',').map((skill) => skill.trim()).filter(Boolean);
    default:
      return value;
  }
}

define('insats-contractors', InsatsContractors);
define('insats-new-contractor', InsatsNewContractor);
