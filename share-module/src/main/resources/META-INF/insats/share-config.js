// Reads the form configuration that Share reads (share-config-custom.xml) and its message bundles, which the build copies as .txt.

/**
 * One form of the configuration.
 *
 * @typedef {{id: string, label: string|null, fields: FormField[]}} FormSet
 * @typedef {{id: string, labelId: string|null, helpId: string|null, mandatory: boolean, readOnly: boolean, set: string,
 *   control: string|null, params: Object<string, string>}} FormField
 */

let configuration;
const bundles = new Map();

async function textOf(file) {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) {
    throw new Error(`${file}: ${response.status}`);
  }
  return response.text();
}

async function load() {
  configuration ??= textOf('forms/share-config-custom.txt').then((xml) => new DOMParser().parseFromString(xml, 'application/xml'));
  return configuration;
}

/**
 * The sets and fields of a form, in the order shown.
 *
 * @param {string} type prefixed type name, for example `insord:order`, or the name of a task type
 * @param {'create'|'edit'|'view'} mode which of the three forms
 * @returns {Promise<FormSet[]|null>} null when the configuration has no such form
 */
export async function formOf(type, mode) {
  const xml = await load();
  const evaluators = mode === 'create' ? ['model-type'] : ['node-type', 'task-type'];
  const config = [...xml.querySelectorAll('config')].find(
    (candidate) => evaluators.includes(candidate.getAttribute('evaluator')) && candidate.getAttribute('condition') === type,
  );
  const form = config?.querySelector('forms > form:not([id])');
  return form ? sets(form, mode) : null;
}

function sets(form, mode) {
  const visible = [...form.querySelectorAll('field-visibility > show')]
    .filter((show) => !show.getAttribute('for-mode') || show.getAttribute('for-mode').split(',').includes(mode))
    .map((show) => show.getAttribute('id'));
  const fields = new Map([...form.querySelectorAll('appearance > field')].map((element) => [element.getAttribute('id'), element]));
  const ordered = visible.map((id) => field(id, fields.get(id)));
  return [...form.querySelectorAll('appearance > set')]
    .map((set) => ({
      id: set.getAttribute('id'),
      label: set.getAttribute('label-id'),
      fields: ordered.filter((candidate) => candidate.set === set.getAttribute('id')),
    }))
    .concat({ id: '', label: null, fields: ordered.filter((candidate) => !candidate.set) })
    .filter((set) => set.fields.length > 0);
}

function field(id, element) {
  const control = element?.querySelector('control');
  return {
    id,
    labelId: element?.getAttribute('label-id') ?? null,
    helpId: element?.getAttribute('help-id') ?? null,
    mandatory: element?.getAttribute('mandatory') === 'true',
    readOnly: element?.getAttribute('read-only') === 'true',
    set: element?.getAttribute('set') ?? '',
    control: control?.getAttribute('template') ?? null,
    params: Object.fromEntries(
      [...(control?.querySelectorAll('control-param') ?? [])].map((param) => [param.getAttribute('name'), param.textContent.trim()]),
    ),
  };
}

/** The texts of the forms in a language, as a function from key to text. */
export async function formTexts(language) {
  if (!bundles.has(language)) {
    bundles.set(language, textOf(`forms/insats-share_${language}.txt`).then(properties));
  }
  const texts = await bundles.get(language);
  return (key) => texts.get(key) ?? key;
}

/** Reads a Java properties file: comments, `key=value`, continued lines, \uXXXX. */
export function properties(text) {
  const result = new Map();
  const joined = text.replace(/\\\r?\n[ \t]*/g, '');
  for (const line of joined.split(/\r?\n/)) {
    const match = /^\s*([^#!\s=:][^\s=:]*)\s*[=:]\s*(.*)$/.exec(line);
    if (match) {
      result.set(match[1], unescape(match[2]));
    }
  }
  return result;
}

function unescape(value) {
  return value
    .replace(/\\u([0-9a-fA-F]{4})/g, (whole, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1');
}
