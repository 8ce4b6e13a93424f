// A task done where it stands: a button that opens its form, and the place for it.
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { announce, errorBox } from './element.js';
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { loadTask, taskForm } from './task-form.js';
import './insats-form.js';

// The form that acts share: what it asks for depends on the act.
const SHARED = 'inswf:registerActTask';

// Shown in the head of a task, so not repeated in its form.
const CONTEXT = new Set([
  'message', 'taskOwner', 'transitions', 'inswf:caseNumber', 'inswf:dueDate', 'inswf:deadlineState', 'inswf:ruleId', 'inswf:escalatedAt', 'inswf:act',
]);

/**
 * The button and the place of a task.
 *
 * @param {object} task as `GET tasks` answers
 * @param {{title: string, done: () => (void|Promise<void>)}} how what it is called for those who only hear the button; told when it is done
 * @returns {{toggle: HTMLButtonElement, place: HTMLElement}}
 */
export function taskWork(task, { title, done }) {
  const place = h('div', { class: 'task-form', hidden: true });
  const toggle = h(
    'button',
    { type: 'button', class: 'primary small', 'aria-expanded': 'false', on: { click: () => open(task, place, toggle, done) } },
    t('tasks.do'),
    h('span', { class: 'visually-hidden' }, `: ${title} ${task.caseNumber}`),
  );
  return { toggle, place };
}

function open(task, place, toggle, done) {
  const opening = place.hidden;
  place.hidden = !opening;
  toggle.setAttribute('aria-expanded', String(opening));
  if (opening && !place.firstChild) {
    draw(task, place, toggle, done);
  }
}

async function draw(task, place, toggle, done) {
  if (task.formKey !== SHARED) {
    fill(place, formOf(task, done));
    return;
  }
  try {
    const whole = await loadTask(task.id);
    const forms = taskForm(whole, { done, cancel: () => toggle.click() });
    fill(place, whole.ownForm ? formOf(task, done) : forms);
  } catch (error) {
    fill(place, errorBox(error));
  }
}

function formOf(task, done) {
  const form = document.createElement('insats-form');
  form.type = task.formKey;
  form.mode = 'edit';
  form.leaveOut = CONTEXT;
  form.values = task.fields ?? {};
  form.context = new CaseContext(() => api.get(`cases/${segment(task.caseNumber)}`));
  form.submitText = t('tasks.complete');
  form.mandatoryText = t('tasks.mandatory');
  form.onSubmit = async (fields) => {
    await api.post(`tasks/${segment(task.id)}/complete`, { fields });
    announce(t('tasks.completed'));
    await done();
  };
  return form;
}
