// Saves a list as a file.
import { api } from './api.js';
import { errorBox } from './element.js';
import { fill, h } from './dom.js';
import { t } from './i18n.js';

const KEPT_MILLIS = 60_000;

/**
 * The button.
 *
 * @param {string} title what the list is called, for those who only hear the button
 * @param {string} path of the list, with what it is asked
 * @param {string} fileName of the file
 */
export function saveButton(title, path, fileName) {
  const problems = h('div', { class: 'problems' });
  const save = async () => {
    fill(problems);
    try {
      const url = URL.createObjectURL(await api.blob(`${path}${path.includes('?') ? '&' : '?'}format=csv`));
      h('a', { href: url, download: fileName }).click();
      window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLIS);
    } catch (error) {
      fill(problems, errorBox(error));
    }
  };
  return h(
    'div',
    { class: 'buttons' },
    h('button', { type: 'button', class: 'quiet', on: { click: save } }, t('reports.save'), h('span', { class: 'visually-hidden' }, `: ${title}`)),
    problems,
  );
}
