// In Share's own task page: the act of a task where it asks for more than a day, in a dialogue beside Share's form.
import { define, errorBox, InsatsElement } from './element.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { goTo } from './routes.js';
import { loadStyles } from './styles.js';
import { loadTask, taskForm } from './task-form.js';

/** `<insats-task-act task="activiti$12">`: nothing where the fields of Share's form complete the task. */
class InsatsTaskAct extends InsatsElement {
  async load() {
    loadStyles();
    return loadTask(this.getAttribute('task'));
  }

  render(task) {
    if (task.ownForm) {
      return null;
    }
    return h('button', { type: 'button', class: 'primary', 'data-task-act': true, on: { click: () => openTask(task) } }, task.title);
  }
}

// Beside the page's form, because a form in a form would send both.
function openTask(task) {
  const dialog = h('dialog', { class: 'insats-app', 'aria-label': task.title });
  const told = { done: () => goTo('tasks'), cancel: () => dialog.close() };
  try {
    dialog.append(h('h2', { tabindex: '-1' }, task.title), ...taskForm(task, told));
  } catch (error) {
    dialog.append(errorBox(error));
  }
  dialog.append(h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: () => dialog.close() } }, t('acts.close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

define('insats-task-act', InsatsTaskAct);
