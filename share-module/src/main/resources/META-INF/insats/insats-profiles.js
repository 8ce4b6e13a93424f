// Routine profiles: the periods of a profile to change, what is wrong with the change, and what it would do to the dates of an example or of a case.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, table } from './element.js';
import { fill, h, lawDate, uniqueId } from './dom.js';
import { language, t } from './i18n.js';
import { daysBetween } from './days.js';
import { isDate } from './controls.js';

const COUNTED = ['DAYS', 'WORKING_DAYS', 'WEEKS', 'MONTHS', 'YEARS'];
const UNITS = [...COUNTED, 'PROMPTLY', 'AT_ONCE', 'NEXT_MEETING', 'NO_LIMIT'];

/** `<insats-profiles>`: a choice of profile, and the one chosen. */
class InsatsProfiles extends InsatsElement {
  #chosen = null;

  async load() {
    const { items = [] } = await api.get('profiles');
    this.#chosen ??= items[0]?.id ?? null;
    return { items, whole: this.#chosen ? await api.get(`profiles/${segment(this.#chosen)}`) : null };
  }

  render({ items, whole }) {
    if (!whole) {
      return emptyState(t('profiles.none'));
    }
    const id = uniqueId('profile');
    const select = h('select', { id, class: 'which-profile' }, items.map((item) => h('option', { value: item.id, selected: item.id === this.#chosen }, item.titles[language()] ?? item.id)));
    select.addEventListener('change', async () => {
      this.#chosen = select.value;
      await this.reload();
      this.querySelector('.which-profile')?.focus();
    });
    return [
      h('div', { class: 'field' }, h('label', { for: id }, t('profiles.which')), select),
      h(
        'p',
        { class: 'hint' },
        t('profiles.version', { version: whole.version, source: whole.source }),
        whole.reviewBy ? ` · ${t('profiles.reviewBy', { date: lawDate(whole.reviewBy) })} ` : ' ',
        whole.reviewOverdue ? chip('OVERDUE', t('profiles.reviewOverdue')) : null,
      ),
      whole.toChoose?.length ? h('p', {}, chip('DUE_SOON', t('profiles.toChoose', { settings: whole.toChoose.join(', ') }))) : null,
      new ProfileEditor(whole, () => this.reload()).draw(),
    ];
  }
}

/** A profile being changed. What is in force stays as it is until a new version is saved. */
class ProfileEditor {
  #whole;
  #profile;
  #saved;
  #problems = h('div', { class: 'problems' });
  #outcome = h('div', { class: 'outcome' });
  #text = h('textarea', { id: uniqueId('profile-text'), rows: 18, spellcheck: 'false', class: 'code' });
  #rows = h('div', {});

  constructor(whole, saved) {
    this.#whole = whole;
    this.#profile = structuredClone(whole.profile);
    this.#saved = saved;
  }

  draw() {
    this.#text.addEventListener('change', () => this.#take());
    this.#show();
    return h(
      'div',
      { class: 'profile' },
      this.#rows,
      h('details', { class: 'profile-text' }, h('summary', {}, t('profiles.asText')), h('div', { class: 'field' }, h('label', { for: this.#text.id }, t('profiles.text')), this.#text)),
      this.#example(),
      this.#outcome,
      this.#save(),
      this.#problems,
    );
  }

  #show() {
    this.#text.value = JSON.stringify(this.#profile, null, 2);
    const headings = ['rule', 'period', 'source'].map((name) => t(`profiles.column.${name}`));
    const own = (this.#profile.deadlines ?? []).map((setting, index) => this.#row(setting, index));
    fill(this.#rows, table(t('profiles.periods'), headings, own));
  }

  // Whoever writes the text itself is told where it is not JSON, and loses nothing.
  #take() {
    try {
      this.#profile = JSON.parse(this.#text.value);
      fill(this.#problems);
      this.#show();
    } catch (error) {
      fill(this.#problems, errorBox(new Error(t('profiles.notJson', { where: error.message }))));
    }
  }

  #row(setting, index) {
    const name = setting.part ? `${setting.rule}/${setting.part}` : setting.rule;
    const what = [h('span', {}, name), h('span', { class: 'hint block' }, this.#ruleText(setting))];
    const source = setting.period?.source ?? setting.source;
    const changed = JSON.stringify(setting) !== JSON.stringify(this.#whole.profile.deadlines?.[index]);
    return [what, setting.period ? this.#period(setting, name) : t('profiles.noPeriod'), [source, changed ? h('span', { class: 'block' }, chip('DUE_SOON', t('profiles.changed'))) : null]];
  }

  #ruleText({ rule, part }) {
    return this.#whole.ruleTexts?.[part ? `${rule}/${part}` : rule] ?? '';
  }

  #period(setting, name) {
    const { period } = setting;
    const amount = h('input', { type: 'text', inputmode: 'numeric', class: 'short', value: period.amount ?? '', 'aria-label': t('profiles.amountOf', { rule: name }), 'data-rule': name });
    const unit = h('select', { 'aria-label': t('profiles.unitOf', { rule: name }) }, UNITS.map((value) => h('option', { value, selected: value === period.unit }, t(`span.${value}`))));
    const change = () => {
      const counted = COUNTED.includes(unit.value);
      amount.disabled = !counted;
      period.unit = unit.value;
      if (counted && /^\d{1,3}$/.test(amount.value.trim())) {
        period.amount = Number(amount.value);
      } else if (!counted) {
        delete period.amount;
      }
      this.#text.value = JSON.stringify(this.#profile, null, 2);
    };
    amount.disabled = !COUNTED.includes(period.unit);
    amount.addEventListener('input', change);
    unit.addEventListener('change', change);
    return h('span', { class: 'line nowrap' }, amount, unit);
  }

  #example() {
    const service = h('select', { id: uniqueId('example') }, (this.#profile.settings?.['PRF-01']?.value ?? []).map(({ code, type }) => h('option', { value: code }, t(`service.${type}`))));
    const dates = Object.fromEntries(['birthDate', 'orderReceived', 'grantFrom', 'grantTo', 'start'].map((name) => [name, dateInput(name)]));
    const number = h('input', { id: uniqueId('example'), type: 'text', class: 'case-number', autocomplete: 'off', placeholder: '2026-000123' });
    const field = (key, input) => h('div', { class: 'field' }, h('label', { for: input.id }, t(key)), input);
    const show = async (event) => {
      event.preventDefault();
      fill(this.#problems);
      try {
        const wrong = Object.values(dates).find((input) => input.value.trim() && !isDate(input.value.trim()));
        if (wrong) {
          wrong.focus();
          throw new Error(t('date.wrong'));
        }
        const lines = number.value.trim() ? await this.#ofCase(number.value.trim()) : await this.#ofExample(service.value, dates);
        fill(this.#outcome, outcome(lines));
      } catch (error) {
        fill(this.#outcome);
        fill(this.#problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'search example', novalidate: true, on: { submit: show } },
      h('h3', {}, t('profiles.try')),
      h('p', { class: 'hint' }, t('profiles.tryAbout')),
      h(
        'div',
        { class: 'search-row' },
        field('profiles.service', service),
        Object.entries(dates).map(([name, input]) => field(`profiles.example.${name}`, input)),
        field('profiles.case', number),
        h('button', { type: 'submit', class: 'primary' }, t('profiles.show')),
      ),
    );
  }

  async #ofCase(number) {
    const { items } = await api.post(`cases/${segment(number)}/profile-trial`, this.#profile);
    return items.map(({ key, text, now, then }) => ({ key, text, now, then }));
  }

  async #ofExample(service, dates) {
    const given = Object.fromEntries(Object.entries(dates).map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value));
    const { birthDate, orderReceived, grantFrom, grantTo, start } = given;
    const facts = {
      ...(birthDate ? { birthDate } : {}),
      ...(orderReceived ? { orderSent: orderReceived, orderReceived } : {}),
      ...(start ? { startUpMeetingHeld: start } : {}),
      ...(grantFrom && grantTo ? { grants: [{ from: grantFrom, to: grantTo }] } : {}),
    };
    const [now, then] = await Promise.all(
      [this.#whole.profile, this.#profile].map((profile) => api.post('deadlines/preview', { profile, service, facts })),
    );
    const other = new Map(then.deadlines.map((deadline) => [deadline.key, deadline]));
    const lines = now.deadlines.map(({ key, text, dueDate }) => ({ key, text, now: dueDate, then: other.get(key)?.dueDate }));
    const added = then.deadlines.filter(({ key }) => !now.deadlines.some((each) => each.key === key)).map(({ key, text, dueDate }) => ({ key, text, now: undefined, then: dueDate }));
    return [...lines, ...added];
  }

  #save() {
    const version = h('input', { id: uniqueId('version'), type: 'text', class: 'short new-version', autocomplete: 'off', value: nextVersion(this.#whole.version) });
    const check = async () => {
      fill(this.#problems);
      try {
        const { valid, problems } = await api.post('profiles/validate', this.#profile);
        fill(this.#problems, valid ? h('p', { role: 'status' }, chip('MET', t('profiles.valid'))) : problemList(problems));
      } catch (error) {
        fill(this.#problems, errorBox(error));
      }
    };
    const save = async (event) => {
      event.preventDefault();
      fill(this.#problems);
      try {
        await api.put(`profiles/${segment(this.#whole.id)}`, { ...this.#profile, version: version.value.trim() });
        announce(t('profiles.saved'));
        await this.#saved();
      } catch (error) {
        fill(this.#problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'search save-profile', novalidate: true, on: { submit: save } },
      h(
        'div',
        { class: 'search-row' },
        h('div', { class: 'field' }, h('label', { for: version.id }, t('profiles.newVersion')), version),
        h('button', { type: 'button', class: 'quiet', 'data-check': true, on: { click: check } }, t('profiles.check')),
        h('button', { type: 'submit', class: 'primary' }, t('profiles.save')),
      ),
      h('p', { class: 'hint' }, t('profiles.saveAbout')),
    );
  }
}

function dateInput(name) {
  return h('input', { id: uniqueId('example'), name, type: 'text', inputmode: 'numeric', class: 'date', maxlength: 10, autocomplete: 'off', placeholder: t('date.format') });
}

function nextVersion(version) {
  const parts = String(version).split('.');
  const last = Number(parts.at(-1));
  return Number.isInteger(last) ? [...parts.slice(0, -1), last + 1].join('.') : `${version}.1`;
}

function problemList(problems) {
  return h(
    'div',
    { class: 'notice notice-error', role: 'alert' },
    h('div', {}, h('p', { class: 'notice-text' }, t('profiles.invalid')), h('ul', {}, problems.map(({ place, reason }) => h('li', {}, place ? `${place}: ${reason}` : reason)))),
  );
}

// What changes stands first; what stays is there too, so that nobody has to wonder.
function outcome(lines) {
  const dated = lines.filter(({ now, then }) => now || then);
  if (dated.length === 0) {
    return emptyState(t('profiles.nothing'));
  }
  const isChanged = ({ now, then }) => (now ?? '') !== (then ?? '');
  const sorted = [...dated].sort((a, b) => Number(isChanged(b)) - Number(isChanged(a)) || String(a.now ?? a.then).localeCompare(String(b.now ?? b.then)));
  const headings = ['rule', 'now', 'then', 'difference'].map((name) => t(`profiles.column.${name}`));
  const row = (line) => [
    [h('span', {}, line.text), h('span', { class: 'hint block' }, line.key)],
    lawDate(line.now),
    lawDate(line.then),
    isChanged(line) ? chip('DUE_SOON', difference(line)) : t('profiles.same'),
  ];
  const changed = dated.filter(isChanged).length;
  return [h('p', { role: 'status' }, t(changed === 1 ? 'profiles.changesOne' : 'profiles.changes', { count: changed, all: dated.length })), table(t('profiles.outcome'), headings, sorted.map(row))];
}

function difference({ now, then }) {
  if (!now) {
    return t('profiles.added');
  }
  if (!then) {
    return t('profiles.gone');
  }
  const days = daysBetween(now, then);
  return t(days > 0 ? 'profiles.later' : 'profiles.earlier', { days: Math.abs(days) });
}

define('insats-profiles', InsatsProfiles);
