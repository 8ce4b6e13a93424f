// Reports of a unit for its manager: how acts were kept to, days from order to start, what waits for a match.
import { api, segment } from './api.js';
import { define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';
import { asked, searchForm } from './search-form.js';

const ACTS = ['FOLLOW_UP', 'ALL'];
const MONTHS_BACK = 36;
const MONTHS_AHEAD = 12;

/** `<insats-reports>` */
class InsatsReports extends InsatsElement {
  async load() {
    const { units = [] } = await api.get('reports');
    return units;
  }

  render(units) {
    if (units.length === 0) {
      return emptyState(t('reports.noUnit'));
    }
    const shown = h('div', { class: 'report' });
    const unit = select(units.map((code) => [code, code]));
    const act = select(ACTS.map((code) => [code, t(`reports.act.${code}`)]));
    const [from, to] = months();
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
function months() {
  const now = new Date();
  const all = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (unused, index) => {
    const month = new Date(now.getFullYear(), now.getMonth() + MONTHS_AHEAD - index, 1);
    return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
  });
  const options = all.map((month) => [month, month]);
  return [select(options, all[MONTHS_AHEAD + 11]), select(options, all[MONTHS_AHEAD])];
}

async function report({ unit, act, from, to }) {
  const compliance = `reports/compliance?${asked({ unit, act, from, to }, segment)}`;
  const starts = `reports/order-to-start?${asked({ unit, from, to }, segment)}`;
  const waiting = `lists/waiting-for-match?${asked({ unit }, segment)}`;
  const [kept, started, searched] = await Promise.all([compliance, starts, waiting].map((path) => api.get(path)));
  return [
    kept.rebuilding ? h('p', { class: 'notice' }, t('reports.rebuilding')) : null,
    part(t('reports.compliance'), complianceColumns(), kept.items.map(complianceRow), compliance, 'insats-compliance.csv'),
    part(t('reports.starts'), startColumns(), started.items.map(startRow), starts, 'insats-order-to-start.csv'),
    part(t('reports.waiting'), waitingColumns(), searched.items.map(waitingRow), waiting, 'insats-waiting-for-match.csv'),
  ];
}

function part(title, headings, rows, path, fileName) {
  return section(title, rows.length ? [table(title, headings, rows), saveButton(title, path, fileName)] : emptyState(t('reports.empty')));
}

function saveButton(title, path, fileName) {
  const problems = h('div', { class: 'problems' });
  const save = async () => {
    try {
      const url = URL.createObjectURL(await api.blob(`${path}&format=csv`));
      h('a', { href: url, download: fileName }).click();
      window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
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
