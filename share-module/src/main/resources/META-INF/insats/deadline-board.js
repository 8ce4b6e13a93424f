// Open deadlines as a board: overdue first, then what is soon due, then the rest; what the user may do is done where it stands.
import { h, icon, lawDate } from './dom.js';
import { inDays } from './days.js';
import { t } from './i18n.js';
import { deadlineChip, deadlineText, ownerText, roleText } from './deadline-words.js';
import { addressOf } from './routes.js';
import { taskWork } from './task-work.js';

const GROUPS = ['OVERDUE', 'DUE_SOON', 'PENDING'];
const SIGNS = { OVERDUE: 'late', DUE_SOON: 'warn', PENDING: 'wait' };

/** Open deadlines, overdue first, then by day. */
export function inOrder(deadlines) {
  return deadlines
    .filter(({ state }) => GROUPS.includes(state))
    .sort((a, b) => GROUPS.indexOf(a.state) - GROUPS.indexOf(b.state) || String(a.dueDate ?? '9999').localeCompare(String(b.dueDate ?? '9999')));
}

/** The task of each deadline that has one which the user is to do, by id of the deadline. */
export function tasksByDeadline(tasks) {
  return new Map(tasks.filter(({ mine }) => mine).map((task) => [task.deadlineId, task]));
}

/**
 * One group a state, each with its heading and number.
 *
 * @param {object[]} deadlines open ones
 * @param {object} how as for {@link rows}
 */
export function groups(deadlines, how) {
  const all = inOrder(deadlines);
  return GROUPS.map((state) => all.filter((deadline) => deadline.state === state))
    .filter((group) => group.length > 0)
    .map((group) => {
      const { state } = group[0];
      return h(
        'section',
        { class: `board-group board-${state.toLowerCase()}` },
        h('h2', {}, icon(SIGNS[state]), t(`board.${state}`, { count: group.length })),
        rows(group, how),
      );
    });
}

/**
 * Deadlines as rows.
 *
 * @param {object[]} deadlines in the order to show them
 * @param {{today: string, tasks: Map<string, object>, names?: object, withCase?: boolean, done: () => (void|Promise<void>)}} how `tasks` by deadline; `done` is told when one is done
 */
export function rows(deadlines, how) {
  return h('ul', { class: 'board' }, deadlines.map((deadline) => row(deadline, how)));
}

function row(deadline, { today, tasks, names = {}, withCase = false, done }) {
  const title = deadlineText(deadline);
  const task = tasks.get(deadline.id);
  const work = task ? taskWork(task, { title, done }) : null;
  const who = [ownerText(deadline, names), roleText(deadline)].filter(Boolean).join(', ');
  return h(
    'li',
    { class: 'board-row', 'data-rule': deadline.ruleId },
    h(
      'div',
      { class: 'board-line' },
      h(
        'div',
        { class: 'board-when' },
        h('time', { datetime: lawDate(deadline.dueDate), class: 'date-text' }, lawDate(deadline.dueDate)),
        h('span', { class: 'hint block' }, inDays(today, deadline.dueDate)),
      ),
      h(
        'div',
        { class: 'board-what' },
        h('span', { class: 'board-title' }, title),
        h(
          'span',
          { class: 'hint block' },
          withCase ? [h('a', { href: addressOf('case', { number: deadline.caseNumber }), class: 'number' }, deadline.caseNumber), ' · '] : null,
          who,
        ),
      ),
      deadlineChip(deadline),
      work?.toggle,
    ),
    work?.place,
  );
}
