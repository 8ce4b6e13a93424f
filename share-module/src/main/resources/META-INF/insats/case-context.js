// People, users, documents and interventions of a case, as choices for the controls of a form.
import { api, platform, segment } from './api.js';
import { label } from './i18n.js';

const CASE_NUMBER = /\d{4}-\d{6}/;
const CONTRACTOR_NUMBER = /^U-\d{6}$/;
const PLACEMENT_GROUP = ['PLACEMENT_WORKER', 'PLACEMENT_SECTION_MANAGER'];

/** The surroundings of a form: what its pickers may choose among. Everything is fetched once, when first asked for. */
export class CaseContext {
  #overview;
  #document;

  /**
   * @param {() => Promise<object>} overview gives the case overview (`GET cases/{caseNumber}`)
   * @param {() => Promise<object>} document gives the document that the form is of, if there is one yet
   */
  constructor(overview, document = () => Promise.resolve({})) {
    this.#overview = overview;
    this.#document = document;
  }

  /** For a case whose overview has been loaded already, and a document of it. */
  static ofOverview(overview, document = {}) {
    return new CaseContext(
      () => Promise.resolve(overview),
      () => Promise.resolve(document),
    );
  }

  /** For a case by its number. */
  static ofCase(caseNumber) {
    return new CaseContext(() => api.get(`cases/${segment(caseNumber)}`));
  }

  /** For a node inside a case or a contractor's file (Share knows node ids, not case numbers). */
  static ofNode(nodeId) {
    return new CaseContext(
      () => overviewAround(nodeId),
      () => api.get(`documents/${segment(nodeId)}`).catch(() => ({})),
    );
  }

  /** Where there is no case: nothing to choose among. */
  static none() {
    return new CaseContext(() => Promise.resolve({}));
  }

  async #case() {
    this.loaded ??= this.#overview();
    return this.loaded;
  }

  /** The people of the case that the user may see. */
  async people() {
    const { persons = [] } = await this.#case();
    return persons.map((person) => ({ value: person.id, label: person.name ?? label(person.id, `relation.${person.relation}`) }));
  }

  /** Those who work in the case, and after them those in its units who may come to. */
  async users() {
    const { members = [], caseNumber } = await this.#case();
    this.staff ??= caseNumber ? api.get(`cases/${segment(caseNumber)}/staff`) : Promise.resolve({});
    const { items = [] } = await this.staff;
    const all = new Map();
    this.whole ??= this.#document();
    const { author, authorName } = await this.whole;
    const authors = author && !caseNumber ? [{ userName: author, name: authorName }] : [];
    [...members, ...items, ...authors].forEach(({ userName, name, role }) => {
      if (!all.has(userName)) {
        all.set(userName, { value: userName, label: role ? `${name ?? userName} (${label(role, `role.${role}`)})` : (name ?? userName) });
      }
    });
    return [...all.values()];
  }

  /** Documents of the case, of certain kinds or of all. */
  async documents(kinds) {
    const { documents = [] } = await this.#case();
    return documents
      .filter((document) => kinds.length === 0 || kinds.includes(document.kind))
      .map((document) => ({ value: document.id, label: `${label(document.label ?? document.kind, `kind.${document.kind}`)} ${document.name}` }));
  }

  /** Values that the routine lists for a field of the document: codes, steps of the risk scale. */
  async choices(field) {
    this.whole ??= this.#document();
    const { choices = {} } = await this.whole;
    return choices[field] ?? [];
  }

  /** Interventions of the case. */
  async interventions() {
    const { interventions = [] } = await this.#case();
    return interventions.map((item) => ({ value: item.id, label: item.label ?? label(item.service, `service.${item.service}`) }));
  }
}

// A document's properties name its case; the folder that a new one goes to is named by it. A contractor's file is found by its own id.
async function overviewAround(nodeId) {
  const { entry } = await platform.get(`alfresco/versions/1/nodes/${segment(nodeId)}`);
  const number = entry.properties?.['ins:caseNumber'] ?? CASE_NUMBER.exec(entry.name ?? '')?.[0];
  if (!number) {
    throw new Error(`no case around ${nodeId}`);
  }
  if (CONTRACTOR_NUMBER.test(number)) {
    return contractorAsCase(entry.nodeType === 'insctr:contractorFile' ? entry.id : entry.parentId);
  }
  return api.get(`cases/${segment(number)}`);
}

/**
 * A contractor's file as the pickers of a form take a case: the placement group that keeps it as staff, nobody else, and the interventions that the
 * contractor was agreed on for.
 */
export async function contractorAsCase(id) {
  const { documents, number, unit, earlierAssignments = [] } = await api.get(`contractors/${segment(id)}`).catch(onlyTheDocument);
  const interventions = earlierAssignments.map(({ interventionId, caseNumber }) => ({ id: interventionId, label: caseNumber }));
  const group = unit ? await Promise.all(PLACEMENT_GROUP.map((role) => withRole(role, unit))) : [];
  return { documents, number, persons: [], members: group.flat(), interventions, names: {} };
}

async function withRole(role, unit) {
  const { items = [] } = await api.get(`people?role=${role}&unit=${segment(unit)}`);
  return items.map((each) => ({ ...each, role }));
}

// Who reported a complaint reads it, and nothing else of the file.
function onlyTheDocument(error) {
  if (error.status === 404) {
    return { documents: [] };
  }
  throw error;
}
