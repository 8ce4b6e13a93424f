// The form of a task whose act is done with a document: the act's own form, or the way to the document that has to be written first.
import { actForm } from './act-form.js';
import { api, segment } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { addressOf } from './routes.js';

/** A task with what completes it, as `GET tasks/{id}` answers. */
export function loadTask(id) {
  return api.get(`tasks/${segment(id)}`);
}

/**
 * The forms of the acts that complete a task, one below the other where there is a choice.
 *
 * @param {object} task as {@link loadTask} answers
 * @param {{done: () => (void|Promise<void>), cancel: () => void}} told what to do afterwards
 * @returns {Node[]} nothing where the task's own fields complete it
 */
export function taskForm(task, told) {
  if (task.ownForm) {
    return [];
  }
  if (task.acts.length === 0) {
    return [nothingToDoItWith(task)];
  }
  const choice = task.acts.length > 1 ? [h('p', { class: 'hint' }, t('tasks.choose'))] : [];
  return [...choice, ...task.acts.map((act) => section(task, act, told))];
}

function section(task, act, told) {
  const { document } = act;
  const send = (values) => api.post(`tasks/${segment(task.id)}/complete`, { fields: { action: act.name, ...values } });
  return h(
    'div',
    { class: 'task-act', 'data-act': act.name },
    h('p', {}, h('a', { href: addressOf('document', { number: task.caseNumber, id: document.id }) }, `${document.label} ${document.name.replace(/\.pdf$/, '')}`)),
    actForm(document, act, { ...told, send }),
  );
}

function nothingToDoItWith(task) {
  const links = task.write.map(({ kind, label }) =>
    h('li', {}, h('a', { class: 'write', href: addressOf('newDocument', { number: task.caseNumber, kind }) }, t('tasks.write', { kind: label }))),
  );
  return h(
    'div',
    { class: 'task-act' },
    h('p', {}, t(links.length > 0 ? 'tasks.writeFirst' : 'tasks.waitsForOthers')),
    links.length > 0 ? h('ul', {}, links) : h('p', {}, h('a', { href: addressOf('case', { number: task.caseNumber }) }, t('case.back', { number: task.caseNumber }))),
  );
}
