// How a goal was rated at each follow-up, as a small chart: the higher the better.
import { lawDate } from './dom.js';
import { picture, svg } from './svg.js';
import { t } from './i18n.js';

// From worst to best (DOC-ENUM of attainment).
const STEPS = ['NEGATIVE', 'NO_CHANGE', 'POSITIVE_NOT_MET', 'POSITIVE_MET'];
const WIDTH = 132;
const HEIGHT = 48;
const EDGE = 8;

/** The chart of a goal's ratings, oldest first; nothing where none has a rating on the scale. */
export function goalChart(ratings) {
  const rated = ratings.filter(({ attainment }) => STEPS.includes(attainment));
  if (rated.length === 0) {
    return null;
  }
  const words = t('goals.chart', { ratings: rated.map(({ date, attainment }) => `${lawDate(date)}: ${t(`attainment.${attainment}`)}`).join('; ') });
  const points = rated.map((rating, index) => ({ x: place(index, rated.length), y: height(rating.attainment), best: rating.attainment === 'POSITIVE_MET' }));
  return picture(
    words,
    WIDTH,
    HEIGHT,
    STEPS.map((step) => svg('line', { x1: EDGE, x2: WIDTH - EDGE, y1: height(step), y2: height(step), class: step === 'POSITIVE_MET' ? 'chart-goal' : 'chart-grid' })),
    points.length > 1 ? svg('polyline', { points: points.map(({ x, y }) => `${x},${y}`).join(' '), class: 'chart-line' }) : null,
    points.map(({ x, y, best }, index) => mark(x, y, best, index === points.length - 1)),
  );
}

function place(index, count) {
  return count === 1 ? WIDTH - EDGE * 2 : EDGE * 2 + (index * (WIDTH - EDGE * 4)) / (count - 1);
}

function height(step) {
  const lowest = HEIGHT - EDGE;
  return lowest - (STEPS.indexOf(step) * (lowest - EDGE)) / (STEPS.length - 1);
}

// The goal met is a square, all else a circle; the latest is filled.
function mark(x, y, best, latest) {
  const look = `chart-mark${latest ? ' chart-latest' : ''}`;
  return best ? svg('rect', { x: x - 4, y: y - 4, width: 8, height: 8, class: look }) : svg('circle', { cx: x, cy: y, r: 4, class: look });
}
