// A new case: routine, unit, service and client, with the guardians.
import { api } from './api.js';
import { createControl } from './controls.js';
import { CaseContext } from './case-context.js';
import { announce, define, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { PERSON_FIELDS } from './insats-people.js';
import { goTo } from './routes.js';

/** `<insats-new-case>` */
class InsatsNewCase extends InsatsElement {
  #case = { client: {}, persons: [] };

  async load() {
    return api.get('case-options');
  }

  render({ profiles = [], units = [] }) {
    this.#case.profile ??= profiles[0]?.value;
    this.#case.unit ??= units[0]?.value;
    const service = h('div', {});
    const performer = h('div', {});
    const chooseServices = () => {
      fill(service, this.#service(profiles));
      fill(performer, this.#performer(profiles));
    };
    chooseServices();
    const problems = h('div', { class: 'problems' });
    const guardians = h('div', {});
    const form = h(
      'form',
      { class: 'form card', novalidate: true, on: { submit: (event) => this.#create(event, problems) } },
      h('p', { class: 'hint' }, t('newCase.mandatory')),
      h(
        'fieldset',
        { class: 'set' },
        h('legend', {}, t('newCase.routine')),
        this.#field(this.#case, { name: 'profile', control: 'selectone', options: profiles, mandatory: true, changed: chooseServices }),
        service,
        this.#field(this.#case, { name: 'unit', control: 'selectone', options: units, mandatory: true }),
        performer,
      ),
      h('fieldset', { class: 'set' }, h('legend', {}, t('newCase.client')), PERSON_FIELDS.map((field) => this.#field(this.#case.client, field))),
      guardians,
      h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet', on: { click: () => this.#guardian(guardians) } }, icon('plus'), t('newCase.addGuardian'))),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('newCase.create'))),
    );
    return form;
  }

  #service(profiles) {
    const options = profiles.find(({ value }) => value === this.#case.profile)?.services ?? [];
    this.#case.service = options[0]?.value;
    return this.#field(this.#case, { name: 'service', control: 'selectone', options, mandatory: true });
  }

  // Chosen among those that the routine names, or all that receive; typed only where there is none to choose.
  #performer(profiles) {
    const options = profiles.find(({ value }) => value === this.#case.profile)?.performerUnits ?? [];
    if (options.length > 0 && !options.some(({ value }) => value === this.#case.performerUnit)) {
      this.#case.performerUnit = options.length === 1 ? options[0].value : undefined;
    }
    return this.#field(this.#case, { name: 'performerUnit', control: options.length > 0 ? 'selectone' : 'text', options, mandatory: true });
  }

  #guardian(holder) {
    const person = { relation: 'GUARDIAN' };
    this.#case.persons.push(person);
    const fields = PERSON_FIELDS.map((field) => this.#field(person, field));
    holder.append(h('fieldset', { class: 'set' }, h('legend', {}, t('newCase.guardian', { number: this.#case.persons.length })), fields));
    holder.lastElementChild.querySelector('input').focus();
  }

  #field(target, field) {
    const id = uniqueId('case');
    const control = createControl(field.control, {
      id,
      value: target[field.name] ?? '',
      readOnly: false,
      mandatory: Boolean(field.mandatory),
      params: {},
      options: field.options ?? [],
      context: CaseContext.none(),
      onChange: (value) => {
        target[field.name] = field.control === 'yesno' ? value === 'true' : value || undefined;
        field.changed?.();
      },
    });
    const marker = field.mandatory ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null;
    return h('div', { class: 'field', 'data-field': field.name }, h('label', { for: id }, t(`caseField.${field.name}`), marker), control);
  }

  async #create(event, problems) {
    event.preventDefault();
    fill(problems);
    try {
      const made = await api.post('cases', this.#case);
      announce(t('newCase.created'));
      goTo('case', { number: made.caseNumber });
    } catch (error) {
      fill(problems, errorBox(error));
    }
  }
}

define('insats-new-case', InsatsNewCase);
