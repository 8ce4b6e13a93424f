// A search that takes one row, so that what it finds is seen below it without scrolling; what is asked more seldom is folded away.
import { errorBox } from './element.js';
import { fill, h, uniqueId } from './dom.js';
import { t } from './i18n.js';

/**
 * Draws the form.
 *
 * @param {Array<{label: string, input: HTMLElement}>} fields those of the row
 * @param {Array<{label: string, input: HTMLElement}>} more those behind "more"; none where the list is empty
 * @param {{submit: string, search: () => Promise<void>}} does what the button says; a refusal is shown in the form
 * @returns {HTMLFormElement} the form
 */
export function searchForm(fields, more, { submit, search }) {
  const problems = h('div', { class: 'problems' });
  const perform = async (event) => {
    event.preventDefault();
    fill(problems);
    try {
      await search();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  };
  return h(
    'form',
    { class: 'card search', novalidate: true, on: { submit: perform } },
    h('div', { class: 'search-row' }, fields.map(field), h('button', { type: 'submit', class: 'primary' }, submit)),
    more.length > 0 ? h('details', {}, h('summary', {}, t('search.more')), h('div', { class: 'search-row' }, more.map(field))) : null,
    problems,
  );
}

function field({ label, input }) {
  const control = input.matches('input, select') ? input : input.querySelector('input, select');
  control.id ||= uniqueId('search');
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), input);
}

/**
 * The asked part of an address: only what has a value.
 *
 * @param {Object<string, string>} values by name of the parameter
 * @param {(value: string) => string} segment makes a value safe in an address
 */
export function asked(values, segment) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${segment(value)}`)
    .join('&');
}
