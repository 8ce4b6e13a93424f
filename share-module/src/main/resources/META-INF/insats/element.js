// What all components share: load, draw, tell of errors, and draw again when the language changes.
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

/** A component that loads something and draws it. Subclasses give `load()` (may be async) and `render(data)`. */
export class InsatsElement extends HTMLElement {
  #turn = 0;
  #redraw = () => this.reload();

  connectedCallback() {
    document.addEventListener('insats-language', this.#redraw);
    this.reload();
  }

  disconnectedCallback() {
    document.removeEventListener('insats-language', this.#redraw);
  }

  /** Loads and draws again; an answer that comes after a newer question is dropped. */
  async reload() {
    this.#turn += 1;
    const turn = this.#turn;
    this.setAttribute('aria-busy', 'true');
    try {
      const data = await this.load();
      if (turn === this.#turn) {
        fill(this, this.render(data));
      }
    } catch (error) {
      if (turn === this.#turn) {
        fill(this, errorBox(error));
      }
      this.dispatchEvent(new CustomEvent('insats-error', { bubbles: true, detail: error }));
    } finally {
      if (turn === this.#turn) {
        this.removeAttribute('aria-busy');
      }
    }
  }

  async load() {
    return undefined;
  }
}

/** Defines a custom element once, also when a page loads the module twice under two addresses. */
export function define(name, type) {
  if (!customElements.get(name)) {
    customElements.define(name, type);
  }
}

/** A refusal as the user meets it: what to do first, then the id to quote. */
export function errorBox(error) {
  const connection = error instanceof TypeError;
  return h(
    'div',
    { class: 'notice notice-error', role: 'alert' },
    icon('late'),
    h(
      'div',
      {},
      h('p', { class: 'notice-text' }, connection ? t('error.connection') : error.message),
      error.id ? h('p', { class: 'notice-id' }, t('error.id', { id: error.id })) : null,
    ),
  );
}

/** A line that says that there is nothing to show, and what to do about it. */
export function emptyState(text) {
  return h('p', { class: 'empty' }, text);
}

/** Says something to screen readers, and shows it for a while. */
export function announce(text) {
  const region = document.getElementById('insats-status');
  if (region) {
    region.textContent = '';
    window.requestAnimationFrame(() => {
      region.textContent = text;
    });
  }
}

/** A section with a heading of its own. */
export function section(heading, ...content) {
  const id = `s-${heading.toLowerCase().replace(/[^a-zåäö0-9]+/g, '-')}`;
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, heading), content);
}

const TONES = {
  DUE_SOON: ['warn', 'warn'],
  OVERDUE: ['late', 'late'],
  MET: ['ok', 'ok'],
  MET_LATE: ['ok', 'warn'],
  PENDING: ['wait', 'calm'],
  CANCELLED: ['off', 'muted'],
  SUPERSEDED: ['off', 'muted'],
  DRAFT: ['draft', 'muted'],
  WITHDRAWN: ['off', 'muted'],
  DECLINED: ['off', 'muted'],
  REPLACED: ['off', 'muted'],
  RUNNING: ['ok', 'ok'],
};

/** A state as icon and text together, so that colour is never alone. */
export function chip(state, text) {
  const [picture, tone] = TONES[state] ?? ['ok', 'calm'];
  return h('span', { class: `chip chip-${tone}` }, icon(picture), text);
}

/**
 * A table that scrolls on its own when the window is narrow.
 *
 * @param {string} caption what the table shows
 * @param {string[]} headings column headings
 * @param {Array<Array>} rows cells; the first cell of a row is its heading
 */
export function table(caption, headings, rows) {
  const [first, ...others] = headings;
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, [first, ...others].map((heading) => h('th', { scope: 'col' }, heading)))),
      h(
        'tbody',
        {},
        rows.map(([heading, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, heading), cells.map((cell) => h('td', {}, cell)))),
      ),
    ),
  );
}
