// The form of an entry in the register of contractors, for a new one and for one to correct.
import { errorBox } from './element.js';
import { CaseContext } from './case-context.js';
import { createControl } from './controls.js';
import { fill, h, uniqueId } from './dom.js';
import { label, t } from './i18n.js';

/** The sorts of contractor, in the order of the requirements. */
export const TYPES = [
  'CONTACT_PERSON', 'SPECIALLY_QUALIFIED_CONTACT_PERSON', 'CONTACT_FAMILY', 'SUPPORT_FAMILY', 'FOSTER_HOME', 'RESIDENTIAL_CARE_HOME', 'STATE_INSTITUTION',
  'SUPPORTED_HOUSING',
];

/** The sorts as choices. */
export function typeChoices() {
  return TYPES.map((type) => ({ value: type, label: label(type, `service.${type}`) }));
}

const FIXED = ['profile', 'unit', 'type'];
const FIELDS = {
  profile: 'selectone',
  unit: 'selectone',
  type: 'selectone',
  name: 'text',
  contactDetails: 'textarea',
  place: 'text',
  capacity: 'number',
  freePlaces: 'number',
  availableFrom: 'date',
  specialSkills: 'text',
  underMunicipalAgreement: 'yesno',
  municipalAgreementRef: 'text',
  municipalAgreementFrom: 'date',
  municipalAgreementTo: 'date',
  registeredAsResource: 'date',
};
const MANDATORY = new Set(['profile', 'unit', 'type', 'name']);

/**
 * Draws the form.
 *
 * @param {object} contractor the entry as it stands; empty for a new one
 * @param {{choices?: Object<string, Array<{value: string, label: string}>>, submit: string, send: (entry: object) => Promise<void>, cancel?: () => void}} how
 *   `choices` of the fields that are fixed once there is an entry; `send` takes what was entered or changed
 * @returns {HTMLFormElement} the form
 */
export function entryForm(contractor, { choices = {}, submit, send, cancel }) {
  const isNew = !contractor.id;
  const values = {};
  const names = Object.keys(FIELDS).filter((name) => isNew || !FIXED.includes(name));
  names
    .filter((name) => choices[name]?.length === 1)
    .forEach((name) => {
      values[name] = choices[name][0].value;
    });
  const problems = h('div', { class: 'problems' });
  const perform = async (event) => {
    event.preventDefault();
    fill(problems);
    try {
      await send(values);
    } catch (error) {
      fill(problems, errorBox(error));
      event.target.querySelector(`[data-field="${CSS.escape(error.field ?? '')}"] :is(input,select,textarea)`)?.focus();
    }
  };
  return h(
    'form',
    { class: 'form', novalidate: true, on: { submit: perform } },
    names.map((name) => field(name, values[name] ?? contractor[name], choices[name], (value) => {
      values[name] = value;
    })),
    problems,
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, submit),
      cancel ? h('button', { type: 'button', class: 'quiet', on: { click: cancel } }, t('form.cancel')) : null,
    ),
  );
}

function field(name, value, options = [], changed) {
  const id = uniqueId('entry');
  const control = createControl(FIELDS[name], {
    id,
    value: asText(value),
    readOnly: false,
    mandatory: MANDATORY.has(name),
    params: {},
    options,
    context: CaseContext.none(),
    onChange: (text) => changed(typed(name, text)),
  });
  const marker = MANDATORY.has(name) ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null;
  return h('div', { class: 'field', 'data-field': name }, h('label', { for: id }, t(`contractors.${name === 'specialSkills' ? 'skillsWritten' : name}`), marker), control);
}

function asText(value) {
  if (value === undefined || value === null) {
    return '';
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

// What was emptied is sent as nothing; of a new entry it is the same as not to send it.
function typed(name, text) {
  if (text.trim() === '') {
    return name === 'underMunicipalAgreement' ? undefined : null;
  }
  switch (FIELDS[name]) {
    case 'number':
      return Number(text);
    case 'yesno':
      return text === 'true';
    default:
      return name === 'specialSkills' ? text.split(',').map((skill) => skill.trim()).filter(Boolean) : text.trim();
  }
}
