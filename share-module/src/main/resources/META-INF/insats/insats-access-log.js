// The access log for whoever answers for it: who looked, without a part in the case too; samples to review; exceptional access; the check.
import { api, segment } from './api.js';
import { createControl } from './controls.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, moment, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';
import { saveButton } from './save-button.js';
import { asked, searchForm } from './search-form.js';

const VIEWS = { ofCase: byCase, ofUser: byUser, withoutRole, samples, exceptions, check };
const PAGE = 100;

/** `<insats-access-log view="ofCase|ofUser|withoutRole|samples|exceptions|check" case="2026-000123">` */
class InsatsAccessLog extends InsatsElement {
  render() {
    const view = this.getAttribute('view') ?? 'ofCase';
    const shown = h('div', { class: 'report' });
    VIEWS[view](shown, this);
    return [this.#choice(view), shown];
  }

  #choice(view) {
    const choose = async (name) => {
      this.setAttribute('view', name);
      await this.reload();
      this.querySelector('[aria-pressed="true"]')?.focus();
    };
    const button = (name) =>
      h('button', { type: 'button', class: 'segment', 'aria-pressed': String(view === name), on: { click: () => choose(name) } }, t(`accessLog.view.${name}`));
    return h('div', { class: 'segments', role: 'group', 'aria-label': t('accessLog.views') }, Object.keys(VIEWS).map(button));
  }
}

function byCase(shown, element) {
  const number = h('input', { type: 'text', class: 'date', maxlength: 11, autocomplete: 'off', value: element.getAttribute('case') ?? '' });
  lookSearch(shown, [{ label: t('accessLog.case'), input: number }], () => number.value.trim() && `access-log/cases/${segment(number.value.trim())}?`, 'insats-access-case.csv');
}

function byUser(shown) {
  const name = h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
  lookSearch(shown, [{ label: t('accessLog.user'), input: name }], () => name.value.trim() && `access-log/users/${segment(name.value.trim())}?`, 'insats-access-user.csv');
}

function withoutRole(shown) {
  const unit = h('input', { type: 'text', class: 'date', autocomplete: 'off' });
  const path = () => `access-log/without-role?${unit.value.trim() ? `unit=${segment(unit.value.trim())}&` : ''}`;
  lookSearch(shown, [{ label: t('accessLog.unit'), input: unit }], path, 'insats-access-without-role.csv');
}

// A search for looks between two days, with its pages and the file.
function lookSearch(shown, fields, pathOf, fileName) {
  const result = h('div', {});
  const days = {};
  const search = async () => {
    const path = pathOf();
    if (path) {
      const whole = path + asked(days, segment);
      await drawLooks(result, whole, fileName);
    }
  };
  fill(shown, searchForm([...fields, dayField('from', days), dayField('to', days)], [], { submit: t('accessLog.show'), search }), result);
}

function dayField(name, values) {
  const onChange = (value) => {
    values[name] = value;
  };
  return { label: t(`accessLog.${name}`), input: createControl('date', { id: uniqueId('day'), value: '', readOnly: false, mandatory: false, params: {}, onChange }) };
}

async function drawLooks(result, path, fileName) {
  const items = [];
  const draw = async (after) => {
    const page = await api.get(`${path}${path.endsWith('?') ? '' : '&'}size=${PAGE}${after ? `&after=${segment(after)}` : ''}`);
    items.push(...page.items);
    const more = () => draw(page.next).catch((error) => fill(result, errorBox(error)));
    fill(
      result,
      items.length === 0
        ? emptyState(t('accessLog.empty'))
        : [
            looks(items),
            page.next ? h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: more } }, t('cases.more'))) : null,
            saveButton(t('accessLog.looks'), path.replace(/\?$/, ''), fileName),
          ],
    );
    announce(t('accessLog.found', { count: items.length }));
  };
  await draw(null);
}

function looks(items) {
  const headings = ['at', 'user', 'role', 'lookKind', 'caseNumber', 'what', 'address', 'outcome'].map((name) => t(`accessLog.column.${name}`));
  return table(t('accessLog.looks'), headings, items.map(lookRow));
}

function lookRow(look) {
  return [
    h('time', { datetime: look.at }, moment(look.at)),
    look.user,
    look.role
      ? look.role
          .split(',')
          .map((role) => label(role, `role.${role}`))
          .join(', ')
      : [h('span', { class: 'missing' }, t('accessLog.noRole')), look.exceptionalAccess ? h('span', { class: 'hint block' }, t('accessLog.exception', { id: look.exceptionalAccess })) : null],
    label(look.lookKind, `lookKind.${look.lookKind}`),
    h('span', { class: 'number' }, look.caseNumber),
    h('span', { class: 'hint' }, look.what),
    look.address,
    label(look.outcome, `lookOutcome.${look.outcome}`),
  ];
}

function samples(shown) {
  const list = h('div', {});
  const one = h('div', {});
  const show = (sample) => fill(one, sampleSection(sample, () => open(sample.id)));
  const open = async (id) => {
    show(await api.get(`access-log/samples/${segment(String(id))}`));
    await refresh();
    one.querySelector('h2')?.scrollIntoView();
  };
  const refresh = async () => {
    const { items } = await api.get('access-log/samples');
    fill(list, items.length ? sampleTable(items, (id) => open(id).catch((error) => fill(one, errorBox(error)))) : emptyState(t('accessLog.noSamples')));
  };
  const unit = h('input', { type: 'text', class: 'date', autocomplete: 'off' });
  const size = h('input', { type: 'text', inputmode: 'numeric', class: 'short', value: '20', maxlength: 3 });
  const days = {};
  const draw = async () => {
    const drawn = await api.post('access-log/samples', { unit: unit.value.trim(), size: Number(size.value), ...days });
    show(drawn);
    await refresh();
  };
  const fields = [{ label: t('accessLog.unit'), input: unit }, { label: t('accessLog.size'), input: size }, dayField('from', days), dayField('to', days)];
  fill(shown, searchForm(fields, [], { submit: t('accessLog.draw'), search: draw }), section(t('accessLog.view.samples'), list), one);
  refresh().catch((error) => fill(list, errorBox(error)));
}

function sampleTable(items, open) {
  const headings = ['drawnAt', 'drawnBy', 'unit', 'size', 'signed', 'open'].map((name) => t(`accessLog.sample.${name}`));
  const rows = items.map((sample) => [
    h('time', { datetime: sample.drawnAt }, moment(sample.drawnAt)),
    sample.drawnBy,
    sample.unit || t('accessLog.allUnits'),
    t('accessLog.ofPopulation', { size: sample.size, population: sample.population }),
    sample.signedBy ? chip('MET', `${sample.signedBy}, ${moment(sample.signedAt)}`) : chip('PENDING', t('accessLog.unsigned')),
    h('button', { type: 'button', class: 'quiet small', 'aria-label': t('accessLog.openSample', { id: sample.id }), on: { click: () => open(sample.id) } }, t('accessLog.review')),
  ]);
  return table(t('accessLog.view.samples'), headings, rows);
}

function sampleSection(sample, signed) {
  return section(
    t('accessLog.sampleTitle', { id: sample.id }),
    h('p', { class: 'hint' }, t('accessLog.seed', { seed: sample.seed })),
    sample.entries.length ? looks(sample.entries) : emptyState(t('accessLog.empty')),
    sample.signedBy ? h('p', {}, t('accessLog.remarkBy', { name: sample.signedBy, remark: sample.remark })) : signForm(sample, signed),
  );
}

function signForm(sample, signed) {
  const remark = h('textarea', { id: uniqueId('remark'), name: 'remark', rows: 3, maxlength: 4000, required: true });
  const problems = h('div', { class: 'problems' });
  const submit = async (event) => {
    event.preventDefault();
    fill(problems);
    try {
      await api.post(`access-log/samples/${segment(String(sample.id))}/sign`, { remark: remark.value });
      announce(t('accessLog.signed'));
      await signed();
    } catch (error) {
      fill(problems, errorBox(error));
      remark.focus();
    }
  };
  return h(
    'form',
    { class: 'form', novalidate: true, on: { submit } },
    h('div', { class: 'field' }, h('label', { for: remark.id }, t('accessLog.remark')), remark),
    problems,
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('accessLog.sign'))),
  );
}

function exceptions(shown) {
  const problems = h('div', { class: 'problems' });
  const refresh = async () => {
    const { items } = await api.get('access-log/exceptions');
    fill(shown, section(t('accessLog.view.exceptions'), items.length ? exceptionTable(items, end) : emptyState(t('accessLog.noExceptions')), problems));
  };
  const end = async (id) => {
    fill(problems);
    try {
      await api.post(`exceptional-access/${segment(String(id))}/end`);
      announce(t('accessLog.exceptionEnded'));
      await refresh();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  };
  refresh().catch((error) => fill(shown, errorBox(error)));
}

function exceptionTable(items, end) {
  const headings = ['caseNumber', 'user', 'reason', 'since', 'until', 'end'].map((name) => t(`accessLog.exceptions.${name}`));
  const rows = items.map((grant) => [
    h('a', { href: addressOf('case', { number: grant.caseNumber }), class: 'number' }, grant.caseNumber),
    grant.user,
    grant.reason,
    moment(grant.from),
    grant.endedAt ? t('accessLog.endedAt', { at: moment(grant.endedAt) }) : moment(grant.until),
    grant.endedAt || new Date(grant.until) <= new Date()
      ? t('accessLog.over')
      : h('button', { type: 'button', class: 'quiet small', 'aria-label': t('accessLog.endOne', { id: grant.id }), on: { click: () => end(grant.id) } }, t('standIns.end')),
  ]);
  return table(t('accessLog.view.exceptions'), headings, rows);
}

function check(shown) {
  const result = h('div', { 'aria-live': 'polite' });
  const run = async () => {
    fill(result, h('p', {}, t('loading')));
    try {
      fill(result, checked(await api.post('access-log/verify')));
    } catch (error) {
      fill(result, errorBox(error));
    }
  };
  const gaps = h('div', {});
  fill(
    shown,
    section(t('accessLog.view.check'), h('p', {}, t('accessLog.aboutCheck')), h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', on: { click: run } }, t('accessLog.runCheck'))), result),
    section(t('accessLog.gaps'), gaps),
  );
  drawLooks(gaps, 'access-log/gaps?', 'insats-access-gaps.csv').catch((error) => fill(gaps, errorBox(error)));
}

function checked({ sound, segments, entries, findings, moreFindings }) {
  const headings = ['problem', 'segment', 'position'].map((name) => t(`accessLog.finding.${name}`));
  const rows = findings.map((finding) => [label(finding.problem, `logProblem.${finding.problem}`), finding.segment, finding.position ?? '']);
  return [
    h('p', {}, sound ? chip('MET', t('accessLog.sound')) : chip('OVERDUE', t('accessLog.notSound')), ' ', t('accessLog.counted', { entries, segments })),
    rows.length ? table(t('accessLog.view.check'), headings, rows) : null,
    moreFindings ? h('p', {}, t('accessLog.moreFindings', { count: moreFindings })) : null,
  ];
}

define('insats-access-log', InsatsAccessLog);
