// Tasks with the form of their act, completed where they stand.
import { api, segment } from './api.js';
import { CaseContext } from './case-context.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement } from './element.js';
import { fill, h, lawDate } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';
import { loadTask, taskForm } from './task-form.js';
import './insats-form.js';

// The form that acts share: what it asks for depends on the act.
const SHARED = 'inswf:registerActTask';

// Shown in the head of a task, so not repeated in its form.
const CONTEXT = new Set([
  'message', 'taskOwner', 'transitions', 'inswf:caseNumber', 'inswf:dueDate', 'inswf:deadlineState', 'inswf:ruleId', 'inswf:escalatedAt', 'inswf:act',
]);

/** `<insats-tasks>`: my tasks; attribute `case` limits them to one case. Fires `insats-changed` when one is completed. */
class InsatsTasks extends InsatsElement {
  async load() {
    const { items = [] } = await api.get('tasks?mine=true');
    const only = this.getAttribute('case');
    return only ? items.filter((task) => task.caseNumber === only) : items;
  }

  render(tasks) {
    return tasks.length === 0 ? emptyState(t('tasks.empty')) : h('ul', { class: 'task-list' }, tasks.map((task) => this.#task(task)));
  }

  #task(task) {
    const state = task.deadlineState;
    const place = h('div', { class: 'task-form', hidden: true });
    const toggle = h(
      'button',
      { type: 'button', class: 'primary', 'aria-expanded': 'false', on: { click: () => this.#open(task, place, toggle) } },
      t('tasks.do'),
    );
    return h(
      'li',
      { class: 'task card', 'data-rule': task.ruleId },
      h(
        'div',
        { class: 'task-head' },
        h(
          'div',
          {},
          h(this.hasAttribute('case') ? 'h3' : 'h2', {}, taskTitle(task)),
          h(
            'p',
            { class: 'hint' },
            h('a', { href: addressOf('case', { number: task.caseNumber }) }, task.caseNumber),
            ` · ${t('tasks.due')} `,
            h('time', { datetime: lawDate(task.dueDate) }, lawDate(task.dueDate)),
          ),
        ),
        chip(state, label(state, `deadlineState.${state}`)),
        toggle,
      ),
      place,
    );
  }

  #open(task, place, toggle) {
    const open = place.hidden;
    place.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    if (open && !place.firstChild) {
      this.#draw(task, place);
    }
  }

  async #draw(task, place) {
    if (task.formKey !== SHARED) {
      fill(place, this.#form(task));
      return;
    }
    try {
      const whole = await loadTask(task.id);
      const cancel = () => place.parentElement.querySelector('button[aria-expanded]').click();
      const forms = taskForm(whole, { done: () => this.#done(), cancel });
      fill(place, whole.ownForm ? this.#form(task) : forms);
    } catch (error) {
      fill(place, errorBox(error));
    }
  }

  async #done() {
    this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
    await this.reload();
  }

  #form(task) {
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
      await this.#done();
    };
    return form;
  }
}

function taskTitle(task) {
  return task.title ?? label(task.ruleId, `rule.${task.ruleId}`);
}

define('insats-tasks', InsatsTasks);
