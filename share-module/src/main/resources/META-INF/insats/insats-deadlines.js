// Live deadlines: mine, my unit's, or those of one case.
import { api } from './api.js';
import { chip, define, emptyState, InsatsElement, table } from './element.js';
import { h, lawDate } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';

/** A deadline's state as a chip. */
export function deadlineChip(deadline) {
  const state = deadline.state ?? deadline.deadlineState;
  return chip(state, label(state, `deadlineState.${state}`));
}

/** What a deadline is about, in words. */
export function deadlineText(deadline) {
  return deadline.title ?? label(deadline.ruleId, `rule.${deadline.ruleId}`);
}

/** Rows of a table of deadlines; `names` are what people are called, by user name. */
export function deadlineRows(deadlines, linkTo, names = {}) {
  return deadlines.map((deadline) => [
    [h('span', {}, deadlineText(deadline)), h('span', { class: 'hint block' }, deadline.ruleId)],
    ...(linkTo ? [h('a', { href: linkTo(deadline.caseNumber), class: 'number' }, deadline.caseNumber)] : []),
    h('time', { datetime: lawDate(deadline.dueDate), class: 'date-text' }, lawDate(deadline.dueDate)),
    deadlineChip(deadline),
    ownerOf(deadline, names),
  ]);
}

function ownerOf(deadline, names) {
  const roles = (deadline.ownerRole ?? '').split(',').filter(Boolean);
  const roleText = roles.map((role) => label(role, `role.${role}`)).join(', ');
  const owner = deadline.owner ?? deadline.deadlineOwner ?? '';
  return [names[owner] ?? deadline.ownerName ?? owner, roleText ? h('span', { class: 'hint block' }, roleText) : null];
}

/** `<insats-deadlines scope="mine|unit">`, with a choice between the two. */
class InsatsDeadlines extends InsatsElement {
  async load() {
    const scope = this.getAttribute('scope') ?? 'mine';
    const { items = [] } = await api.get(scope === 'unit' ? 'deadlines?unit=true' : 'deadlines?mine=true');
    return { scope, items };
  }

  render({ scope, items }) {
    return [this.#choice(scope), items.length === 0 ? emptyState(t('deadlines.empty')) : this.#table(items)];
  }

  #choice(scope) {
    const button = (value) =>
      h(
        'button',
        {
          type: 'button',
          class: 'segment',
          'aria-pressed': String(scope === value),
          on: {
            click: async () => {
              this.setAttribute('scope', value);
              await this.reload();
              this.querySelector('[aria-pressed="true"]')?.focus();
            },
          },
        },
        t(`deadlines.${value}`),
      );
    return h('div', { class: 'segments', role: 'group', 'aria-label': t('deadlines.scope') }, button('mine'), button('unit'));
  }

  #table(items) {
    const headings = ['deadlines.what', 'deadlines.case', 'deadlines.due', 'deadlines.state', 'deadlines.owner'].map((key) => t(key));
    return table(t('deadlines.title'), headings, deadlineRows(items, (number) => addressOf('case', { number })));
  }
}

define('insats-deadlines', InsatsDeadlines);
