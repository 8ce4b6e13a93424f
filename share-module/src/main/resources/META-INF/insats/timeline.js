// Past and coming deadlines of a case on a line of time, with the granted periods below them. The table of deadlines says the same in words.
import { h, icon, lawDate } from './dom.js';
import { inDays } from './days.js';
import { label, t } from './i18n.js';
import { deadlineText } from './deadline-words.js';

const DAY = 86_400_000;
const MARGIN_DAYS = 20;
const LEAST_DAYS = 120;
const CLOSE = 2.3;
const MOST_LANES = 4;
// What is further off, as the day somebody turns 21, would press all else together; it is told in words.
const AHEAD_DAYS = 550;
const LOOKS = { PENDING: ['wait', 'calm'], DUE_SOON: ['warn', 'warn'], OVERDUE: ['late', 'late'], MET: ['ok', 'ok'], MET_LATE: ['ok', 'warn'] };

/**
 * Draws the line.
 *
 * @param {object} overview as `GET cases/{caseNumber}` answers
 * @returns {HTMLElement|null} nothing where there is no deadline with a date
 */
export function timeline({ interventions = [], today }) {
  const all = interventions
    .flatMap(({ deadlines = [] }) => deadlines)
    .filter(({ dueDate, state, chased }) => dueDate && chased && state in LOOKS)
    .map((deadline) => ({ deadline, at: time(deadline.metDate ?? deadline.dueDate) }))
    .sort((a, b) => a.at - b.at);
  const horizon = today ? time(today) + AHEAD_DAYS * DAY : Infinity;
  const marks = all.filter(({ at }) => at <= horizon);
  const later = all.filter(({ at }) => at > horizon);
  if (marks.length === 0) {
    return null;
  }
  const grants = interventions.filter(({ grantFrom, grantTo }) => grantFrom && grantTo).map(({ grantFrom, grantTo }) => [time(grantFrom), time(grantTo)]);
  const scale = scaleOf([...marks.map(({ at }) => at), ...grants.flat(), ...(today ? [time(today)] : [])]);
  const placed = inLanes(marks, scale);
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1;
  return h(
    'figure',
    { class: 'timeline', role: 'img', 'aria-label': words(all, today) },
    h(
      'div',
      { class: 'timeline-field', style: `height: ${lanes * 1.6 + 0.5}rem` },
      today ? todayLine(scale, today) : null,
      placed.map((mark) => markOf(mark, today)),
    ),
    h('div', { class: 'timeline-grants' }, grants.map(([from, to]) => bar(scale, from, to))),
    h('div', { class: 'timeline-axis' }, ticks(scale).filter(({ at }) => scale.place(at) < 95).map(({ at, text }) => h('span', { class: 'timeline-tick', style: `left: ${scale.place(at)}%` }, text))),
    later.length ? h('p', { class: 'hint timeline-later' }, t('timeline.later', { what: later.map(({ deadline }) => `${lawDate(deadline.dueDate)} ${deadlineText(deadline)}`).join(', ') })) : null,
  );
}

// The words stand on the side where there is room for them.
function todayLine(scale, today) {
  const left = scale.place(time(today));
  return h('span', { class: left > 75 ? 'timeline-today timeline-left' : 'timeline-today', style: `left: ${left}%` }, h('span', { class: 'timeline-day' }, t('timeline.today', { date: lawDate(today) })));
}

function time(date) {
  return Date.parse(`${String(date).slice(0, 10)}T12:00Z`);
}

function scaleOf(times) {
  const first = Math.min(...times) - MARGIN_DAYS * DAY;
  const last = Math.max(Math.max(...times) + MARGIN_DAYS * DAY, first + LEAST_DAYS * DAY);
  return { first, last, place: (at) => (Math.max(0, Math.min(1, (at - first) / (last - first))) * 100).toFixed(2) };
}

// What would stand on top of another goes one lane up.
function inLanes(marks, scale) {
  const ends = [];
  return marks.map((mark) => {
    const left = Number(scale.place(mark.at));
    const free = ends.findIndex((end) => left - end >= CLOSE);
    const lane = free >= 0 ? free : Math.min(ends.length, MOST_LANES - 1);
    ends[lane] = left;
    return { ...mark, left, lane };
  });
}

function markOf({ deadline, left, lane }, today) {
  const [sign, tone] = LOOKS[deadline.state];
  const state = label(deadline.state, `deadlineState.${deadline.state}`);
  const open = ['PENDING', 'DUE_SOON', 'OVERDUE'].includes(deadline.state);
  const hint = `${lawDate(deadline.metDate ?? deadline.dueDate)} ${deadlineText(deadline)} · ${open ? [state, inDays(today, deadline.dueDate)].filter(Boolean).join(', ') : state}`;
  return h('span', { class: `timeline-mark chip-${tone}`, style: `left: ${left}%; bottom: ${lane * 1.6 + 0.25}rem`, title: hint }, icon(sign));
}

function bar(scale, from, to) {
  const left = scale.place(from);
  return h('span', { class: 'timeline-grant', style: `left: ${left}%; width: ${(scale.place(to) - left).toFixed(2)}%` }, h('span', {}, t('case.granted')));
}

// A tick a month, a quarter or a year, whichever leaves room for the words.
function ticks({ first, last }) {
  const months = (last - first) / DAY / 30;
  const step = months <= 14 ? 1 : months <= 42 ? 3 : 12;
  const start = new Date(first);
  const all = [];
  for (let month = Math.ceil((start.getUTCMonth() + 1) / step) * step; ; month += step) {
    const at = Date.UTC(start.getUTCFullYear(), month, 1, 12);
    if (at > last) {
      return all;
    }
    all.push({ at, text: new Date(at).toISOString().slice(0, step === 12 ? 4 : 7) });
  }
}

function words(marks, today) {
  const open = (states) => marks.filter(({ deadline }) => states.includes(deadline.state)).length;
  return t('timeline.words', {
    done: open(['MET', 'MET_LATE']),
    overdue: open(['OVERDUE']),
    coming: open(['PENDING', 'DUE_SOON']),
    today: lawDate(today),
  });
}
