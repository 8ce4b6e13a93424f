// A page of Share made of the components that the workbench shows too. The page's id says which, its parameters of which case.
import { fill, h, icon } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';
import { loadStyles } from './styles.js';
import './insats-admin.js';
import './insats-case.js';
import './insats-cases.js';
import './insats-deadlines.js';
import './insats-document.js';
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

const PAGES = {
  'insats-cases': {
    tab: 'cases',
    title: () => t('cases.title'),
    draw: () => [h('p', { class: 'buttons' }, h('a', { class: 'button primary', href: addressOf('newCase') }, icon('plus'), t('newCase.title')), h('a', { class: 'button quiet', href: addressOf('exceptionalAccess') }, t('exception.title'))), h('insats-cases')],
  },
  'insats-new-case': { tab: 'cases', title: () => t('newCase.title'), draw: () => h('insats-new-case') },
  'insats-case': { tab: 'cases', title: ({ number }) => t('case.title', { number }), draw: ({ number }) => h('insats-case', { case: number }) },
  'insats-new-document': {
    tab: 'cases',
    title: ({ kind }) => t('document.newTitle', { kind: label('', `kind.${kind}`) }),
    draw: ({ number, kind }) => [back(number), h('insats-new-document', { class: 'card', case: number, kind })],
  },
  'insats-document': {
    tab: 'cases',
    title: ({ number }) => t('document.title', { number }),
    draw: ({ number, id }) => [back(number), h('insats-document', { case: number, document: id })],
  },
  'insats-tasks': { tab: 'tasks', title: () => t('tasks.title'), draw: () => h('insats-tasks') },
  'insats-deadlines': { tab: 'deadlines', title: () => t('deadlines.title'), draw: () => h('insats-deadlines') },
  'insats-contractors': {
    tab: 'contractors',
    title: () => t('contractors.title'),
    draw: () => [h('p', { class: 'buttons' }, h('a', { class: 'button primary', href: addressOf('newContractor') }, icon('plus'), t('contractors.newTitle'))), h('insats-contractors')],
  },
  'insats-new-contractor': { tab: 'contractors', title: () => t('contractors.newTitle'), draw: () => h('insats-new-contractor') },
  'insats-contractor': { tab: 'contractors', title: () => t('contractors.one'), draw: ({ contractor }) => h('insats-contractor', { contractor }) },
  'insats-contractor-document': {
    tab: 'contractors',
    title: () => t('contractors.one'),
    draw: ({ contractor, id, number }) => [number ? back(number) : backToContractor(contractor), h('insats-document', { contractor, case: number || null, document: id })],
  },
  'insats-new-contractor-document': {
    tab: 'contractors',
    title: ({ kind }) => t('document.newTitle', { kind: label('', `kind.${kind}`) }),
    draw: ({ contractor, kind, number }) => [
      number ? back(number) : backToContractor(contractor),
      h('insats-new-document', { class: 'card', case: number || null, contractor, kind }),
    ],
  },
  'insats-meetings': { tab: 'meetings', title: () => t('meetings.title'), draw: () => h('insats-meetings') },
  'insats-meeting': {
    tab: 'meetings',
    title: () => t('meetings.title'),
    draw: ({ meeting }) => [h('p', { class: 'back' }, h('a', { href: addressOf('meetings') }, t('meetings.back'))), h('insats-meeting', { meeting })],
  },
  'insats-reports': { tab: 'reports', title: () => t('reports.title'), draw: () => h('insats-reports') },
  'insats-stand-ins': { tab: 'standIns', title: () => t('standIns.title'), draw: () => h('insats-stand-ins') },
  'insats-access-log': { tab: 'accessLog', title: () => t('accessLog.title'), draw: () => h('insats-access-log') },
  'insats-records': { tab: 'records', title: () => t('records.title'), draw: () => h('insats-records') },
  'insats-exceptional-access': { tab: 'cases', title: () => t('exception.title'), draw: ({ number }) => h('insats-exceptional-access', { case: number || null }) },
  'insats-scans': { tab: 'scans', title: () => t('scans.title'), draw: () => h('insats-scan-queue') },
  'insats-admin': { tab: 'admin', title: () => t('admin.title'), draw: () => h('insats-admin') },
};

function backToContractor(id) {
  return h('p', { class: 'back' }, h('a', { href: addressOf('contractor', { id }) }, t('contractors.back')));
}

function back(number) {
  return h('p', { class: 'back' }, h('a', { href: addressOf('case', { number }) }, t('case.back', { number })));
}

function tabs(active, isAdmin) {
  const tab = (name) => h('li', {}, h('a', { href: addressOf(name), 'aria-current': name === active ? 'page' : null }, icon(name), t(`nav.${name}`)));
  return h('nav', { 'aria-label': t('nav.title') }, h('ul', { class: 'insats-tabs' }, ['cases', 'tasks', 'deadlines', 'contractors', 'meetings', 'reports', 'standIns', 'accessLog', 'records', 'scans', ...(isAdmin ? ['admin'] : [])].map(tab)));
}

function show(root) {
  const page = PAGES[root.dataset.page];
  const asked = new URLSearchParams(window.location.search);
  const which = { number: asked.get('case') ?? '', id: asked.get('document') ?? '', kind: asked.get('kind') ?? '', contractor: asked.get('contractor') ?? '', meeting: asked.get('meeting') ?? '' };
  // Share's header names a page of its own already; of one case or document the number is worth a heading.
  const heading = h('h1', { tabindex: '-1', class: which.number ? null : 'visually-hidden' }, page.title(which));
  const name = (title) => {
    fill(heading, title);
    document.title = `${title} – Insats`;
  };
  name(page.title(which));
  root.addEventListener('insats-title', (event) => name(event.detail));
  root.addEventListener('insats-changed', (event) => {
    root.querySelectorAll('insats-case').forEach((element) => element !== event.target && element.reload());
  });
  fill(root, tabs(page.tab, root.dataset.admin === 'true'), heading, page.draw(which), h('div', { id: 'insats-status', class: 'status', role: 'status', 'aria-live': 'polite' }));
}

loadStyles();
document.querySelectorAll('.insats-page[data-page]').forEach(show);
