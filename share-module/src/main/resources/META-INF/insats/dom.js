// Small helpers for building pages. Data reaches the page as text nodes and attributes only, never as HTML.

/**
 * Builds an element.
 *
 * @param {string} tag element name
 * @param {object} [attributes] attributes; `on` holds event listeners, `true` and `false` set and leave out
 * @param {...(Node|string|number|null|undefined|Array)} children nodes or texts; null and undefined are left out
 * @returns {HTMLElement} the element
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

/** Replaces everything inside an element. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

const ICONS = {
  cases: 'M3 6.5A1.5 1.5 0 0 1 4.5 5h4l2 2.5h7A1.5 1.5 0 0 1 19 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 3 17.5z',
  tasks: 'M4 12.5l4 4L18 6.5',
  deadlines: 'M11 3.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM11 7v4.5l3 2',
  contractors: 'M3.5 10.5L11 4l7.5 6.5M5.5 9v9h11V9M9.5 18v-5h3v5',
  meetings: 'M8 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 18c0-3 2-5 5-5s5 2 5 5M14.5 10.5a2 2 0 1 0 0-4M15.5 13.2c2 .4 3.5 2 3.5 4.8',
  reports: 'M4 18h14M6 18v-6M11 18V6M16 18v-9',
  admin: 'M11 8a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM11 3v3M11 16v3M3 11h3M16 11h3M5.5 5.5l2 2M14.5 14.5l2 2M16.5 5.5l-2 2M7.5 14.5l-2 2',
  records: 'M3 4.5h16v4H3zM4.5 8.5v10h13v-10M9 12h4',
  standIns: 'M8 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 18c0-3 2-5 5-5s5 2 5 5M13 8h6M16.5 5.5L19 8l-2.5 2.5',
  accessLog: 'M2.5 11C5 7 8 5.5 11 5.5S17 7 19.5 11C17 15 14 16.5 11 16.5S5 15 2.5 11zM11 8.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  scans: 'M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M14 4h2.5A1.5 1.5 0 0 1 18 5.5V8M18 14v2.5a1.5 1.5 0 0 1-1.5 1.5H14M8 18H5.5A1.5 1.5 0 0 1 4 16.5V14M3 11h16',
  ok: 'M4 12.5l4 4L18 6.5',
  wait: 'M11 4.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM11 7.5V11l2.5 1.5',
  warn: 'M11 4l8 14H3zM11 9v4M11 15.4v.2',
  late: 'M11 3.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM11 7v5M11 14.8v.2',
  off: 'M6 6l10 10M16 6L6 16',
  draft: 'M5 17l1-4 8.5-8.5 3 3L9 16z',
  calendar: 'M4 6.5h14v11H4zM4 9.5h14M7.5 4v3.5M14.5 4v3.5',
  document: 'M6 3.5h6.5L16 7v11.5H6zM12.5 3.5V7H16',
  plus: 'M11 5v12M5 11h12',
};

/** A decorative line icon: the meaning is always in the text beside it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 22 22');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name] ?? ICONS.document);
  svg.append(path);
  return svg;
}

/** A date of law as yyyy-mm-dd: it is stored at 12:00 UTC, so its first ten characters are the date everywhere. */
export function lawDate(value) {
  return value ? String(value).slice(0, 10) : '';
}

/** An instant as yyyy-mm-dd hh:mm in the reader's own time zone. */
export function moment(value) {
  if (!value) {
    return '';
  }
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) {
    return String(value);
  }
  const two = (number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return String(value).length <= 10 ? day : `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

let counter = 0;

/** An id that no other element on the page has. */
export function uniqueId(prefix = 'insats') {
  counter += 1;
  return `${prefix}-${counter}`;
}
