// One case: its interventions with goals and deadlines, its documents with versions, its people, tasks and history.
import { api, segment } from './api.js';
import { chip, define, emptyState, InsatsElement, section, table } from './element.js';
import { h, icon, lawDate, moment } from './dom.js';
import { label, t } from './i18n.js';
import { deadlineRows } from './insats-deadlines.js';
import { MADE_BY_FORM } from './kinds.js';
import { statusText } from './insats-document.js';
import { addressOf, goTo } from './routes.js';
import './insats-members.js';
import './insats-people.js';
import './insats-tasks.js';

// The repository decides; these are only shown the means.
const CHANGES_MEMBERS = new Set(['RESPONSIBLE_CASE_WORKER', 'CASE_WORKER', 'FOLLOW_UP_CASE_WORKER', 'LEAD_SOCIAL_WORKER', 'OFFICE_MANAGER']);
const PATH = ['PLANNED', 'GRANTED', 'ORDERED', 'RUNNING', 'ENDING', 'DOCUMENTED', 'ENDED'];

/** `<insats-case case="2026-000123">` */
class InsatsCase extends InsatsElement {
  async load() {
    return api.get(`cases/${segment(this.getAttribute('case'))}`);
  }

  render(overview) {
    const interventions = overview.interventions ?? [];
    return [
      facts(overview),
      h(
        'div',
        { class: 'columns' },
        h('div', { class: 'main-column' }, interventions.map((intervention) => interventionSection(intervention, overview)), this.#documents(overview), this.#history(overview)),
        h('div', { class: 'side-column' }, this.#tasks(overview), this.#people(overview), this.#members(overview)),
      ),
    ];
  }

  #documents({ caseNumber, documents = [], mayCreate = [] }) {
    const headings = ['documents.kind', 'documents.status', 'documents.version', 'documents.modified'].map((key) => t(key));
    const rows = documents.map((document) => [
      [
        h('a', { href: addressOf('document', { number: caseNumber, id: document.id }) }, label(document.label ?? document.kind, `kind.${document.kind}`)),
        h('span', { class: 'hint block' }, document.name),
      ],
      chip(document.status, statusText(document)),
      versionText(document),
      moment(document.modified),
    ]);
    return section(
      t('documents.title'),
      documents.length ? table(t('documents.title'), headings, rows) : emptyState(t('documents.empty')),
      mayCreate.length ? this.#newDocument(caseNumber, mayCreate) : null,
    );
  }

  #newDocument(caseNumber, mayCreate) {
    const place = ({ kind }) => (MADE_BY_FORM.includes(kind) ? MADE_BY_FORM.indexOf(kind) : MADE_BY_FORM.length);
    const kinds = [...mayCreate].sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, 'sv'));
    const select = h(
      'select',
      { id: 'new-document' },
      kinds.map((item) => h('option', { value: item.kind }, label(item.label, `kind.${item.kind}`))),
    );
    const go = (event) => {
      event.preventDefault();
      goTo('newDocument', { number: caseNumber, kind: select.value });
    };
    return h(
      'form',
      { class: 'line-form', on: { submit: go } },
      h('label', { for: 'new-document' }, t('documents.new')),
      h('div', { class: 'line' }, select, h('button', { type: 'submit', class: 'primary' }, icon('plus'), t('documents.write'))),
    );
  }

  #tasks({ caseNumber }) {
    return section(t('tasks.mine'), h('insats-tasks', { case: caseNumber }));
  }

  #members({ caseNumber, responsibleCaseWorker, myRoles = [] }) {
    const mayChange = myRoles.some((role) => CHANGES_MEMBERS.has(role));
    return h('insats-members', { case: caseNumber, class: 'card', 'may-change': mayChange, responsible: responsibleCaseWorker });
  }

  #people({ caseNumber, persons = [], myRoles = [] }) {
    const mayChange = myRoles.some((role) => CHANGES_MEMBERS.has(role));
    const people = h('insats-people', { case: caseNumber, class: 'card', 'may-change': mayChange, on: { 'insats-people-changed': () => this.reload() } });
    people.persons = persons;
    return people;
  }

  #history({ history = [] }) {
    if (history.length === 0) {
      return null;
    }
    const line = (event) =>
      h(
        'li',
        {},
        h('time', { datetime: event.at }, moment(event.at)),
        h('span', {}, event.text),
        h('span', { class: 'hint' }, event.name),
      );
    return section(t('history.title'), h('ol', { class: 'history' }, [...history].reverse().map(line)));
  }
}

function versionText({ version, versions: count }) {
  return [version, count > 1 ? h('span', { class: 'hint block' }, t('documents.versions', { count })) : null];
}

function fact(name, value) {
  return value ? h('div', { class: 'fact' }, h('dt', {}, name), h('dd', {}, value)) : null;
}

function facts(overview) {
  return h(
    'dl',
    { class: 'facts' },
    fact(t('case.profile'), overview.profileTitle ?? overview.profile),
    fact(t('case.unit'), overview.unit),
    fact(t('case.responsible'), overview.responsibleName ?? overview.responsibleCaseWorker),
    fact(t('case.state'), label(overview.state, `caseState.${overview.state}`)),
  );
}

function interventionSection(intervention, { caseNumber, names = {} }) {
  const deadlines = byDueDate(intervention.deadlines ?? []);
  const goals = intervention.goals ?? [];
  const headings = ['deadlines.what', 'deadlines.due', 'deadlines.state', 'deadlines.owner'].map((key) => t(key));
  return section(
    label(intervention.service, `service.${intervention.service}`),
    path(intervention.state),
    h(
      'dl',
      { class: 'facts' },
      fact(t('case.granted'), period(intervention.grantFrom, intervention.grantTo)),
      fact(t('case.started'), lawDate(intervention.startDate)),
      fact(t('case.ended'), lawDate(intervention.endDate)),
      fact(t('case.performer'), intervention.performerUnit),
      fact(t('case.recipient'), intervention.recipient ? t(`recipient.${intervention.recipient}`) : ''),
      fact(t('case.treatmentLead'), names[intervention.treatmentLead] ?? intervention.treatmentLead),
    ),
    contractorOf(intervention.contractor, caseNumber),
    h('h3', {}, t('goals.title')),
    goals.length ? h('ol', { class: 'goals' }, goals.map(goalLine)) : emptyState(t('goals.none')),
    h('h3', {}, t('deadlines.title')),
    deadlines.length ? table(t('deadlines.title'), headings, deadlineRows(deadlines, null, names)) : emptyState(t('deadlines.none')),
  );
}

// The contractor agreed on: to the register for who keeps it, and what a case worker reports on them.
function contractorOf(contractor, number) {
  if (!contractor?.id) {
    return null;
  }
  const { id, mayRead, mayWrite = [], documents = [] } = contractor;
  const reported = (document) =>
    h('li', {}, h('a', { href: addressOf('contractorDocument', { contractor: id, id: document.id, number }) }, document.label), ' ', lawDate(document.date), ' ', chip(document.status, document.statusLabel));
  return [
    h('h3', {}, t('case.contractor')),
    mayRead ? h('p', {}, h('a', { href: addressOf('contractor', { id }) }, t('case.inRegister'))) : null,
    documents.length ? h('ul', { class: 'people' }, documents.map(reported)) : null,
    mayWrite.length
      ? h(
          'div',
          { class: 'buttons' },
          mayWrite.map(({ kind, label: name }) => h('a', { class: 'button small', 'data-report': kind, href: addressOf('newContractorDocument', { contractor: id, kind, number }) }, icon('plus'), name)),
        )
      : null,
  ];
}

function period(from, to) {
  return from ? t('case.period', { from: lawDate(from), to: lawDate(to) }) : '';
}

function byDueDate(deadlines) {
  return [...deadlines].sort((a, b) => String(a.dueDate ?? '9999').localeCompare(String(b.dueDate ?? '9999')));
}

function goalLine(goal) {
  const ratings = goal.ratings ?? [];
  const sides = (goal.triangleSides ?? []).map((side) => t(`triangleSide.${side}`)).join(', ');
  return h(
    'li',
    { class: 'goal' },
    h('p', { class: 'goal-text' }, goal.text),
    h('p', { class: 'hint' }, [goal.level ? t(`goalLevel.${goal.level}`) : '', sides].filter(Boolean).join(' · ')),
    goal.state && goal.state !== 'ACTIVE' ? h('p', {}, chip(goal.state, t(`goalState.${goal.state}`))) : null,
    ratings.length ? h('ol', { class: 'history', 'aria-label': t('goals.ratings') }, ratings.map(ratingLine)) : null,
  );
}

function ratingLine(rating) {
  const attainment = rating.attainment ? t(`attainment.${rating.attainment}`) : t('goals.notRated');
  return h('li', {}, h('time', { datetime: rating.date }, rating.date), h('span', {}, attainment));
}

// The way of an intervention as an ordered list: passed steps, the present one, those ahead.
function path(state) {
  if (!PATH.includes(state)) {
    return h('p', {}, chip(state, label(state, `interventionState.${state}`)));
  }
  const now = PATH.indexOf(state);
  return h(
    'ol',
    { class: 'path', 'aria-label': t('case.path') },
    PATH.map((step, index) => {
      const place = index < now ? 'passed' : index === now ? 'now' : 'ahead';
      return h(
        'li',
        { class: `step step-${place}`, 'aria-current': place === 'now' ? 'step' : null },
        h('span', {}, t(`interventionState.${step}`)),
        h('span', { class: 'visually-hidden' }, ` (${t(`case.step.${place}`)})`),
      );
    }),
  );
}

define('insats-case', InsatsCase);
