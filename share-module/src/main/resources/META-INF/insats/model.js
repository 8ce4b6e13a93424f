// What the repository says about a kind of document, and the way between its fields and those of a form.
import { api, segment } from './api.js';

/** A field's name without its prefix: forms say `insord:extent` as Share does, the repository's documents say `extent`. */
export function plainName(fieldId) {
  return fieldId.slice(fieldId.indexOf(':') + 1);
}

const CONTROLS = { TEXT: 'textarea', ENUM: 'selectone', DATE: 'date', DATETIME: 'datetime', BOOLEAN: 'yesno', INT: 'number' };
// Fields whose meaning asks for a control of its own.
const BY_NAME = {
  author: 'user',
  documentResponsible: 'user',
  clientRef: 'person',
  goals: 'goals',
  participants: 'participants',
  preparedWith: 'people',
  goalResult: 'goalresults',
  riskAssessment: 'risk',
  personNeeds: 'personneeds',
  orderOrReferral: 'document',
  proposedContractor: 'person',
  registerEntry: 'contractorname',
  registeredBy: 'user',
};
// What the repository fills in on a new document.
const GIVEN = new Set(['author', 'documentResponsible']);

function controlOf({ name, type }) {
  return BY_NAME[name] ?? (name.endsWith('Ref') && type === 'TEXT' ? 'document' : CONTROLS[type]);
}

/** The fields of a document kind. */
export class DocumentModel {
  #fields;

  /** What the kind is called, in the language of the reader. */
  label;

  constructor(fields, label = '') {
    this.label = label;
    this.#fields = new Map(fields.map((field) => [field.name, field]));
  }

  /** Whether the repository has told of the kind. */
  get isKnown() {
    return this.#fields.size > 0;
  }

  /**
   * A form for a kind that the configuration has none for: every field that has a control, in the order of the model. To be written in are those
   * that people write.
   */
  plainForm(mode) {
    const fields = [...this.#fields.values()]
      .filter((field) => mode === 'view' || !field.readOnly)
      .filter((field) => mode !== 'create' || !GIVEN.has(field.name))
      .map((field) => ({ field, control: controlOf(field) }))
      .filter(({ control }) => control)
      .map(({ field, control }) => ({
        id: field.name,
        label: field.label,
        labelId: null,
        helpId: null,
        mandatory: (field.mandatory ?? []).some(({ level }) => level === 'MUST'),
        readOnly: false,
        set: '',
        control: null,
        params: { control },
      }));
    return [{ id: '', label: null, fields }];
  }

  /** Values that the routine of the case lists, by field; for a new document. */
  listed = {};

  /** Fetches the fields of a kind (`GET model/{kind}`), and for a new document of a case what its routine lists. */
  static async of(kind, caseNumber = null) {
    const { fields = [], label, choices = {} } = await api.get(`model/${segment(kind)}${caseNumber ? `?case=${segment(caseNumber)}` : ''}`);
    const model = new DocumentModel(fields, label);
    model.listed = choices;
    return model;
  }

  /** Allowed values of a field of a form, or none. */
  choices(fieldId) {
    return this.#fields.get(plainName(fieldId))?.values ?? [];
  }

  /** Whether only the repository sets a field. */
  isReadOnly(fieldId) {
    return this.#fields.get(plainName(fieldId))?.readOnly ?? false;
  }

  /** What was entered in a form (texts by field id), as the repository takes it. */
  toFields(entered) {
    return Object.fromEntries(Object.entries(entered).map(([id, text]) => [plainName(id), this.#value(plainName(id), text)]));
  }

  #value(name, text) {
    if (text === '') {
      return null;
    }
    switch (this.#fields.get(name)?.type) {
      case 'JSON':
        return JSON.parse(text);
      case 'BOOLEAN':
        return text === 'true';
      case 'INT':
        return Number(text);
      default:
        return text;
    }
  }
}

/** Where there is nothing to ask the repository about, as in a task. */
export const NO_MODEL = new DocumentModel([]);
