// The archivist's desk: holds, what is coming up to be destroyed and why, disposals from proposal to certificate.
import { api, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, moment, uniqueId } from './dom.js';
import { t } from './i18n.js';

const KEPT_MILLIS = 60_000;

/** `<insats-records unit="SOC" year="2031">`, for archivists. */
class InsatsRecords extends InsatsElement {
  async load() {
    try {
      const [holds, disposals] = await Promise.all([api.get('records/holds?size=200'), api.get('records/disposals')]);
      return { holds: holds.items, disposals: disposals.items };
    } catch (error) {
      if (error.status === 403) {
        return { refused: true };
      }
      throw error;
    }
  }

  render({ refused, holds = [], disposals = [] }) {
    if (refused) {
      return emptyState(t('records.onlyArchivists'));
    }
    const again = () => this.reload();
    return [
      section(t('records.coming'), comingForm(this, again)),
      section(t('records.disposals'), disposals.length ? disposalTable(disposals, again) : emptyState(t('records.noDisposals'))),
      section(t('records.holds'), holds.length ? holdTable(holds, again) : emptyState(t('records.noHolds')), holdForm(again)),
      section(t('records.verdict'), verdictForm()),
    ];
  }
}

// Runs what a button asks for, and tells what came of it.
function doing(problems, work, done) {
  return async (event) => {
    event?.preventDefault();
    fill(problems);
    try {
      await work();
      if (done) {
        announce(done);
      }
    } catch (error) {
      fill(problems, errorBox(error));
    }
  };
}

function field(text, input) {
  const id = uniqueId('records');
  input.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, text), input);
}

function textInput(value = '') {
  return h('input', { type: 'text', autocomplete: 'off', maxlength: 400, value });
}

function button(text, about, work) {
  return h('button', { type: 'button', class: 'quiet small', 'aria-label': about, on: { click: work } }, text);
}

// What is coming up of a unit and year, and the proposal to destroy it.
function comingForm(element, again) {
  const unit = textInput(element.getAttribute('unit') ?? '');
  const year = h('input', { type: 'text', inputmode: 'numeric', maxlength: 4, class: 'date', value: element.getAttribute('year') ?? '' });
  const shown = h('div', {});
  const problems = h('div', { class: 'problems' });
  const path = () => `records/coming?unit=${segment(unit.value.trim())}&year=${segment(year.value.trim())}&size=200`;
  const propose = doing(
    problems,
    async () => {
      element.setAttribute('unit', unit.value.trim());
      element.setAttribute('year', year.value.trim());
      await api.post('records/disposals', { unit: unit.value.trim(), year: Number(year.value.trim()) });
      await again();
    },
    t('records.proposed'),
  );
  const show = doing(problems, async () => {
    const { items, next } = await api.get(path());
    fill(
      shown,
      items.length ? comingTable(items) : emptyState(t('records.nothingComing')),
      next ? h('p', { class: 'hint' }, t('records.more')) : null,
      items.some(({ outcome }) => outcome.endsWith('CANDIDATE')) ? h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', on: { click: propose } }, t('records.propose'))) : null,
    );
  });
  return h(
    'form',
    { class: 'form', novalidate: true, on: { submit: show } },
    field(t('records.unit'), unit),
    field(t('records.year'), year),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'quiet' }, t('records.show'))),
    problems,
    shown,
  );
}

function comingTable(items) {
  const counts = items.reduce((all, { outcome }) => all.set(outcome, (all.get(outcome) ?? 0) + 1), new Map());
  const headings = ['case', 'outcome', 'duty', 'completeBy', 'rule'].map((name) => t(`records.column.${name}`));
  return [
    h('ul', { class: 'chips' }, [...counts].map(([outcome, count]) => h('li', {}, chip('neutral', `${t(`records.outcome.${outcome}`)}: ${count}`)))),
    table(
      t('records.coming'),
      headings,
      items.map((item) => [item.caseNumber, t(`records.outcome.${item.outcome}`), item.duty, item.completeBy ?? '', item.rule]),
    ),
  ];
}

function disposalTable(disposals, again) {
  const problems = h('div', { class: 'problems' });
  const headings = ['number', 'state', 'unit', 'year', 'progress', 'proposedBy', 'approvedBy', 'action'].map((name) => t(`records.column.${name}`));
  const settle = (number, act) => doing(problems, async () => {
    await api.post(`records/disposals/${segment(number)}/${act}`, {});
    await again();
  }, t(act === 'approve' ? 'records.approved' : 'records.rejected', { number }));
  const rows = disposals.map((each) => [
    each.number,
    t(`records.state.${each.state}`),
    each.unit,
    String(each.year),
    progress(each),
    each.proposedBy,
    each.approvedBy ?? '',
    each.state === 'PROPOSED'
      ? [reviewButton(each, problems, again), button(t('records.approve'), t('records.approveWhich', { what: each.number }), settle(each.number, 'approve')), button(t('records.reject'), t('records.rejectWhich', { what: each.number }), settle(each.number, 'reject'))]
      : each.state === 'DONE'
        ? certificateButton(each.number, problems)
        : null,
  ]);
  return [table(t('records.disposals'), headings, rows), problems];
}

function progress({ number, files }) {
  const all = Object.values(files).reduce((sum, count) => sum + count, 0);
  const settled = all - files.PROPOSED;
  return [h('progress', { max: String(all), value: String(settled), 'aria-label': t('records.progressOf', { number }) }), ` ${settled}/${all}`];
}

// The files of a proposal, each of which may be excluded with a reason.
function reviewButton({ number }, problems, again) {
  const shown = h('div', {});
  const show = doing(problems, async () => {
    const { items } = await api.get(`records/disposals/${segment(number)}`);
    fill(shown, items.map((item) => reviewed(number, item, again)));
  });
  return [button(t('records.review'), t('records.reviewWhich', { what: number }), show), shown];
}

function reviewed(number, { caseNumber, state, rule }, again) {
  const reason = textInput();
  const problems = h('div', { class: 'problems' });
  const exclude = doing(
    problems,
    async () => {
      await api.post(`records/disposals/${segment(number)}/exclude`, { caseNumber, reason: reason.value.trim() });
      await again();
    },
    t('records.excluded', { number: caseNumber }),
  );
  return h(
    'div',
    { class: 'field' },
    h('p', {}, `${caseNumber}: ${t(`records.itemState.${state}`)}, ${rule}`),
    state === 'PROPOSED' ? [field(t('records.reason'), reason), button(t('records.exclude'), t('records.excludeWhich', { what: caseNumber }), exclude), problems] : null,
  );
}

function certificateButton(number, problems) {
  const save = doing(problems, async () => {
    const url = URL.createObjectURL(await api.blob(`records/disposals/${segment(number)}/certificate`));
    h('a', { href: url, download: `${number}.pdf` }).click();
    window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLIS);
  });
  return button(t('records.certificate'), t('records.certificateWhich', { what: number }), save);
}

function holdTable(holds, again) {
  const problems = h('div', { class: 'problems' });
  const headings = ['case', 'reason', 'putBy', 'putAt', 'action'].map((name) => t(`records.column.${name}`));
  const rows = holds.map((hold) => [hold.caseNumber, hold.reason, hold.putBy, moment(hold.putAt), lifting(hold, problems, again)]);
  return [table(t('records.holds'), headings, rows), problems];
}

function lifting({ id, caseNumber, state, liftAskedBy, liftReason }, problems, again) {
  const address = `records/holds/${segment(id)}`;
  if (state === 'LIFT_ASKED') {
    const confirm = doing(problems, async () => {
      await api.post(`${address}/confirm`, {});
      await again();
    }, t('records.lifted', { number: caseNumber }));
    return [h('p', {}, t('records.liftAsked', { name: liftAskedBy, reason: liftReason })), button(t('records.confirm'), t('records.confirmWhich', { what: caseNumber }), confirm)];
  }
  const reason = textInput();
  const ask = doing(problems, async () => {
    await api.post(`${address}/lift`, { reason: reason.value.trim() });
    await again();
  }, t('records.asked', { number: caseNumber }));
  return [field(t('records.liftReason'), reason), button(t('records.lift'), t('records.liftWhich', { what: caseNumber }), ask)];
}

function holdForm(again) {
  const number = textInput();
  const reason = textInput();
  const problems = h('div', { class: 'problems' });
  const put = doing(problems, async () => {
    await api.post('records/holds', { caseNumber: number.value.trim(), reason: reason.value.trim() });
    await again();
  }, t('records.held'));
  return h(
    'form',
    { class: 'form', novalidate: true, on: { submit: put } },
    h('h3', {}, t('records.newHold')),
    field(t('records.case'), number),
    field(t('records.reason'), reason),
    problems,
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('records.hold'))),
  );
}

// What is to become of one file, in plain words.
function verdictForm() {
  const number = textInput();
  const problems = h('div', { class: 'problems' });
  const shown = h('div', { 'aria-live': 'polite' });
  const show = doing(problems, async () => {
    const verdict = await api.get(`cases/${segment(number.value.trim())}/retention`);
    fill(shown, h('p', {}, h('strong', {}, verdict.outcomeLabel)), h('ul', {}, verdict.explanation.map((line) => h('li', {}, line))));
  });
  return h(
    'form',
    { class: 'form', novalidate: true, on: { submit: show } },
    field(t('records.case'), number),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'quiet' }, t('records.explain'))),
    problems,
    shown,
  );
}

define('insats-records', InsatsRecords);
