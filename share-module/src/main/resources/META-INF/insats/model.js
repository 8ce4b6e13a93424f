// What the repository says about a kind of document, and the way between its fields and those of a form.
import { api, segment } from './api.js';

/** A field's name without its prefix: forms say `insord:extent` as Share does, the repository's documents say `extent`. */
export function plainName(fieldId) {
  return fieldId.slice(fieldId.indexOf(':') + 1);
}

/** The fields of a document kind. */
export class DocumentModel {
  #fields;

  constructor(fields) {
    this.#fields = new Map(fields.map((field) => [field.name, field]));
  }

  /** Fetches the fields of a kind (`GET model/{kind}`). */
  static async of(kind) {
    const { fields = [] } = await api.get(`model/${segment(kind)}`);
    return new DocumentModel(fields);
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
