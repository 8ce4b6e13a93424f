// Texts of the components in Swedish (default) and English.
import sv from './messages_sv.js';
import en from './messages_en.js';

const TEXTS = { sv, en };
const STORED_AS = 'insats.language';
let current = initialLanguage();

function initialLanguage() {
  const stored = window.localStorage?.getItem(STORED_AS);
  if (stored in TEXTS) {
    return stored;
  }
  const preferred = (window.Alfresco?.constants?.JS_LOCALE ?? navigator.language ?? 'sv').slice(0, 2).toLowerCase();
  return preferred === 'en' ? 'en' : 'sv';
}

/** The language in use: `sv` or `en`. */
export function language() {
  return current;
}

/** Changes the language; every component hears `insats-language` on the document and draws itself again. */
export function setLanguage(next) {
  if (next in TEXTS && next !== current) {
    current = next;
    window.localStorage?.setItem(STORED_AS, next);
    document.documentElement.lang = next;
    document.dispatchEvent(new CustomEvent('insats-language'));
  }
}

/**
 * The text of a key; `{name}` is replaced by the parameter of that name.
 *
 * @param {string} key message key
 * @param {object} [parameters] values by name
 * @returns {string} the text, or the key itself when there is none
 */
export function t(key, parameters = {}) {
  const text = TEXTS[current][key] ?? TEXTS.sv[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in parameters ? String(parameters[name]) : whole));
}

/** The text of the first key that has one, else the fallback. Used for values that the repository may add to. */
export function label(fallback, ...keys) {
  const found = keys.find((key) => key in TEXTS[current]);
  return found ? TEXTS[current][found] : String(fallback ?? '');
}
