// The board of open deadlines: mine or my unit's, overdue first, done where they stand. Also a short list of the unit's overdue ones.
import { api, segment } from './api.js';
import { define, emptyState, InsatsElement } from './element.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { groups, inOrder, rows, tasksByDeadline } from './deadline-board.js';
import { saveButton } from './save-button.js';

const SIZE = 100;

/** `<insats-deadlines scope="mine|unit" overdue brief>`: `overdue` shows only what is late, `brief` leaves out choices and groups. */
class InsatsDeadlines extends InsatsElement {
  #items = [];
  #tasks = [];
  #next = null;

  get #scope() {
    return this.getAttribute('scope') ?? 'mine';
  }

  get #asked() {
    return `${this.#scope}=true${this.hasAttribute('overdue') ? '&overdue=true' : ''}`;
  }

  async load() {
    this.#items = [];
    this.#tasks = [];
    return this.#page('');
  }

  async #page(after) {
    const path = `${this.#asked}&size=${SIZE}${after}`;
    const [deadlines, tasks] = await Promise.all([api.get(`deadlines?${path}`), api.get(`tasks?${path}`)]);
    // Of deadlines of the same act the first is the one to work by.
    this.#items.push(...(deadlines.items ?? []).filter(({ governing }) => governing));
    this.#tasks.push(...(tasks.items ?? []));
    this.#next = deadlines.next ?? null;
    return deadlines.today;
  }

  render(today) {
    const how = { today, tasks: tasksByDeadline(this.#tasks), withCase: true, done: () => this.#done() };
    if (this.hasAttribute('brief')) {
      const empty = this.hasAttribute('overdue') ? 'deadlines.noneOverdue' : 'deadlines.empty';
      return this.#items.length ? [rows(inOrder(this.#items), how), this.#more(today)] : emptyState(t(empty));
    }
    return [
      h(
        'div',
        { class: 'board-head' },
        this.#choice(),
        this.#onlyOverdue(),
        this.#items.length ? saveButton(t('deadlines.title'), `deadlines?${this.#asked}`, 'insats-deadlines.csv') : null,
      ),
      this.#items.length ? groups(this.#items, how) : emptyState(t(this.hasAttribute('overdue') ? 'deadlines.noneOverdue' : 'deadlines.empty')),
      this.#more(today),
    ];
  }

  #choice() {
    const button = (value) =>
      h(
        'button',
        { type: 'button', class: 'segment', 'data-scope': value, 'aria-pressed': String(this.#scope === value), on: { click: () => this.#ask('scope', value, `[data-scope="${value}"]`) } },
        t(`deadlines.${value}`),
      );
    return h('div', { class: 'segments', role: 'group', 'aria-label': t('deadlines.scope') }, button('mine'), button('unit'));
  }

  #onlyOverdue() {
    const only = this.hasAttribute('overdue');
    const change = () => this.#ask('overdue', only ? null : '', '.only-overdue');
    return h('button', { type: 'button', class: 'quiet only-overdue', 'aria-pressed': String(only), on: { click: change } }, t('deadlines.onlyOverdue'));
  }

  async #ask(name, value, focus) {
    if (value === null) {
      this.removeAttribute(name);
    } else {
      this.setAttribute(name, value);
    }
    await this.reload();
    this.querySelector(focus)?.focus();
  }

  #more(today) {
    if (!this.#next) {
      return null;
    }
    const more = async () => {
      await this.#page(`&after=${segment(this.#next)}`);
      this.replaceChildren(...[this.render(today)].flat(Infinity).filter(Boolean));
    };
    return h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: more } }, t('deadlines.more')));
  }

  async #done() {
    this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
    await this.reload();
  }
}

define('insats-deadlines', InsatsDeadlines);
