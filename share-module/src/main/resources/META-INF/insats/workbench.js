// The workbench: a demonstration and test bench on the embedded repository, made of the components that Share mounts.
import { ApiError, loggedIn, login, logout, whoAmI } from './api.js';
import { errorBox } from './element.js';
import { fill, h, icon } from './dom.js';
import { label, language, setLanguage, t } from './i18n.js';
import './insats-admin.js';
import './insats-cases.js';
import './insats-case.js';
import './insats-clock.js';
import './insats-deadlines.js';
import './insats-document.js';
import './insats-form-preview.js';
import './insats-new-case.js';
import './insats-new-document.js';
import './insats-contractor.js';
import './insats-contractors.js';
import './insats-meetings.js';
import './insats-records.js';
import './insats-reports.js';
import './insats-scan-queue.js';
import './insats-access-log.js';
import './insats-exceptional-access.js';
import './insats-stand-ins.js';
import './insats-tasks.js';

const root = document.getElementById('workbench');
let user = null;

// Addresses and page titles hold ids and case numbers only.
const PAGES = [
  { pattern: /^#\/cases$/, nav: 'cases', title: () => t('cases.title'), draw: casesPage },
  { pattern: /^#\/new-case$/, nav: 'cases', title: () => t('newCase.title'), draw: () => h('insats-new-case') },
  { pattern: /^#\/cases\/([\w-]+)$/, nav: 'cases', title: (number) => t('case.title', { number }), draw: (number) => h('insats-case', { case: number }) },
  { pattern: /^#\/cases\/([\w-]+)\/new\/(\w+)$/, nav: 'cases', title: (number, kind) => t('document.newTitle', { kind: label('', `kind.${kind}`) }), draw: newDocumentPage },
  { pattern: /^#\/cases\/([\w-]+)\/documents\/([\w-]+)$/, nav: 'cases', title: (number) => t('document.title', { number }), draw: documentPage },
  { pattern: /^#\/tasks$/, nav: 'tasks', title: () => t('tasks.title'), draw: () => h('insats-tasks') },
  { pattern: /^#\/deadlines$/, nav: 'deadlines', title: () => t('deadlines.title'), draw: () => h('insats-deadlines') },
  { pattern: /^#\/contractors$/, nav: 'contractors', title: () => t('contractors.title'), draw: contractorsPage },
  { pattern: /^#\/new-contractor$/, nav: 'contractors', title: () => t('contractors.newTitle'), draw: () => h('insats-new-contractor') },
  { pattern: /^#\/contractors\/([\w-]+)$/, nav: 'contractors', title: () => t('contractors.one'), draw: (id) => h('insats-contractor', { contractor: id }) },
  { pattern: /^#\/contractors\/([\w-]+)\/documents\/([\w-]+)$/, nav: 'contractors', title: () => t('contractors.one'), draw: contractorDocumentPage },
  { pattern: /^#\/contractors\/([\w-]+)\/new\/(\w+)$/, nav: 'contractors', title: newTitle, draw: newContractorDocumentPage },
  { pattern: /^#\/cases\/([\w-]+)\/contractors\/([\w-]+)\/new\/(\w+)$/, nav: 'cases', title: (number, contractor, kind) => newTitle(contractor, kind), draw: newReportPage },
  { pattern: /^#\/cases\/([\w-]+)\/contractors\/([\w-]+)\/documents\/([\w-]+)$/, nav: 'cases', title: () => t('contractors.one'), draw: reportPage },
  { pattern: /^#\/meetings$/, nav: 'meetings', title: () => t('meetings.title'), draw: () => h('insats-meetings') },
  { pattern: /^#\/meetings\/([\w-]+)$/, nav: 'meetings', title: () => t('meetings.title'), draw: meetingPage },
  { pattern: /^#\/reports$/, nav: 'reports', title: () => t('reports.title'), draw: () => h('insats-reports') },
  { pattern: /^#\/standIns$/, nav: 'standIns', title: () => t('standIns.title'), draw: () => h('insats-stand-ins') },
  { pattern: /^#\/records$/, nav: 'records', title: () => t('records.title'), draw: () => h('insats-records') },
  { pattern: /^#\/accessLog$/, nav: 'accessLog', title: () => t('accessLog.title'), draw: () => h('insats-access-log') },
  { pattern: /^#\/exceptional-access(?:\/([\w-]+))?$/, nav: 'cases', title: () => t('exception.title'), draw: (number) => h('insats-exceptional-access', { case: number ?? null }) },
  { pattern: /^#\/scans$/, nav: 'scans', title: () => t('scans.title'), draw: () => h('insats-scan-queue') },
  { pattern: /^#\/admin$/, nav: 'admin', title: () => t('admin.title'), draw: () => h('insats-admin') },
  { pattern: /^#\/forms$/, nav: null, title: () => t('preview.title'), draw: () => h('insats-form-preview') },
];

function casesPage() {
  return [h('p', { class: 'buttons' }, h('a', { class: 'button primary', href: '#/new-case' }, icon('plus'), t('newCase.title')), h('a', { class: 'button quiet', href: '#/exceptional-access' }, t('exception.title'))), h('insats-cases')];
}

function back(number) {
  return h('p', { class: 'back' }, h('a', { href: `#/cases/${number}` }, t('case.back', { number })));
}

function contractorsPage() {
  return [h('p', { class: 'buttons' }, h('a', { class: 'button primary', href: '#/new-contractor' }, icon('plus'), t('contractors.newTitle'))), h('insats-contractors')];
}

function contractorDocumentPage(contractor, id) {
  return [h('p', { class: 'back' }, h('a', { href: `#/contractors/${contractor}` }, t('contractors.back'))), h('insats-document', { contractor, document: id })];
}

function newTitle(contractor, kind) {
  return t('document.newTitle', { kind: label('', `kind.${kind}`) });
}

function newContractorDocumentPage(contractor, kind) {
  return [h('p', { class: 'back' }, h('a', { href: `#/contractors/${contractor}` }, t('contractors.back'))), h('insats-new-document', { class: 'card', contractor, kind })];
}

function newReportPage(number, contractor, kind) {
  return [back(number), h('insats-new-document', { class: 'card', case: number, contractor, kind })];
}

function reportPage(number, contractor, id) {
  return [back(number), h('insats-document', { contractor, case: number, document: id })];
}

function meetingPage(meeting) {
  return [h('p', { class: 'back' }, h('a', { href: '#/meetings' }, t('meetings.back'))), h('insats-meeting', { meeting })];
}

function newDocumentPage(number, kind) {
  return [back(number), h('insats-new-document', { class: 'card', case: number, kind })];
}

function documentPage(number, id) {
  return [back(number), h('insats-document', { case: number, document: id })];
}

function navigation(active) {
  const link = (name) => h('li', {}, h('a', { href: `#/${name}`, 'aria-current': active === name ? 'page' : null }, icon(name), t(`nav.${name}`)));
  return h('nav', { 'aria-label': t('nav.title') }, h('ul', {}, ['cases', 'tasks', 'deadlines', 'contractors', 'meetings', 'reports', 'standIns', 'accessLog', 'records', 'scans', ...(user.capabilities?.isAdmin ? ['admin'] : [])].map(link)));
}

function languageSwitch() {
  const button = (code, text) =>
    h('button', { type: 'button', class: 'language', lang: code, 'aria-pressed': String(language() === code), on: { click: () => setLanguage(code) } }, text);
  return h('div', { class: 'languages', role: 'group', 'aria-label': t('nav.language') }, button('sv', 'Svenska'), button('en', 'English'));
}

function brand() {
  return h('p', { class: 'brand' }, h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, 'i'), h('span', {}, 'Insats'));
}

function drawLogin(problem) {
  document.title = `${t('login.title')} – Insats`;
  const name = h('input', { id: 'user', name: 'user', type: 'text', autocomplete: 'username', required: true, autocapitalize: 'none', spellcheck: 'false' });
  const password = h('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const problems = h('div', { class: 'problems' }, problem ? errorBox(problem) : null);
  const submit = async (event) => {
    event.preventDefault();
    fill(problems);
    try {
      user = await login(name.value.trim(), password.value);
      window.location.hash = window.location.hash || '#/cases';
      draw(true);
    } catch (error) {
      fill(problems, errorBox(error.status === 403 || error.status === 401 ? new ApiError(error.status, null, t('login.wrong')) : error));
      password.value = '';
      password.focus();
    }
  };
  fill(
    root,
    h(
      'main',
      { class: 'login' },
      h(
        'div',
        { class: 'login-card' },
        brand(),
        h('h1', {}, t('login.title')),
        h('p', { class: 'hint' }, t('login.about')),
        h(
          'form',
          { class: 'form', on: { submit } },
          h('div', { class: 'field' }, h('label', { for: 'user' }, t('login.user')), name),
          h('div', { class: 'field' }, h('label', { for: 'password' }, t('login.password')), password),
          problems,
          h('button', { type: 'submit', class: 'primary wide' }, t('login.submit')),
        ),
        languageSwitch(),
      ),
    ),
  );
  name.focus();
}

function pageOf(hash) {
  for (const page of PAGES) {
    const match = page.pattern.exec(hash);
    if (match) {
      return { page, parts: match.slice(1) };
    }
  }
  return { page: PAGES[0], parts: [] };
}

function draw(moveFocus) {
  if (!user) {
    drawLogin();
    return;
  }
  const { page, parts } = pageOf(window.location.hash);
  const title = page.title(...parts);
  document.title = `${title} – Insats`;
  const heading = h('h1', { tabindex: '-1', id: 'page-title' }, title);
  const clock = user.capabilities?.isAdmin ? h('insats-clock') : null;
  const skip = (event) => {
    event.preventDefault();
    heading.focus();
  };
  fill(
    root,
    h('a', { class: 'skip', href: '#page-title', on: { click: skip } }, t('nav.skip')),
    h(
      'div',
      { class: 'shell' },
      h(
        'header',
        { class: 'side' },
        brand(),
        navigation(page.nav),
        h('div', { class: 'side-foot' }, clock, who(), languageSwitch()),
      ),
      h('main', { id: 'content' }, heading, page.draw(...parts)),
    ),
  );
  if (moveFocus) {
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

function who() {
  const leave = () => {
    logout();
    user = null;
    drawLogin();
  };
  return h(
    'p',
    { class: 'who' },
    h('span', {}, user.displayName ?? user.id),
    h('button', { type: 'button', class: 'quiet on-dark', on: { click: leave } }, t('login.leave')),
  );
}

window.addEventListener('hashchange', () => draw(true));
document.addEventListener('insats-language', () => draw(false));
root.addEventListener('insats-clock-moved', () => root.querySelector('main')?.querySelectorAll('*').forEach((element) => element.reload?.()));
root.addEventListener('insats-changed', (event) => {
  root.querySelectorAll('insats-case').forEach((element) => element !== event.target && element.reload());
});
root.addEventListener('insats-title', (event) => {
  document.title = `${event.detail} – Insats`;
  fill(document.getElementById('page-title'), event.detail);
});
root.addEventListener('insats-error', (event) => {
  if (event.detail?.status === 401) {
    logout();
    user = null;
    drawLogin(new ApiError(401, null, t('login.expired')));
  }
});

document.documentElement.lang = language();
if (loggedIn()) {
  try {
    user = await whoAmI();
  } catch {
    // The ticket of an earlier visit is no longer good: the login form says all there is to say.
    logout();
  }
}
draw(false);
