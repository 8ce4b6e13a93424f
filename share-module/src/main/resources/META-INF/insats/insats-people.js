// The people of a case: who they are, somebody more, something to correct.
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { createControl } from './controls.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';

const RELATIONS = ['CHILD', 'GUARDIAN', 'PARENT', 'APPOINTED_REPRESENTATIVE', 'SIBLING', 'CLOSE_PERSON', 'CONTRACTOR'];

/** What is asked of a person, in the order of a form. */
export const PERSON_FIELDS = [
  { name: 'name', control: 'text', mandatory: true },
  { name: 'personalIdentityNumber', control: 'text' },
  { name: 'birthDate', control: 'date' },
  { name: 'protectedIdentity', control: 'yesno' },
  { name: 'interpreterNeed', control: 'yesno' },
  { name: 'interpreterLanguage', control: 'text' },
  { name: 'communicationSupportNeed', control: 'textarea' },
  { name: 'contactDetails', control: 'textarea' },
];

/** One field of a person's form; `changed(value)` hears each new value, `null` where it was emptied. */
export function personField(field, value, changed) {
  const id = uniqueId('person');
  const control = createControl(field.control, {
    id,
    value: value === undefined || value === null ? '' : String(value),
    readOnly: false,
    mandatory: Boolean(field.mandatory),
    params: {},
    options: field.options ?? [],
    context: CaseContext.none(),
    onChange: (text) => changed(field.control === 'yesno' ? text === 'true' : text || null),
  });
  const marker = field.mandatory ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null;
  return h('div', { class: 'field', 'data-field': field.name }, h('label', { for: id }, t(`caseField.${field.name}`), marker), control);
}

/** `<insats-people case="2026-000123" may-change>`; `persons` is set before it is put on the page, as the case overview has them. */
class InsatsPeople extends InsatsElement {
  persons = [];

  async load() {
    return this.persons;
  }

  render(persons) {
    const place = h('div', {});
    const mayChange = this.hasAttribute('may-change');
    const add = () => this.#open(place, t('people.add'), { relation: 'GUARDIAN' }, (values) => api.post(`cases/${segment(this.getAttribute('case'))}/persons`, values));
    return [
      h('h2', {}, t('people.title')),
      persons.length ? h('ul', { class: 'people' }, persons.map((person) => this.#line(person, place, mayChange))) : emptyState(t('people.hidden')),
      mayChange ? h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet small', on: { click: add } }, icon('plus'), t('people.add'))) : null,
      place,
    ];
  }

  #line(person, place, mayChange) {
    const correct = () => this.#open(place, t('people.correct'), person, (values) => api.put(`persons/${segment(person.id)}`, values));
    const who = t('people.correctWho', { name: person.name ?? t('people.hiddenName') });
    return h(
      'li',
      { class: 'member' },
      h(
        'span',
        {},
        h('strong', {}, person.name ?? t('people.hiddenName')),
        h('span', { class: 'hint block' }, label(person.relation, `relation.${person.relation}`), person.birthDate ? ` · ${t('people.born', { date: lawDate(person.birthDate) })}` : ''),
        person.protectedIdentity ? h('span', { class: 'block' }, chip('OVERDUE', t('people.protected'))) : null,
      ),
      mayChange && person.id ? h('button', { type: 'button', class: 'quiet small', 'aria-label': who, on: { click: correct } }, t('people.correct')) : null,
    );
  }

  #open(place, title, person, send) {
    const values = person.id ? {} : { ...person };
    const relation = { name: 'relation', control: 'selectone', mandatory: true, options: RELATIONS.map((value) => ({ value, label: label(value, `relation.${value}`) })) };
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        await send(values);
        announce(t('people.saved'));
        this.dispatchEvent(new CustomEvent('insats-people-changed'));
      } catch (error) {
        fill(problems, errorBox(error));
        place.querySelector(`[data-field="${CSS.escape(error.field ?? '')}"] :is(input,select,textarea)`)?.focus();
      }
    };
    const fields = [PERSON_FIELDS[0], relation, ...PERSON_FIELDS.slice(1)].map((field) =>
      personField(field, person[field.name], (value) => {
        values[field.name] = value;
      }),
    );
    fill(
      place,
      h(
        'form',
        { class: 'form', novalidate: true, on: { submit } },
        h('h3', {}, title),
        fields,
        problems,
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('form.save')), h('button', { type: 'button', class: 'quiet', on: { click: () => fill(place) } }, t('form.cancel'))),
      ),
    );
    place.querySelector('input').focus();
  }
}

define('insats-people', InsatsPeople);
