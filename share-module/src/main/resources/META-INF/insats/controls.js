// The controls of a form field. Each is made by the same code in Share's forms (insats-control) and on the workbench (insats-form).
import { contractorControl, contractorText } from './contractor-control.js';
import { fill, h, icon, lawDate, moment, uniqueId } from './dom.js';
import { label, t } from './i18n.js';

/**
 * What a control is given.
 *
 * @typedef {object} ControlOptions
 * @property {string} id id of the element that the field's label names
 * @property {string} value the stored value, always a string (lists and composites are JSON)
 * @property {boolean} readOnly shown, not changed
 * @property {boolean} mandatory needed before the document is sent, decided or established
 * @property {string} [describedBy] ids of help and error texts
 * @property {Object<string, string>} params control parameters of the form configuration
 * @property {Array<{value: string, label: string}>} [options] allowed values
 * @property {string} [empty] text of no choice
 * @property {import('./case-context.js').CaseContext} context people, users, documents and goals of the case
 * @property {(value: string) => void} onChange told each new value
 */

function common({ id, describedBy, mandatory, readOnly }) {
  return { id, 'aria-describedby': describedBy, 'aria-required': mandatory ? 'true' : null, disabled: readOnly };
}

function textControl(options) {
  return h('input', {
    ...common(options),
    type: options.params.type ?? 'text',
    value: options.value,
    maxlength: options.params.maxLength,
    autocomplete: 'off',
    on: { input: (event) => options.onChange(event.target.value) },
  });
}

function textAreaControl(options) {
  const area = h('textarea', {
    ...common(options),
    rows: options.params.rows ?? 4,
    maxlength: options.params.maxLength,
    on: { input: (event) => options.onChange(event.target.value) },
  });
  area.value = options.value;
  return area;
}

function numberControl(options) {
  return h('input', {
    ...common(options),
    type: 'text',
    inputmode: 'numeric',
    class: 'short',
    value: options.value,
    on: { input: (event) => options.onChange(event.target.value.trim()) },
  });
}

/** True for a real day written yyyy-mm-dd. */
export function isDate(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) {
    return false;
  }
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function dateControl(options) {
  const hintId = uniqueId('hint');
  const problem = h('span', { class: 'field-problem', id: uniqueId('problem'), role: 'alert' });
  const text = h('input', {
    ...common(options),
    type: 'text',
    inputmode: 'numeric',
    class: 'date',
    maxlength: 10,
    autocomplete: 'off',
    value: lawDate(options.value),
    'aria-describedby': [options.describedBy, hintId, problem.id].filter(Boolean).join(' '),
  });
  const check = () => {
    const wrong = text.value !== '' && !isDate(text.value);
    problem.textContent = wrong ? t('date.wrong') : '';
    text.setAttribute('aria-invalid', String(wrong));
    return !wrong;
  };
  text.addEventListener('input', () => options.onChange(isDate(text.value) ? text.value : ''));
  text.addEventListener('change', check);
  const take = (value) => {
    text.value = value;
    check();
    options.onChange(value);
  };
  return h(
    'span',
    { class: 'date-control' },
    h('span', { class: 'date-row' }, text, options.readOnly ? null : calendar(take, () => text.value)),
    h('span', { class: 'hint', id: hintId }, t('date.format')),
    problem,
  );
}

// A day and a time of day, kept as an instant with the reader's own offset.
function dateTimeControl(options) {
  const [startDay, startTime] = splitMoment(options.value);
  const state = { day: startDay, time: startTime };
  const store = () => options.onChange(isDate(state.day) ? `${state.day}T${state.time || '00:00'}:00.000${offsetOf(state.day, state.time)}` : '');
  const day = dateControl({
    ...options,
    value: startDay,
    onChange: (value) => {
      state.day = value;
      store();
    },
  });
  const problem = h('span', { class: 'field-problem', id: uniqueId('problem'), role: 'alert' });
  const time = h('input', {
    type: 'text',
    class: 'time',
    maxlength: 5,
    placeholder: '00:00',
    'aria-label': t('time.label'),
    'aria-describedby': problem.id,
    disabled: options.readOnly,
    autocomplete: 'off',
    value: startTime,
  });
  time.addEventListener('change', () => {
    const wrong = time.value !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time.value);
    problem.textContent = wrong ? t('time.wrong') : '';
    time.setAttribute('aria-invalid', String(wrong));
    state.time = wrong ? '' : time.value;
    store();
  });
  day.querySelector('.date-row').append(time);
  day.append(problem);
  return day;
}

function splitMoment(value) {
  const [day = '', time = ''] = moment(value).split(' ');
  return [day, time];
}

function offsetOf(day, time) {
  const minutes = -new Date(`${day}T${time || '00:00'}:00`).getTimezoneOffset();
  const two = (number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

// The browser's own calendar, behind a button: the text field stays the control that labels and readers know.
function calendar(take, current) {
  const picker = h('input', { type: 'date', class: 'picker', tabindex: '-1', 'aria-hidden': 'true' });
  picker.addEventListener('change', () => take(picker.value));
  const open = () => {
    picker.value = isDate(current()) ? current() : '';
    picker.showPicker?.();
  };
  return [h('button', { type: 'button', class: 'icon-button', 'aria-label': t('date.open'), on: { click: open } }, icon('calendar')), picker];
}

/**
 * The allowed values: those of the repository, or for a list that the model keeps as text those of the parameter `values`, with their texts
 * under the parameter `prefix`.
 */
function choicesOf({ options, params }) {
  const listed = params.values?.split(',').map((value) => ({ value, label: label(value, `${params.prefix}.${value}`) }));
  return options?.length ? options : (listed ?? []);
}

function selectControl(options, choices = choicesOf(options), empty = t('choice.none')) {
  const select = h('select', { ...common(options), on: { change: (event) => options.onChange(event.target.value) } });
  fillSelect(select, choices, options.value, empty);
  return select;
}

function fillSelect(select, choices, value, empty) {
  const known = choices.some((choice) => choice.value === value);
  fill(
    select,
    h('option', { value: '', selected: !value }, empty),
    value && !known ? h('option', { value, selected: true }, value) : null,
    choices.map((choice) => h('option', { value: choice.value, selected: choice.value === value }, choice.label)),
  );
}

/** Yes, no, or not answered yet: a question of the routine is never answered by silence. */
function yesNoControl(options) {
  return selectControl(
    options,
    [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ],
    t('choice.unanswered'),
  );
}

function checkboxControl(options) {
  return h('input', {
    ...common(options),
    type: 'checkbox',
    checked: options.value === 'true',
    on: { change: (event) => options.onChange(String(event.target.checked)) },
  });
}

// A choice among things of the case, which may arrive after the control is drawn.
function caseChoice(options, source, empty) {
  const select = selectControl(options, [], empty);
  source
    .then((choices) => fillSelect(select, choices, options.value, empty))
    .catch(() => fillSelect(select, [], options.value, t('choice.unavailable')));
  return select;
}

const personControl = (options) => caseChoice(options, options.context.people(), t('choice.none'));
const userControl = (options) => caseChoice(options, options.context.users(), t('choice.none'));
const interventionControl = (options) => caseChoice(options, options.context.interventions(), t('choice.none'));
const documentControl = (options) =>
  caseChoice(options, options.context.documents(options.params.kinds?.split(',') ?? []), t('choice.none'));

function parsed(value, fallback) {
  try {
    return value ? JSON.parse(value) : fallback;
  } catch {
    return fallback;
  }
}

function group(options, ...content) {
  return h('div', { class: 'group', role: 'group', id: options.id, 'aria-describedby': options.describedBy }, content);
}

// Several of a list of choices; the value is a JSON list, or a comma list where the property is multi-valued.
function manyControl(options, source) {
  const commaList = options.params.format === 'list';
  const chosen = new Set(commaList ? options.value.split(',').filter(Boolean) : parsed(options.value, []).map(idOf));
  const holder = group(options, h('p', { class: 'hint' }, t('loading')));
  const change = (value, on) => {
    if (on) {
      chosen.add(value);
    } else {
      chosen.delete(value);
    }
    options.onChange(commaList ? [...chosen].join(',') : chosen.size ? JSON.stringify([...chosen]) : '');
  };
  source
    .then((choices) => {
      const all = [...choices, ...[...chosen].filter((id) => !choices.some((choice) => choice.value === id)).map((id) => ({ value: id, label: id }))];
      fill(holder, all.length ? all.map((choice) => checkLine(choice, chosen, change, options.readOnly)) : h('p', { class: 'hint' }, t('choice.nobody')));
    })
    .catch(() => fill(holder, h('p', { class: 'hint' }, t('choice.unavailable'))));
  return holder;
}

function idOf(item) {
  return typeof item === 'object' && item !== null ? (item.personId ?? item.id) : String(item);
}

function checkLine(choice, chosen, change, readOnly) {
  const box = h('input', {
    type: 'checkbox',
    checked: chosen.has(choice.value),
    disabled: readOnly,
    on: { change: (event) => change(choice.value, event.target.checked) },
  });
  return h('label', { class: 'check-line' }, box, h('span', {}, choice.label));
}

// People of the case and those who work in it, kept as `[{personId}|{userName}|{text}]`; a text that a document came with stays.
function participantsControl(options) {
  const kept = parsed(options.value, []);
  const codes = kept.map(participantCode);
  const texts = kept.filter((item) => !item.personId && !item.userName);
  const onChange = (value) => {
    const all = [...parsed(value, []).map(participantOf), ...texts];
    options.onChange(all.length ? JSON.stringify(all) : '');
  };
  return manyControl({ ...options, value: JSON.stringify(codes.filter(Boolean)), onChange }, participantChoices(options.context));
}

function participantCode(item) {
  return item.personId ? `person:${item.personId}` : item.userName ? `user:${item.userName}` : '';
}

function participantOf(code) {
  const [kind, ...id] = code.split(':');
  return kind === 'person' ? { personId: id.join(':') } : { userName: id.join(':') };
}

async function participantChoices(context) {
  const [people, users] = await Promise.all([context.people(), context.users()]);
  const coded = (kind) => (choice) => ({ value: `${kind}:${choice.value}`, label: choice.label });
  return [...people.map(coded('person')), ...users.map(coded('user'))];
}

const peopleControl = (options) => manyControl(options, options.context.people());
const documentsControl = (options) => manyControl(options, options.context.documents(options.params.kinds?.split(',') ?? []));
const selectManyControl = (options) => manyControl(options, Promise.resolve(choicesOf(options)));

const LEVELS = ['OVERALL', 'GOAL', 'SUB_GOAL'];
const SIDES = ['FAMILY_AND_ENVIRONMENT', 'PARENTING_CAPACITY', 'CHILD_DEVELOPMENT'];
const ATTAINMENTS = ['POSITIVE_MET', 'POSITIVE_NOT_MET', 'NO_CHANGE', 'NEGATIVE'];

/** Goals: written in the decision basis and the assignment, carried over unchanged after that (parameter `carried`). */
function goalsControl(options) {
  const fixed = options.params.carried === 'true' || options.readOnly;
  const goals = parsed(options.value, []);
  const list = h('ol', { class: 'goals' });
  const store = () => options.onChange(goals.length ? JSON.stringify(goals) : '');
  const draw = () => fill(list, goals.map((goal, index) => h('li', { class: 'goal' }, fixed ? goalText(goal) : goalEditor(goal, index, store, remove, options))));
  const remove = (index) => {
    goals.splice(index, 1);
    store();
    draw();
    list.closest('.group')?.querySelector('button.add')?.focus();
  };
  draw();
  const add = () => {
    goals.push({ text: '', level: 'GOAL', triangleSides: [] });
    draw();
    list.lastElementChild.querySelector('textarea').focus();
  };
  return group(
    options,
    goals.length === 0 && fixed ? h('p', { class: 'hint' }, t('goals.none')) : null,
    list,
    fixed ? null : h('button', { type: 'button', class: 'quiet add', on: { click: add } }, icon('plus'), t('goals.add')),
  );
}

function goalText(goal) {
  const sides = (goal.triangleSides ?? []).map((side) => t(`triangleSide.${side}`)).join(', ');
  return [
    h('p', { class: 'goal-text' }, goal.text),
    h('p', { class: 'hint' }, [t(`goalLevel.${goal.level ?? 'GOAL'}`), sides].filter(Boolean).join(' · ')),
  ];
}

function goalEditor(goal, index, store, remove, options) {
  const number = index + 1;
  const text = h('textarea', {
    rows: 2,
    id: `${options.id}-goal-${number}`,
    on: {
      input: (event) => {
        goal.text = event.target.value;
        store();
      },
    },
  });
  text.value = goal.text ?? '';
  const level = h(
    'select',
    {
      on: {
        change: (event) => {
          goal.level = event.target.value;
          store();
        },
      },
    },
    LEVELS.map((value) => h('option', { value, selected: value === (goal.level ?? 'GOAL') }, t(`goalLevel.${value}`))),
  );
  const side = (value) =>
    checkLine(
      { value, label: t(`triangleSide.${value}`) },
      new Set(goal.triangleSides ?? []),
      (chosen, on) => {
        goal.triangleSides = SIDES.filter((known) => (known === chosen ? on : (goal.triangleSides ?? []).includes(known)));
        store();
      },
      false,
    );
  return [
    h('label', { for: text.id }, t('goals.text', { number })),
    text,
    h('label', { class: 'inline' }, h('span', {}, t('goals.level')), level),
    h('fieldset', { class: 'plain' }, h('legend', {}, t('goals.sides')), SIDES.map(side)),
    h('button', { type: 'button', class: 'quiet', on: { click: () => remove(index) } }, icon('off'), t('goals.remove', { number })),
  ];
}

/** Result and attainment of each goal of the document; the goals themselves are another field and stay as they are. */
function goalResultsControl(options) {
  const goals = parsed(options.params.goals, []);
  const results = parsed(options.value, []);
  const resultOf = (goal) => results.find((result) => result.goalId === goal.goalId);
  const change = (goal, name, value) => {
    let result = resultOf(goal);
    if (!result) {
      result = { goalId: goal.goalId };
      results.push(result);
    }
    result[name] = value || undefined;
    options.onChange(JSON.stringify(results));
  };
  const item = (goal, index) =>
    h(
      'li',
      { class: 'goal' },
      goalText(goal),
      options.readOnly ? goalResultText(resultOf(goal)) : goalResultEditor(index + 1, resultOf(goal) ?? {}, (name, value) => change(goal, name, value)),
    );
  return group(options, goals.length ? h('ol', { class: 'goals' }, goals.map(item)) : h('p', { class: 'hint' }, t('goals.none')));
}

function goalResultText(result) {
  const attainment = result?.attainment ? t(`goalAttainment.${result.attainment}`) : '';
  return h('p', {}, [result?.result, attainment].filter(Boolean).join(' · ') || t('form.empty'));
}

function goalResultEditor(number, result, change) {
  const text = h('textarea', { rows: 2, on: { input: (event) => change('result', event.target.value) } });
  text.value = result.result ?? '';
  const attainment = h('select', { on: { change: (event) => change('attainment', event.target.value) } });
  const choices = ATTAINMENTS.map((value) => ({ value, label: t(`goalAttainment.${value}`) }));
  fillSelect(attainment, choices, result.attainment ?? '', t('choice.none'));
  return [
    h('label', {}, h('span', {}, t('goals.result', { number })), text),
    h('label', {}, h('span', {}, t('goals.attainment', { number })), attainment),
  ];
}

/** Risk now and ahead on the steps of the routine's scale, and why it is judged so. */
function riskControl(options) {
  const risk = parsed(options.value, {});
  const holder = group(options, h('p', { class: 'hint' }, t('loading')));
  options.context
    .choices('riskAssessment')
    .then((steps) => fill(holder, options.readOnly ? riskText(risk, steps) : riskEditor(options, risk, steps)))
    .catch(() => fill(holder, h('p', { class: 'hint' }, t('choice.unavailable'))));
  return holder;
}

function riskText(risk, steps) {
  const named = (value) => steps.find((step) => step.value === value)?.label ?? value;
  const parts = ['now', 'future'].filter((when) => risk[when]).map((when) => `${t(`risk.${when}`)}: ${named(risk[when])}`);
  return h('p', {}, [...parts, risk.text].filter(Boolean).join(' · ') || t('form.empty'));
}

function riskEditor(options, risk, steps) {
  const change = (name, value) => {
    risk[name] = value || undefined;
    const kept = Object.fromEntries(Object.entries(risk).filter(([, each]) => each));
    options.onChange(Object.keys(kept).length ? JSON.stringify(kept) : '');
  };
  const select = (when) => {
    const control = h('select', { on: { change: (event) => change(when, event.target.value) } });
    fillSelect(control, steps, risk[when] ?? '', t('choice.none'));
    return h('label', {}, h('span', {}, t(`risk.${when}`)), control);
  };
  const text = h('textarea', { rows: 3, on: { input: (event) => change('text', event.target.value) } });
  text.value = risk.text ?? '';
  return [select('now'), select('future'), h('label', {}, h('span', {}, t('risk.text')), text)];
}

/** Contact details, interpreter and communication support, person by person. */
function personNeedsControl(options) {
  const needs = parsed(options.value, []);
  const holder = group(options, h('p', { class: 'hint' }, t('loading')));
  const change = (personId, name, value) => {
    let need = needs.find((candidate) => candidate.personId === personId);
    if (!need) {
      need = { personId };
      needs.push(need);
    }
    need[name] = value;
    options.onChange(JSON.stringify(needs));
  };
  const line = (person, index) => {
    const need = needs.find((candidate) => candidate.personId === person.value) ?? {};
    const question = (name, text) => {
      const id = `${options.id}-${name}-${index}`;
      const control = yesNoControl({
        ...options,
        id,
        describedBy: undefined,
        mandatory: false,
        value: need[name] === undefined ? '' : String(need[name]),
        onChange: (value) => change(person.value, name, value === '' ? undefined : value === 'true'),
      });
      return h('div', { class: 'cell' }, h('label', { for: id }, text), control);
    };
    return h(
      'fieldset',
      { class: 'plain' },
      h('legend', {}, person.label),
      h(
        'div',
        { class: 'line' },
        question('contactDetailsStated', t('needs.contact')),
        question('interpreterNeed', t('needs.interpreter')),
        question('communicationSupportNeed', t('needs.support')),
      ),
    );
  };
  options.context
    .people()
    .then((people) => fill(holder, people.length ? people.map(line) : h('p', { class: 'hint' }, t('choice.nobody'))))
    .catch(() => fill(holder, h('p', { class: 'hint' }, t('choice.unavailable'))));
  return holder;
}

/**
 * Rows of a few texts and dates, kept as a JSON list; parameter `columns` is `name:type:label key,…` with the name of a control as type, and for
 * codes the beginning of their texts after that. With parameter `scalar` the list holds the values of the only column rather than objects.
 */
function rowsControl(options) {
  const columns = (options.params.columns ?? '').split(',').map((column) => {
    const [name, type, label, prefix] = column.trim().split(':');
    return { name, type, label, prefix };
  });
  if (options.readOnly && columns.every(({ type }) => type in SHOWN)) {
    return rowsShown(columns, parsed(options.value, []), options.params.scalar === 'true');
  }
  const scalar = options.params.scalar === 'true';
  const rows = parsed(options.value, []).map((row) => (scalar ? { [columns[0].name]: row } : row));
  const holder = h('div', { class: 'rows' });
  const store = () => {
    const kept = scalar ? rows.map((row) => row[columns[0].name]).filter(Boolean) : rows;
    options.onChange(kept.length ? JSON.stringify(kept) : '');
  };
  const cell = (row, column, index) => {
    const id = `${options.id}-${column.name}-${index + 1}`;
    const control = createControl(column.type, {
      ...options,
      id,
      mandatory: false,
      describedBy: undefined,
      params: {},
      value: String(row[column.name] ?? ''),
      onChange: (value) => {
        row[column.name] = value;
        store();
      },
    });
    return h('div', { class: 'cell' }, h('label', { for: id }, t(column.label)), control);
  };
  const remove = (index) => {
    rows.splice(index, 1);
    store();
    draw();
  };
  const draw = () =>
    fill(
      holder,
      rows.map((row, index) =>
        h(
          'div',
          { class: 'row', role: 'group', 'aria-label': t('rows.number', { number: index + 1 }) },
          columns.map((column) => cell(row, column, index)),
          options.readOnly ? null : h('button', { type: 'button', class: 'quiet', on: { click: () => remove(index) } }, t('rows.remove', { number: index + 1 })),
        ),
      ),
    );
  draw();
  const add = () => {
    rows.push({});
    draw();
    holder.lastElementChild.querySelector('input,select,textarea').focus();
  };
  return group(options, holder, options.readOnly ? null : h('button', { type: 'button', class: 'quiet add', on: { click: add } }, icon('plus'), t('rows.add')));
}

const SHOWN = {
  text: (value) => value,
  textarea: (value) => value,
  date: (value) => lawDate(value),
  datetime: (value) => moment(value),
  yesno: (value) => (String(value) === 'true' ? t('yes') : t('no')),
  code: codeText,
};

// Rows that are only read, as a table.
function rowsShown(columns, rows, scalar) {
  const cell = (row, { name, type, prefix }) => {
    const value = scalar ? row : row[name];
    return h('td', { class: 'pre' }, value === undefined || value === null ? '' : SHOWN[type](value, prefix));
  };
  return h(
    'table',
    { class: 'rows-shown' },
    h('thead', {}, h('tr', {}, columns.map(({ label: key }) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, columns.map((column) => cell(row, column))))),
  );
}

/** A talk that an act has noted: when, with whom, what was said; only ever shown. */
function talkControl({ id, value }) {
  const talk = parsed(value, {});
  const present = talk.caseWorkerPresent ? t('talk.caseWorkerPresent') : '';
  const head = [lawDate(talk.date), (talk.participants ?? []).join(', '), present].filter(Boolean).join(' · ');
  return h('div', { id }, head ? h('p', { class: 'hint' }, head) : null, talk.text ? h('p', { class: 'pre' }, talk.text) : null);
}

/** What was said on each topic of the document's checklist, kept as `[{topic, text}]`. */
function topicsControl(options) {
  const said = new Map(parsed(options.value, []).map(({ topic, text }) => [topic, text]));
  const holder = group(options, h('p', { class: 'hint' }, t('loading')));
  const change = (topic, text) => {
    if (text.trim()) {
      said.set(topic, text);
    } else {
      said.delete(topic);
    }
    options.onChange(said.size ? JSON.stringify([...said].map(([each, words]) => ({ topic: each, text: words }))) : '');
  };
  const written = ({ value, label: name }, index) => {
    const area = h('textarea', { id: `${options.id}-topic-${index}`, rows: 2, on: { input: (event) => change(value, event.target.value) } });
    area.value = said.get(value) ?? '';
    return h('div', { class: 'cell' }, h('label', { for: area.id }, name), area);
  };
  const shown = ({ value, label: name }) =>
    said.has(value) ? h('div', {}, h('h4', {}, name), h('p', { class: 'pre' }, said.get(value))) : h('p', { class: 'missing' }, t('topics.left', { topic: name }));
  options.context
    .choices('topics')
    .then((topics) => fill(holder, topics.length ? topics.map(options.readOnly ? shown : written) : h('p', { class: 'hint' }, t('topics.none'))))
    .catch(() => fill(holder, h('p', { class: 'hint' }, t('choice.unavailable'))));
  return holder;
}

// A value that is only ever shown, under a text of its own (parameter `prefix`, for example `status.order`, or else its first part).
function codeText(value, prefix = '') {
  return label(value, `${prefix}.${value}`, `${prefix.split('.')[0]}.${value}`);
}

function codeControl(options) {
  return h('output', { id: options.id }, codeText(options.value, options.params.prefix));
}

const CONTROLS = {
  code: codeControl,
  text: textControl,
  textfield: textControl,
  textarea: textAreaControl,
  number: numberControl,
  date: dateControl,
  datetime: dateTimeControl,
  checkbox: checkboxControl,
  yesno: yesNoControl,
  selectone: (options) => selectControl(options, choicesOf(options), options.empty ?? t('choice.none')),
  selectmany: selectManyControl,
  person: personControl,
  people: peopleControl,
  participants: participantsControl,
  user: userControl,
  document: documentControl,
  documents: documentsControl,
  intervention: interventionControl,
  goals: goalsControl,
  goalresults: goalResultsControl,
  risk: riskControl,
  personneeds: personNeedsControl,
  rows: rowsControl,
  topics: topicsControl,
  talk: talkControl,
  contractor: contractorControl,
  contractorname: (options) => h('output', { id: options.id }, options.value),
};

/** Whether there is a control of that name. */
export function isControl(name) {
  return name in CONTROLS;
}

/** Whether a control is a group of several, labelled by a legend rather than by a label. */
export function isGroup(name) {
  return ['people', 'participants', 'documents', 'selectmany', 'goals', 'goalresults', 'risk', 'personneeds', 'rows', 'topics', 'contractor'].includes(name);
}

/**
 * Makes a control.
 *
 * @param {string} name name of the control; an unknown one becomes a line of text
 * @param {ControlOptions} options what it needs
 * @returns {HTMLElement} the control; new values go to `options.onChange`
 */
export function createControl(name, options) {
  return (CONTROLS[name] ?? textControl)(options);
}

/**
 * A value as a reader sees it, without a control around it.
 *
 * @returns {Promise<Node|string>} text or nodes; an empty string when there is no value
 */
export async function showValue(name, { value, options, context, params }) {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  const labelOf = (choices) => choices?.find((choice) => choice.value === String(value))?.label ?? String(value);
  const labelsOf = (choices, ids) => ids.map((id) => choices?.find((choice) => choice.value === id)?.label ?? id).join(', ');
  switch (name) {
    case 'date':
      return lawDate(value);
    case 'datetime':
      return moment(value);
    case 'code':
      return codeText(value, params?.prefix);
    case 'yesno':
    case 'checkbox':
      return String(value) === 'true' ? t('yes') : t('no');
    case 'selectone':
      return labelOf(choicesOf({ options, params: params ?? {} }));
    case 'selectmany':
      return labelsOf(choicesOf({ options, params: params ?? {} }), params?.format === 'list' ? String(value).split(',') : parsed(value, []));
    case 'person':
      return labelOf(await context.people());
    case 'people':
      return labelsOf(await context.people(), parsed(value, []).map(idOf));
    case 'participants': {
      const list = parsed(value, []);
      const texts = list.map((item) => item.text).filter(Boolean);
      return [labelsOf(await participantChoices(context), list.map(participantCode).filter(Boolean)), ...texts].filter(Boolean).join(', ');
    }
    case 'user':
      return labelOf(await context.users());
    case 'documents':
      return labelsOf(await context.documents([]), parsed(value, []));
    case 'document':
      return labelOf(await context.documents([]));
    case 'intervention':
      return labelOf(await context.interventions());
    case 'contractorname':
      return contractorText(String(value));
    case 'goals':
    case 'goalresults':
    case 'risk':
    case 'personneeds':
    case 'topics':
    case 'talk':
    case 'rows':
      return createControl(name, { id: uniqueId('shown'), value, readOnly: true, params: params ?? {}, context, onChange: () => undefined });
    default:
      return h('span', { class: 'pre' }, String(value));
  }
}
