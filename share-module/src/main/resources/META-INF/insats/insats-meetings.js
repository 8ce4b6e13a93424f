// The weekly meetings of a placement group: which there have been, one with its agenda, allocation in place, and the minutes.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { isDate } from './controls.js';
import { openContent } from './pdf.js';
import { addressOf, goTo } from './routes.js';

const MOST_SHOWN = 20;

/** `<insats-meetings>`: the meetings of the units that somebody belongs to, the latest first, and a new one. */
class InsatsMeetings extends InsatsElement {
  async load() {
    const { items = [], today } = await api.get('me/meeting-units');
    const units = await Promise.all(items.map(async (each) => ({ ...each, meetings: await meetingsOf(each.unit) })));
    return { units, today };
  }

  render({ units, today }) {
    return units.length === 0 ? emptyState(t('meetings.none')) : units.map((each) => this.#unit(each, today, units.length > 1));
  }

  #unit({ unit, mayHold, nextDay, meetings }, today, several) {
    const rows = meetings.slice(0, MOST_SHOWN).map((meeting) => [
      h('a', { href: addressOf('meeting', { id: meeting.id }), class: 'number' }, meeting.date),
      status(meeting),
    ]);
    const title = t('meetings.of', { unit });
    return section(
      several ? title : t('meetings.held'),
      nextDay ? h('p', { class: 'hint' }, t('meetings.next', { unit, date: nextDay })) : null,
      mayHold ? this.#open(unit, today) : null,
      rows.length ? table(title, ['meetings.date', 'meetings.status'].map((key) => t(key)), rows) : emptyState(t('meetings.empty')),
    );
  }

  #open(unit, today) {
    const id = uniqueId('meeting-date');
    const date = h('input', { id, type: 'text', inputmode: 'numeric', class: 'date', maxlength: 10, autocomplete: 'off', value: today });
    const problems = h('div', { class: 'problems' });
    const open = async (event) => {
      event.preventDefault();
      fill(problems);
      if (!isDate(date.value)) {
        fill(problems, errorBox(new Error(t('date.wrong'))));
        date.focus();
        return;
      }
      try {
        const made = await api.post('unit-meetings', { unit, date: date.value });
        goTo('meeting', { id: made.id });
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'search', novalidate: true, on: { submit: open } },
      h(
        'div',
        { class: 'search-row' },
        h('div', { class: 'field' }, h('label', { for: id }, t('meetings.date')), date),
        h('button', { type: 'submit', class: 'primary' }, icon('plus'), t('meetings.open')),
      ),
      problems,
    );
  }
}

// The repository lists the first first; a unit meets once a week, so all of them are few pages.
async function meetingsOf(unit) {
  const all = [];
  let after = '';
  do {
    const { items = [], next } = await api.get(`unit-meetings?unit=${segment(unit)}&size=200${after}`);
    all.unshift(...items.reverse());
    after = next ? `&after=${segment(next)}` : '';
  } while (after);
  return all;
}

function status(meeting) {
  return chip(meeting.status === 'OPEN' ? 'DUE_SOON' : 'MET', t(`meetings.status.${meeting.status}`));
}

/** `<insats-meeting meeting="ID">` */
class InsatsMeeting extends InsatsElement {
  // What is being written survives an allocation in between.
  #notes = '';
  #present = null;

  async load() {
    return api.get(`unit-meetings/${segment(this.getAttribute('meeting'))}`);
  }

  render(meeting) {
    this.dispatchEvent(new CustomEvent('insats-title', { bubbles: true, detail: t('meetings.title.one', { unit: meeting.unit, date: meeting.date }) }));
    const waiting = meeting.items.filter(({ reason }) => reason !== 'INFORMATION');
    const told = meeting.items.filter(({ reason }) => reason === 'INFORMATION');
    return [
      h('p', { class: 'line' }, status(meeting), h('span', { class: 'hint' }, t('meetings.chair', { name: meeting.chairName }))),
      meeting.status === 'MINUTED' ? this.#minutes(meeting) : null,
      section(t(meeting.status === 'MINUTED' ? 'meetings.waiting' : 'meetings.agenda'), waiting.length ? this.#agenda(meeting, waiting) : emptyState(t('meetings.nothing'))),
      told.length ? section(t('meetings.told'), h('p', { class: 'hint' }, t('meetings.toldWhy')), toldTable(told)) : null,
      section(t('meetings.allocated'), meeting.allocations.length ? allocatedTable(meeting.allocations) : emptyState(t('meetings.noneAllocated'))),
      meeting.mayHold ? this.#close(meeting) : null,
    ];
  }

  #agenda(meeting, items) {
    // A group that has set no weekday has no day to allocate by.
    const due = items.some(({ dueDate }) => dueDate);
    const headings = ['case', 'what', 'received', ...(due ? ['dueDate'] : []), ...(meeting.mayHold ? ['allocate'] : [])].map((key) => t(`meetings.column.${key}`));
    const rows = items.map((item) => [
      caseLink(item),
      what(item),
      lawDate(item.received),
      ...(due ? [lawDate(item.dueDate)] : []),
      ...(meeting.mayHold ? [this.#allocate(meeting, item)] : []),
    ]);
    return table(t('meetings.agenda'), headings, rows);
  }

  #allocate(meeting, item) {
    if (item.workers.length === 0) {
      return h('span', { class: 'hint' }, t('meetings.notNow'));
    }
    const select = h(
      'select',
      { 'aria-label': t('meetings.toWhom', { number: item.caseNumber }) },
      h('option', { value: '' }, t('choice.none')),
      item.workers.map(({ value, label: name }) => h('option', { value }, name)),
    );
    const problems = h('div', { class: 'problems' });
    const allocate = async () => {
      fill(problems);
      if (!select.value) {
        select.setAttribute('aria-invalid', 'true');
        select.focus();
        return;
      }
      try {
        await api.post(`unit-meetings/${segment(meeting.id)}/allocations`, { documentId: item.documentId, userName: select.value });
        announce(t('meetings.allocatedOne', { number: item.caseNumber }));
        await this.reload();
        this.querySelector('select')?.focus();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    select.addEventListener('change', () => select.removeAttribute('aria-invalid'));
    const button = h('button', { type: 'button', class: 'primary small', 'data-allocate': item.documentId, on: { click: allocate } }, t('meetings.allocate'), h('span', { class: 'visually-hidden' }, ` ${item.caseNumber}`));
    return [h('div', { class: 'line nowrap' }, select, button), problems];
  }

  #close(meeting) {
    this.#present ??= new Set([meeting.chair]);
    const present = this.#present;
    const notesId = uniqueId('notes');
    const notes = h('textarea', {
      id: notesId,
      rows: 4,
      'aria-describedby': `${notesId}-help`,
      on: {
        input: () => {
          this.#notes = notes.value;
        },
      },
    });
    notes.value = this.#notes;
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        await api.post(`unit-meetings/${segment(meeting.id)}/minutes`, { present: [...present], notes: notes.value.trim() });
        announce(t('meetings.minuted'));
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
        notes.focus();
      }
    };
    const person = ({ userName, name }) =>
      h(
        'label',
        { class: 'check-line' },
        h('input', { type: 'checkbox', value: userName, checked: present.has(userName), on: { change: (event) => (event.target.checked ? present.add(userName) : present.delete(userName)) } }),
        h('span', {}, name),
      );
    return section(
      t('meetings.close'),
      h(
        'form',
        { class: 'form', novalidate: true, on: { submit } },
        h('fieldset', { class: 'plain' }, h('legend', {}, t('meetings.present')), meeting.people.map(person)),
        h('div', { class: 'field' }, h('label', { for: notesId }, t('meetings.notes')), h('p', { class: 'help', id: `${notesId}-help` }, t('meetings.noNames')), notes),
        problems,
        h('p', { class: 'hint' }, t('meetings.weighty')),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary', 'data-minutes': true }, t('meetings.write'))),
      ),
    );
  }

  #minutes(meeting) {
    const problems = h('div', { class: 'problems' });
    const open = async () => {
      try {
        await openContent(meeting.id);
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    const names = new Map(meeting.people.map(({ userName, name }) => [userName, name]));
    return section(
      t('meetings.minutes'),
      h(
        'dl',
        { class: 'fields' },
        h('dt', {}, t('meetings.present')),
        h('dd', {}, meeting.present.map((user) => names.get(user) ?? user).join(', ') || t('form.empty')),
        h('dt', {}, t('meetings.notes')),
        h('dd', { class: 'pre' }, meeting.notes || t('form.empty')),
      ),
      h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet', on: { click: open } }, icon('document'), t('meetings.openMinutes'))),
      problems,
    );
  }
}

function caseLink({ caseNumber }) {
  return h('a', { href: addressOf('case', { number: caseNumber }), class: 'number' }, caseNumber);
}

function what(item) {
  return [
    h('a', { href: addressOf('document', { number: item.caseNumber, id: item.documentId }) }, item.label),
    h('span', { class: 'block' }, label(item.service, `service.${item.service}`)),
    item.reason === 'CLARIFY' ? chip('DUE_SOON', t('meetings.clarify')) : null,
  ];
}

function toldTable(items) {
  const headings = ['case', 'what', 'received'].map((key) => t(`meetings.column.${key}`));
  return table(t('meetings.told'), headings, items.map((item) => [caseLink(item), what(item), lawDate(item.received)]));
}

function allocatedTable(allocations) {
  const headings = ['case', 'what', 'toWhom'].map((key) => t(`meetings.column.${key}`));
  const rows = allocations.map((each) => [
    caseLink(each),
    h('a', { href: addressOf('document', { number: each.caseNumber, id: each.documentId }) }, label(each.kind, `kind.${each.kind}`)),
    each.name,
  ]);
  return table(t('meetings.allocated'), headings, rows);
}

define('insats-meetings', InsatsMeetings);
define('insats-meeting', InsatsMeeting);
