// The form of an act on a document. The repository says which acts there are and what each asks for; nothing of an act is known here.
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { createControl, isGroup } from './controls.js';
import { announce, errorBox } from './element.js';
import { fill, h, uniqueId } from './dom.js';
import { t } from './i18n.js';

const CONTROLS = {
  TEXT: 'text',
  LONG_TEXT: 'textarea',
  DATE: 'date',
  DATETIME: 'datetime',
  BOOLEAN: 'yesno',
  INT: 'number',
  ENUM_LIST: 'selectmany',
  STAFF_LIST: 'selectmany',
  CONTRACTOR: 'contractor',
};

/**
 * Draws the form.
 *
 * @param {object} document the document, as `GET documents/{id}` answers it
 * @param {{name: string, label: string, weighty: boolean, inputs: object[]}} act one of its `actions`
 * @param {{done: (document: object) => (void|Promise<void>), cancel: () => void, send?: (values: object) => Promise<object>}} told what to
 *   do afterwards; `send` performs it elsewhere than on the document
 * @returns {HTMLFormElement} the form
 */
export function actForm(document, act, { done, cancel, send = act.send ?? ((values) => onDocument(document, act, values)) }) {
  const values = Object.fromEntries(act.inputs.filter((input) => input.value !== undefined).map((input) => [input.name, ofText(input, input.value)]));
  const problems = h('div', { class: 'problems' });
  const submit = h('button', { type: 'submit', class: 'primary' }, t('document.perform', { act: act.label }));
  const perform = async (event) => {
    event.preventDefault();
    const missing = firstMissing(event.target, act, values);
    if (missing) {
      missing.focus();
      return;
    }
    fill(problems);
    submit.disabled = true;
    try {
      const changed = await send(values);
      announce(t('document.acted', { act: act.label }));
      await done(changed);
    } catch (error) {
      fill(problems, errorBox(error));
      pointAt(event.target, error.field);
    } finally {
      submit.disabled = false;
    }
  };
  return h(
    'form',
    { class: 'form', novalidate: true, 'data-act': act.name, on: { submit: perform } },
    h('h3', {}, act.label),
    act.weighty ? h('p', { class: 'hint' }, t('document.weighty')) : null,
    act.inputs.map((input) => field(input, values)),
    problems,
    h('div', { class: 'buttons' }, submit, h('button', { type: 'button', class: 'quiet', on: { click: cancel } }, t('form.cancel'))),
  );
}

function onDocument(document, act, values) {
  return api.post(`documents/${segment(document.id)}/actions/${segment(act.name)}`, { version: document.version, ...values });
}

/**
 * The acts on a document as the repository tells them, and deleting it where it is a draft that the person may delete.
 *
 * @param {object} document the document, as `GET documents/{id}` answers it
 * @returns {object[]} acts; one that is not an action of the document has a `send` of its own
 */
export function actsOf(document) {
  const acts = document.actions ?? [];
  const remove = {
    name: 'deleteDraft',
    label: t('document.deleteDraft'),
    weighty: true,
    inputs: [],
    send: () => api.remove(`documents/${segment(document.id)}?version=${segment(document.version)}`),
  };
  return document.deletable ? [...acts, remove] : acts;
}

/** Puts the focus where the person starts. */
export function focusFirst(form) {
  (form.querySelector('input:not(.picker),select,textarea') ?? form.querySelector('button')).focus();
}

function field(input, values) {
  const id = uniqueId('act');
  const name = CONTROLS[input.type] ?? (input.choices.length > 0 ? 'selectone' : 'text');
  const control = createControl(name, {
    id,
    value: input.value ?? '',
    readOnly: false,
    mandatory: input.mandatory,
    params: input.sort ? { sort: input.sort } : {},
    options: input.choices,
    context: CaseContext.none(),
    onChange: (text) => {
      values[input.name] = ofText(input, text);
    },
  });
  const label = [input.label, input.mandatory ? h('span', { class: 'mandatory', 'aria-hidden': 'true' }, ' *') : null];
  if (isGroup(name)) {
    control.setAttribute('aria-labelledby', `${id}-label`);
    return h('div', { class: 'field', 'data-input': input.name }, h('div', { class: 'label', id: `${id}-label` }, label), control);
  }
  return h('div', { class: 'field', 'data-input': input.name }, h('label', { for: id }, label), control);
}

// Controls speak in texts; the repository takes yes and no, numbers and lists as such, and nothing where nothing was said.
function ofText({ type }, text) {
  if (text === '') {
    return undefined;
  }
  switch (type) {
    case 'BOOLEAN':
      return text === 'true';
    case 'INT':
      return Number(text);
    case 'ENUM_LIST':
    case 'STAFF_LIST':
      return JSON.parse(text);
    default:
      return text;
  }
}

function controlOf(form, name) {
  return form.querySelector(`[data-input="${CSS.escape(name)}"] :is(input:not(.picker),select,textarea)`);
}

function firstMissing(form, act, values) {
  const empty = act.inputs.filter((input) => input.mandatory && values[input.name] === undefined).map((input) => controlOf(form, input.name));
  empty.forEach(mark);
  return form.querySelector('[aria-invalid="true"]');
}

function pointAt(form, name) {
  const control = name ? controlOf(form, name) : null;
  if (control) {
    mark(control);
    control.focus();
  }
}

function mark(control) {
  control.setAttribute('aria-invalid', 'true');
  ['input', 'change'].forEach((event) => control.addEventListener(event, () => control.setAttribute('aria-invalid', 'false'), { once: true }));
}
