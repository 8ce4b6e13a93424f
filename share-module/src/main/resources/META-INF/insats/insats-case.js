// One case at a glance: where it stands, what is to be done, its timeline, goals over time, documents with versions, people and history.
import { api, segment } from './api.js';
import { chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, lawDate, moment } from './dom.js';
import { label, t } from './i18n.js';
import { inOrder, rows, tasksByDeadline } from './deadline-board.js';
import { deadlineChip, deadlineText, ownerLines } from './deadline-words.js';
import { goalChart } from './goal-chart.js';
import { MADE_BY_FORM } from './kinds.js';
import { statusText } from './insats-document.js';
import { addressOf, goTo } from './routes.js';
import { timeline } from './timeline.js';
import './insats-members.js';
import './insats-people.js';

// The repository decides; these are only shown the means.
const CHANGES_MEMBERS = new Set(['RESPONSIBLE_CASE_WORKER', 'CASE_WORKER', 'FOLLOW_UP_CASE_WORKER', 'LEAD_SOCIAL_WORKER', 'OFFICE_MANAGER']);
const PATH = ['PLANNED', 'GRANTED', 'ORDERED', 'RUNNING', 'ENDING', 'DOCUMENTED', 'ENDED'];
const NEXT_SHOWN = 4;
const DOCUMENTS_SHOWN = 8;

/** `<insats-case case="2026-000123">` */
class InsatsCase extends InsatsElement {
  async load() {
    try {
      return await api.get(`cases/${segment(this.getAttribute('case'))}`);
    } catch (error) {
      if (error.status === 404) {
        return { missing: error };
      }
      throw error;
    }
  }

  render(overview) {
    if (overview.missing) {
      return notSeen(overview.missing, this.getAttribute('case'));
    }
    const { interventions = [] } = overview;
    return [
      h('div', { class: 'case-head' }, facts(overview), this.#newDocument(overview)),
      interventions.map((intervention) => interventionHead(intervention, overview)),
      timelineCard(overview),
      h(
        'div',
        { class: 'columns case-columns' },
        h('div', { class: 'main-column' }, this.#next(overview), this.#documents(overview)),
        h('div', { class: 'side-column' }, goalsCard(interventions), this.#people(overview), this.#members(overview)),
      ),
      allDeadlines(overview),
      history(overview),
    ];
  }

  #next(overview) {
    const { interventions = [], tasks = [], names, today } = overview;
    const how = { today, names, tasks: tasksByDeadline(tasks), done: () => this.#done() };
    // Of deadlines of the same act the first is enough; guards and what is told only are nothing to do. The list of all deadlines has them.
    const open = inOrder(interventions.flatMap(({ deadlines = [] }) => deadlines)).filter(({ id, chased, governing }) => (chased && governing) || how.tasks.has(id));
    const first = [...open.filter(({ id }) => how.tasks.has(id)), ...open.filter(({ id }) => !how.tasks.has(id))].slice(0, NEXT_SHOWN);
    const shown = inOrder(first);
    const left = open.length - shown.length;
    return section(
      t('case.next'),
      shown.length ? rows(shown, how) : emptyState(t('case.nothingNext')),
      left > 0 ? h('p', { class: 'hint' }, t(left === 1 ? 'case.nextMoreOne' : 'case.nextMore', { count: left })) : null,
    );
  }

  async #done() {
    this.dispatchEvent(new CustomEvent('insats-changed', { bubbles: true }));
    await this.reload();
  }

  #documents({ caseNumber, documents = [], names = {} }) {
    const headings = ['documents.kind', 'documents.status', 'documents.version', 'documents.modified'].map((key) => t(key));
    const latest = [...documents].sort((a, b) => String(b.modified ?? '').localeCompare(String(a.modified ?? '')));
    const place = h('div', {});
    const draw = (shown) => fill(place, table(t('documents.title'), headings, shown.map((document) => documentRow(caseNumber, document, names))), latest.length > shown.length ? all : null);
    const showAll = () => {
      draw(latest);
      place.querySelectorAll('tbody a')[DOCUMENTS_SHOWN]?.focus();
    };
    const all = h('p', {}, h('button', { type: 'button', class: 'quiet small', on: { click: showAll } }, t('documents.all', { count: latest.length })));
    if (latest.length > 0) {
      draw(latest.slice(0, DOCUMENTS_SHOWN));
    }
    return section(t('documents.title'), latest.length ? place : emptyState(t('documents.empty')));
  }

  #newDocument({ caseNumber, mayCreate = [] }) {
    if (mayCreate.length === 0) {
      return null;
    }
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

  #members({ caseNumber, responsibleCaseWorker, members = [], myRoles = [] }) {
    const mayChange = myRoles.some((role) => CHANGES_MEMBERS.has(role));
    const who = h('insats-members', { case: caseNumber, class: 'card', 'may-change': mayChange, responsible: responsibleCaseWorker });
    who.members = members;
    return who;
  }

  #people({ caseNumber, persons = [], myRoles = [] }) {
    const mayChange = myRoles.some((role) => CHANGES_MEMBERS.has(role));
    const people = h('insats-people', { case: caseNumber, class: 'card', 'may-change': mayChange, on: { 'insats-people-changed': () => this.reload() } });
    people.persons = persons;
    return people;
  }
}

function documentRow(caseNumber, document, names) {
  return [
    [
      h('a', { href: addressOf('document', { number: caseNumber, id: document.id }) }, label(document.label ?? document.kind, `kind.${document.kind}`)),
      h('span', { class: 'hint block' }, document.name),
    ],
    [chip(document.status, statusText(document)), document.erroneous ? h('span', { class: 'block' }, chip('OVERDUE', t('documents.erroneous'))) : null],
    versionText(document, names),
    moment(document.modified),
  ];
}

function versionText({ version, versions: count, versionHistory = [] }, names) {
  if (versionHistory.length < 2) {
    return version;
  }
  const line = ({ label: number, modified, modifier }) => h('li', {}, `${number} · ${moment(modified)} · ${names[modifier] ?? modifier}`);
  return [version, h('details', { class: 'versions' }, h('summary', {}, t('documents.versions', { count })), h('ul', {}, versionHistory.map(line)))];
}

function fact(name, value) {
  return value ? h('div', { class: 'fact' }, h('dt', {}, name), h('dd', {}, value)) : null;
}

function facts(overview) {
  const { persons = [], clientId } = overview;
  const client = persons.find(({ id }) => id === clientId);
  return h(
    'dl',
    { class: 'facts' },
    fact(t('case.client'), client ? [client.name ?? t('people.hiddenName'), client.birthDate ? h('span', { class: 'hint' }, ` ${t('people.born', { date: lawDate(client.birthDate) })}`) : null] : null),
    overview.protected ? fact(t('case.secrecy'), chip('OVERDUE', t('case.protected'))) : null,
    fact(t('case.responsible'), overview.responsibleName ?? overview.responsibleCaseWorker),
    fact(t('case.unit'), overview.unit),
    fact(t('case.profile'), overview.profileTitle ?? overview.profile),
    overview.state === 'CLOSED' ? fact(t('case.state'), label(overview.state, `caseState.${overview.state}`)) : null,
  );
}

function interventionHead(intervention, { caseNumber, names = {} }) {
  return h(
    'section',
    { class: 'card intervention', 'aria-label': label(intervention.service, `service.${intervention.service}`) },
    h(
      'dl',
      { class: 'facts' },
      fact(t('case.service'), label(intervention.service, `service.${intervention.service}`)),
      fact(t('case.granted'), period(intervention.grantFrom, intervention.grantTo)),
      fact(t('case.started'), lawDate(intervention.startDate)),
      fact(t('case.ended'), lawDate(intervention.endDate)),
      fact(t('case.performer'), intervention.performerUnit),
      fact(t('case.recipient'), intervention.recipient ? t(`recipient.${intervention.recipient}`) : ''),
      fact(t('case.treatmentLead'), names[intervention.treatmentLead] ?? intervention.treatmentLead),
    ),
    path(intervention.state),
    contractorOf(intervention.contractor, caseNumber),
  );
}

function timelineCard(overview) {
  const line = timeline(overview);
  return line ? h('section', { class: 'card timeline-card', 'aria-label': t('timeline.title') }, line) : null;
}

function goalsCard(interventions) {
  const several = interventions.length > 1;
  const withGoals = interventions.filter(({ goals = [] }) => goals.length > 0);
  return section(
    t('goals.title'),
    withGoals.length
      ? withGoals.map(({ service, goals }) => [several ? h('h3', {}, label(service, `service.${service}`)) : null, h('ol', { class: 'goals' }, goals.map(goalLine))])
      : emptyState(t('goals.none')),
  );
}

function goalLine(goal) {
  const ratings = goal.ratings ?? [];
  const sides = (goal.triangleSides ?? []).map((side) => t(`triangleSide.${side}`)).join(', ');
  const latest = ratings.at(-1);
  return h(
    'li',
    { class: 'goal' },
    h(
      'div',
      { class: 'goal-head' },
      h(
        'div',
        {},
        h('p', { class: 'goal-text' }, goal.text),
        h('p', { class: 'hint' }, [goal.level ? t(`goalLevel.${goal.level}`) : '', sides].filter(Boolean).join(' · ')),
      ),
      goalChart(ratings),
    ),
    goal.state && goal.state !== 'ACTIVE' ? h('p', {}, chip(goal.state, t(`goalState.${goal.state}`))) : null,
    latest
      ? h(
          'details',
          { class: 'versions' },
          h('summary', {}, t('goals.latest', { date: lawDate(latest.date), rating: attainmentText(latest) })),
          h('ol', { class: 'history', 'aria-label': t('goals.ratings') }, ratings.map(ratingLine)),
        )
      : null,
  );
}

function attainmentText({ attainment }) {
  return attainment ? t(`attainment.${attainment}`) : t('goals.notRated');
}

function ratingLine(rating) {
  return h('li', {}, h('time', { datetime: rating.date }, rating.date), h('span', {}, attainmentText(rating)));
}

// Everything, open and closed, for those who need to see why; folded away, since most do not.
function allDeadlines({ interventions = [], names = {} }) {
  const deadlines = interventions.flatMap((intervention) => intervention.deadlines ?? []);
  if (deadlines.length === 0) {
    return null;
  }
  const headings = ['deadlines.what', 'deadlines.due', 'deadlines.state', 'deadlines.owner'].map((key) => t(key));
  const line = (deadline) => [
    [h('span', {}, deadlineText(deadline)), h('span', { class: 'hint block' }, deadline.ruleId)],
    h('time', { datetime: lawDate(deadline.dueDate), class: 'date-text' }, lawDate(deadline.dueDate)),
    deadlineChip(deadline),
    ownerLines(deadline, names),
  ];
  return folded(t('case.allDeadlines', { count: deadlines.length }), () => table(t('deadlines.title'), headings, byDueDate(deadlines).map(line)));
}

// What was done, and the versions that were saved, the latest first; drawn when somebody opens it.
function history({ history: told = [], documents = [], names = {} }) {
  const events = [...told, ...saved(told, documents, names)].sort((a, b) => String(b.at).localeCompare(String(a.at)));
  const line = (event) =>
    h('li', {}, h('time', { datetime: event.at }, moment(event.at)), h('span', {}, event.text), h('span', { class: 'hint' }, event.name));
  return events.length ? folded(t('case.history', { count: events.length }), () => h('ol', { class: 'history' }, events.map(line))) : null;
}

// The first version of a document is told of as its creation already.
function saved(told, documents, names) {
  const known = new Set(told.filter(({ version }) => version).map(({ documentId, version }) => `${documentId} ${version}`));
  return documents.flatMap(({ id, kind, label: name, versionHistory = [] }) =>
    versionHistory
      .filter(({ label: number }) => !known.has(`${id} ${number}`))
      .map(({ label: number, modified, modifier }) => ({ at: modified, text: t('history.saved', { kind: name ?? kind, version: number }), name: names[modifier] ?? modifier })),
  );
}

function folded(title, draw) {
  const place = h('div', {});
  const open = () => {
    if (!place.firstChild) {
      fill(place, draw());
    }
  };
  return h('details', { class: 'card folded', on: { toggle: open } }, h('summary', {}, h('h2', {}, title)), place);
}

function byDueDate(deadlines) {
  return [...deadlines].sort((a, b) => String(a.dueDate ?? '9999').localeCompare(String(b.dueDate ?? '9999')));
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

// A case that is not there and one that the user has no part in are answered alike; who needs to read it may ask.
function notSeen(error, number) {
  return [errorBox(error), h('p', {}, t('exception.offer'), ' ', h('a', { href: addressOf('exceptionalAccess', { number }) }, t('exception.title')))];
}

define('insats-case', InsatsCase);
