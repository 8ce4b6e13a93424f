// The figures of a unit as pictures. The tables below them hold the same numbers.
import { h } from './dom.js';
import { t } from './i18n.js';
import { picture, svg } from './svg.js';

const BAR = 26;
const STEP = 46;
const TALL = 120;
const ABOVE = 18;
const BELOW = 20;

/** Sums over all months: share in time, and the numbers behind it. */
export function tiles(items) {
  const all = sum(items);
  const tile = (name, value) => h('div', { class: 'tile' }, h('dt', {}, t(name)), h('dd', {}, value));
  return h(
    'dl',
    { class: 'tiles' },
    tile('reports.column.share', share(all)),
    tile('reports.column.due', all.due),
    tile('reports.column.late', all.late),
    tile('reports.column.overdue', all.overdue),
  );
}

/** A bar a month: in time at the bottom, late above it, overdue on top; the share in time stands above the bar. */
export function monthChart(items) {
  const months = byKey(items, ({ month }) => month);
  const most = Math.max(...months.map(([, { due }]) => due), 1);
  const words = t('reports.chart', { months: months.map(([month, numbers]) => `${month}: ${share(numbers)}`).join('; ') });
  return h(
    'figure',
    { class: 'figure' },
    h('div', { class: 'figure-scroll', tabindex: '0', role: 'group', 'aria-label': t('reports.months') }, bars(words, months, (numbers, x) => stack(numbers, x, most), share)),
    h('figcaption', { class: 'legend' }, ['inTime', 'late', 'overdue'].map((name) => h('span', {}, key(name), t(`reports.column.${name}`)))),
  );
}

/** What was asked for most seldom in time first, so that the manager sees where to begin. */
export function actBars(items) {
  const acts = byKey(items, ({ title }) => title).sort(([, a], [, b]) => a.inTime / a.due - b.inTime / b.due);
  return h(
    'ul',
    { class: 'act-bars' },
    acts.map(([title, numbers]) =>
      h(
        'li',
        {},
        h('span', {}, title),
        h('span', { class: 'number' }, t('reports.ofDue', { share: share(numbers), due: numbers.due })),
        h('span', { class: 'act-bar', 'aria-hidden': 'true' }, h('span', { style: `width: ${(100 * numbers.inTime) / numbers.due}%` })),
      ),
    ),
  );
}

/** The middle number of days from order to start, a bar a month and service. */
export function startChart(items) {
  if (items.length === 0) {
    return null;
  }
  const rows = items.map((item) => [item.month, item]);
  const most = Math.max(...items.map(({ medianDays }) => medianDays), 1);
  const words = t('reports.startChart', { months: items.map(({ month, medianDays }) => `${month}: ${medianDays}`).join('; ') });
  const bar = ({ medianDays }, x) => [part(x, 0, height(medianDays, most), 'chart-inTime')];
  return h(
    'figure',
    { class: 'figure' },
    h('div', { class: 'figure-scroll', tabindex: '0', role: 'group', 'aria-label': t('reports.starts') }, bars(words, rows, bar, ({ medianDays }) => medianDays)),
    h('figcaption', { class: 'legend' }, t('reports.startLegend')),
  );
}

function bars(words, rows, draw, above) {
  const width = Math.max(rows.length * STEP, STEP * 4);
  return picture(
    words,
    width,
    ABOVE + TALL + BELOW,
    pattern(),
    svg('line', { x1: 0, x2: width, y1: ABOVE + TALL, y2: ABOVE + TALL, class: 'chart-axis' }),
    rows.map(([name, numbers], index) => {
      const x = index * STEP + (STEP - BAR) / 2;
      const parts = draw(numbers, x);
      const top = Math.min(...parts.map((each) => Number(each.getAttribute('y'))));
      return [
        parts,
        text(x + BAR / 2, top - 4, above(numbers)),
        text(x + BAR / 2, ABOVE + TALL + 14, name.slice(2)),
      ];
    }),
  );
}

function stack({ inTime, late, overdue }, x, most) {
  const heights = [inTime, late, overdue].map((number) => height(number, most));
  return [
    part(x, 0, heights[0], 'chart-inTime'),
    part(x, heights[0], heights[1], 'chart-late'),
    part(x, heights[0] + heights[1], heights[2], 'chart-overdue'),
  ];
}

function height(number, most) {
  return (number / most) * TALL;
}

function part(x, from, tall, look) {
  return svg('rect', { x, y: ABOVE + TALL - from - tall, width: BAR, height: tall, class: look });
}

function text(x, y, words) {
  const element = svg('text', { x, y, 'text-anchor': 'middle' });
  element.textContent = String(words);
  return element;
}

// Late is striped and overdue is framed, so that they are told apart without colour.
function pattern() {
  return svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'insats-stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 6, height: 6, class: 'stripe-ground' }),
      svg('rect', { width: 3, height: 6, class: 'stripe' }),
    ),
  );
}

function key(name) {
  return svg('svg', { viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true' }, svg('rect', { x: 1, y: 1, width: 12, height: 12, class: `chart-${name}` }));
}

function share({ inTime, due }) {
  return due === 0 ? '–' : `${Math.round((100 * inTime) / due)} %`;
}

function sum(items) {
  const all = { due: 0, inTime: 0, late: 0, overdue: 0 };
  items.forEach((item) => Object.keys(all).forEach((name) => (all[name] += item[name])));
  return all;
}

function byKey(items, keyOf) {
  const groups = new Map();
  items.forEach((item) => groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]));
  return [...groups].map(([name, group]) => [name, sum(group)]).sort(([a], [b]) => a.localeCompare(b, 'sv'));
}
