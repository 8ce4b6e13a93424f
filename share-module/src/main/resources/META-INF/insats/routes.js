// Where a page is: a fragment on the workbench, a page of its own in Share. Addresses hold ids and case numbers only.
import { insideShare, segment } from './api.js';

function ofCase(number) {
  return number ? `/cases/${segment(number)}` : '';
}

function alsoCase(number) {
  return number ? `&case=${segment(number)}` : '';
}

const FRAGMENTS = {
  cases: () => '#/cases',
  newCase: () => '#/new-case',
  case: ({ number }) => `#/cases/${segment(number)}`,
  newDocument: ({ number, kind }) => `#/cases/${segment(number)}/new/${segment(kind)}`,
  document: ({ number, id }) => `#/cases/${segment(number)}/documents/${segment(id)}`,
  tasks: () => '#/tasks',
  deadlines: () => '#/deadlines',
  contractors: () => '#/contractors',
  newContractor: () => '#/new-contractor',
  contractor: ({ id }) => `#/contractors/${segment(id)}`,
  newContractorDocument: ({ contractor, kind, number }) => `#${ofCase(number)}/contractors/${segment(contractor)}/new/${segment(kind)}`,
  contractorDocument: ({ contractor, id, number }) => `#${ofCase(number)}/contractors/${segment(contractor)}/documents/${segment(id)}`,
  meetings: () => '#/meetings',
  meeting: ({ id }) => `#/meetings/${segment(id)}`,
  reports: () => '#/reports',
  standIns: () => '#/standIns',
  accessLog: () => '#/accessLog',
  records: () => '#/records',
  exceptionalAccess: ({ number }) => `#/exceptional-access${number ? `/${segment(number)}` : ''}`,
  scans: () => '#/scans',
  admin: () => '#/admin',
};

const SHARE_PAGES = {
  cases: () => 'insats-cases',
  newCase: () => 'insats-new-case',
  case: ({ number }) => `insats-case?case=${segment(number)}`,
  newDocument: ({ number, kind }) => `insats-new-document?case=${segment(number)}&kind=${segment(kind)}`,
  document: ({ number, id }) => `insats-document?case=${segment(number)}&document=${segment(id)}`,
  tasks: () => 'insats-tasks',
  deadlines: () => 'insats-deadlines',
  contractors: () => 'insats-contractors',
  newContractor: () => 'insats-new-contractor',
  contractor: ({ id }) => `insats-contractor?contractor=${segment(id)}`,
  newContractorDocument: ({ contractor, kind, number }) =>
    `insats-new-contractor-document?contractor=${segment(contractor)}&kind=${segment(kind)}${alsoCase(number)}`,
  contractorDocument: ({ contractor, id, number }) =>
    `insats-contractor-document?contractor=${segment(contractor)}&document=${segment(id)}${alsoCase(number)}`,
  meetings: () => 'insats-meetings',
  meeting: ({ id }) => `insats-meeting?meeting=${segment(id)}`,
  reports: () => 'insats-reports',
  standIns: () => 'insats-stand-ins',
  accessLog: () => 'insats-access-log',
  records: () => 'insats-records',
  exceptionalAccess: ({ number }) => `insats-exceptional-access${number ? `?case=${segment(number)}` : ''}`,
  scans: () => 'insats-scans',
  admin: () => 'insats-admin',
};

/**
 * The address of a page.
 *
 * @param {'cases'|'newCase'|'case'|'newDocument'|'document'|'tasks'|'deadlines'|'contractors'|'newContractor'|'contractor'|'newContractorDocument'|'contractorDocument'|'meetings'|'meeting'|'reports'|'standIns'|'accessLog'|'records'|'exceptionalAccess'|'scans'|'admin'} page which
 * @param {{number?: string, id?: string, kind?: string, contractor?: string}} [which] case number, document id, kind of document, contractor id
 */
export function addressOf(page, which = {}) {
  return insideShare() ? window.Alfresco.constants.URL_PAGECONTEXT + SHARE_PAGES[page](which) : FRAGMENTS[page](which);
}

/** Goes to a page; parameters as for {@link addressOf}. */
export function goTo(page, which) {
  window.location.assign(addressOf(page, which));
}
