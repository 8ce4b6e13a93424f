// Reports of a unit for its manager: how acts were kept to, days from order to start, what waits for a match.
import { api, segment } from './api.js';
import { define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';
import { actBars, monthChart, startChart, tiles } from './report-charts.js';
import { saveButton } from './save-button.js';
import { asked, searchForm } from './search-form.js';

const ACTS = ['ALL', 'FOLLOW_UP'];
const MONTHS_BACK = 36;
const MONTHS_AHEAD = 12;

/** `<insats-reports>` */
class InsatsReports extends InsatsElement {
  async load() {
    return api.get('reports');
  }

  render({ units = [], month }) {
    if (units.length === 0) {
      return emptyState(t('reports.noUnit'));
    }
    const shown = h('div', { class: 'report' });
    const unit = select(units.map((code) => [code, code]));
    const act = select(ACTS.map((code) => [code, t(`reports.act.${code}`)]));
    const [from, to] = months(month);
    const show = async () => fill(shown, await report({ unit: unit.value, act: act.value, from: from.value, to: to.value }));
    const fields = [
      { label: t('reports.unit'), input: unit },
      { label: t('reports.what'), input: act },
      { label: t('reports.from'), input: from },
      { label: t('reports.to'), input: to },
    ];
    show().catch((error) => fill(shown, errorBox(error)));
    return [searchForm(fields, [], { submit: t('reports.show'), search: show }), shown];
  }
}

function select(options, chosen) {
  return h('select', { id: uniqueId('report') }, options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)));
}

// The last three years and the year ahead, as a choice: a deadline counts in the month of its due date.
function months(month) {
  const [year, number] = month.split('-').map(Number);
  const now = new Date(year, number - 1, 1);
  const all = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (unused, index) => {
    const each = new Date(now.getFullYear(), now.getMonth() + MONTHS_AHEAD - index, 1);
    return `${each.getFullYear()}-${String(each.getMonth() + 1).padStart(2, '0')}`;
  });
  const options = all.map((each) => [each, each]);
  return [select(options, all[MONTHS_AHEAD + 11]), select(options, all[MONTHS_AHEAD])];
}

async function report({ unit, act, from, to }) {
  const compliance = `reports/compliance?${asked({ unit, act, from, to }, segment)}`;
  const starts = `reports/order-to-start?${asked({ unit, from, to }, segment)}`;
  const waiting = `lists/waiting-for-match?${asked({ unit }, segment)}`;
  const [kept, started, searched] = await Promise.all([compliance, starts, waiting].map((path) => api.get(path)));
  return [
    kept.rebuilding ? h('p', { class: 'notice' }, t('reports.rebuilding')) : null,
    kept.items.length ? h('div', { class: 'columns' }, section(t('reports.months'), tiles(kept.items), monthChart(kept.items)), section(t('reports.acts'), actBars(kept.items))) : null,
    part(t('reports.compliance'), complianceColumns(), kept.items.map(complianceRow), compliance, 'insats-compliance.csv'),
    part(t('reports.starts'), startColumns(), started.items.map(startRow), starts, 'insats-order-to-start.csv', startChart(started.items)),
    part(t('reports.waiting'), waitingColumns(), searched.items.map(waitingRow), waiting, 'insats-waiting-for-match.csv'),
  ];
}

function part(title, headings, rows, path, fileName, chart = null) {
  return section(title, rows.length ? [chart, table(title, headings, rows), saveButton(title, path, fileName)] : emptyState(t('reports.empty')));
}

function complianceColumns() {
  return ['month', 'service', 'act', 'strength', 'due', 'inTime', 'late', 'overdue', 'share'].map((name) => t(`reports.column.${name}`));
}

function complianceRow(row) {
  return [
    row.month,
    label(row.service, `service.${row.service}`),
    row.title,
    t(`reports.strength.${row.strength}`),
    row.due,
    row.inTime,
    row.late,
    row.overdue,
    `${row.share} %`,
  ];
}

function startColumns() {
  return ['month', 'service', 'started', 'meanDays', 'medianDays', 'longestDays'].map((name) => t(`reports.column.${name}`));
}

function startRow(row) {
  return [row.month, label(row.service, `service.${row.service}`), row.started, row.meanDays, row.medianDays, row.longestDays];
}

function waitingColumns() {
  return ['since', 'daysWaited', 'case', 'service'].map((name) => t(`reports.column.${name}`));
}

function waitingRow(row) {
  return [
    h('time', { datetime: row.since }, lawDate(row.since)),
    row.daysWaited,
    h('a', { href: addressOf('case', { number: row.caseNumber }), class: 'number' }, row.caseNumber),
    label(row.service, `service.${row.service}`),
  ];
}

define('insats-reports', InsatsReports);
