// Stand-ins of a unit for its manager: who is away, who stands in and on which days; set for all cases at once, ended at once.
import { api, segment } from './api.js';
import { createControl } from './controls.js';
import { announce, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { addressOf } from './routes.js';

/** `<insats-stand-ins unit="SOC">`; without a unit that of the user. */
class InsatsStandIns extends InsatsElement {
  async load() {
    const unit = this.getAttribute('unit');
    return api.get(unit ? `stand-ins?unit=${segment(unit)}` : 'stand-ins');
  }

  render({ units = [], unit, items = [], staff = [] }) {
    if (!unit) {
      return emptyState(t('standIns.noUnit'));
    }
    const problems = h('div', { class: 'problems' });
    return [
      units.length > 1 ? this.#choice(units, unit) : null,
      section(t('standIns.now'), items.length ? this.#table(items, unit, problems) : emptyState(t('standIns.empty')), problems),
      section(t('standIns.new'), this.#form(unit, staff)),
    ];
  }

  #choice(units, unit) {
    const id = uniqueId('unit');
    const change = async (event) => {
      this.setAttribute('unit', event.target.value);
      await this.reload();
      this.querySelector('select')?.focus();
    };
    const options = units.map((code) => h('option', { value: code, selected: code === unit }, code));
    return h('div', { class: 'field' }, h('label', { for: id }, t('reports.unit')), h('select', { id, on: { change } }, options));
  }

  #table(items, unit, problems) {
    const headings = ['absent', 'standIn', 'from', 'until', 'cases', 'end'].map((name) => t(`standIns.column.${name}`));
    const rows = items.map((item) => [
      item.absentName,
      item.name,
      item.from,
      item.until,
      item.cases.map(({ caseNumber }, index) => [index ? ', ' : null, h('a', { href: addressOf('case', { number: caseNumber }), class: 'number' }, caseNumber)]),
      this.#endButton(item, unit, problems),
    ]);
    return table(t('standIns.now'), headings, rows);
  }

  #endButton({ absent, absentName, userName, name }, unit, problems) {
    const end = async () => {
      fill(problems);
      try {
        await api.post('stand-ins/end', { unit, absent, userName });
        announce(t('standIns.ended', { name }));
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    const who = t('standIns.endWho', { name, absent: absentName });
    return h('button', { type: 'button', class: 'quiet small', 'aria-label': who, on: { click: end } }, t('standIns.end'));
  }

  #form(unit, staff) {
    const values = { unit };
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        const { cases } = await api.post('stand-ins', values);
        announce(t('standIns.set', { count: cases.length }));
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'form', novalidate: true, on: { submit } },
      h('p', { class: 'hint' }, t('standIns.about')),
      person('absent', staff, values),
      person('userName', staff, values),
      day('from', values),
      day('until', values),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('standIns.save'))),
    );
  }
}

function person(name, staff, values) {
  const id = uniqueId('stand-in');
  const options = staff.map((each) => h('option', { value: each.userName }, each.name));
  const change = (event) => {
    values[name] = event.target.value;
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, t(`standIns.field.${name}`)),
    h('select', { id, name, required: true, on: { change } }, h('option', { value: '' }, t('choice.none')), options),
  );
}

function day(name, values) {
  const id = uniqueId('stand-in');
  const onChange = (value) => {
    values[name] = value;
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, t(`standIns.field.${name}`)),
    createControl('date', { id, value: '', readOnly: false, mandatory: true, params: {}, onChange }),
  );
}

define('insats-stand-ins', InsatsStandIns);
