// Tasks with the form of their act, completed where they stand.
import { api } from './api.js';
import { chip, define, emptyState, InsatsElement } from './element.js';
import { h, lawDate } from './dom.js';
import { inDays } from './days.js';
import { label, t } from './i18n.js';
import { deadlineText } from './deadline-words.js';
import { addressOf } from './routes.js';
import { taskWork } from './task-work.js';

/** `<insats-tasks>`: my tasks. Fires `insats-changed` when one is completed. */
class InsatsTasks extends InsatsElement {
  async load() {
    return api.get('tasks?mine=true');
  }

  render({ items = [], today }) {
    return items.length === 0 ? emptyState(t('tasks.empty')) : h('ul', { class: 'task-list' }, items.map((task) => this.#task(task, today)));
  }

  #task(task, today) {
    const state = task.deadlineState;
    const title = deadlineText(task);
    const { toggle, place } = taskWork(task, { title, done: () => this.#done() });
    return h(
      'li',
      { class: 'task card', 'data-rule': task.ruleId },
      h(
        'div',
        { class: 'task-head' },
        h(
          'div',
          {},
          h('h2', {}, title),
          h(
            'p',
            { class: 'hint' },
            h('a', { href: addressOf('case', { number: task.caseNumber }) }, task.caseNumber),
            ` · ${t('tasks.due')} `,
            h('time', { datetime: lawDate(task.dueDate) }, lawDate(task.dueDate)),
            task.dueDate ? ` (${inDays(today, task.dueDate)})` : '',
          ),
        ),
        chip(state, label(state, `deadlineState.${state}`)),
        toggle,
      ),
      place,
    );
  }

  async #done() {
    this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
    await this.reload();
  }
}

define('insats-tasks', InsatsTasks);
