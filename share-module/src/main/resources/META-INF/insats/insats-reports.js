// Reports of a unit for its manager: how acts were kept to, days from order to start, what waits for a match.
import { api, segment } from './api.js';
import { define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';

const ACTS = ['FOLLOW_UP', 'ALL'];

/** `<insats-reports>` */
class InsatsReports extends InsatsElement {
  async load() {
    const { units = [] } = await api.get('reports');
    return units;
  }

  render(units) {
    const shown = h('div', { class: 'report' });
    return [this.#form(units, shown), shown];
  }

  #form(units, shown) {
    const unit = units.length
      ? h('select', { id: uniqueId('unit') }, units.map((code) => h('option', { value: code }, code)))
      : h('input', { id: uniqueId('unit'), type: 'text', required: true, maxlength: 60, autocomplete: 'off' });
    const act = h('select', { id: uniqueId('act') }, ACTS.map((code) => h('option', { value: code }, t(`reports.act.${code}`))));
    const from = month();
    const to = month();
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        fill(shown, await report({ unit: unit.value.trim(), act: act.value, from: from.value, to: to.value }));
        shown.querySelector('h2')?.focus();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'card form', on: { submit } },
      field(t('reports.unit'), unit),
      field(t('reports.what'), act),
      field(t('reports.from'), from),
      field(t('reports.to'), to),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('reports.show'))),
    );
  }
}

function month() {
  return h('input', { id: uniqueId('month'), type: 'text', pattern: '[0-9]{4}-[0-9]{2}', placeholder: t('reports.month'), autocomplete: 'off' });
}

function field(name, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, name), input);
}

function query(parameters) {
  return Object.entries(parameters)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${segment(value)}`)
    .join('&');
}

async function report({ unit, act, from, to }) {
  const compliance = `reports/compliance?${query({ unit, act, from, to })}`;
  const starts = `reports/order-to-start?${query({ unit, from, to })}`;
  const waiting = `lists/waiting-for-match?${query({ unit })}`;
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
