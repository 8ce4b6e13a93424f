// What an administrator sees to: first steps, whether all is as it should be, units and their people, routine profiles, acts that lost their workflow.
import { api, platform, segment } from './api.js';
import { announce, chip, define, emptyState, errorBox, InsatsElement, section, table } from './element.js';
import { fill, h, icon, lawDate, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { deadlineText } from './deadline-words.js';
import { addressOf } from './routes.js';
import './insats-profiles.js';

const GROUPS = 'alfresco/versions/1/groups';
const CODE = /^[A-Za-z0-9]{1,20}$/;
const EXISTS = 409;
const TONES = { OK: 'MET', NOTE: 'DUE_SOON', PROBLEM: 'OVERDUE' };

// Who works in a unit, by what the unit does.
const ROLES = {
  OFFICE: ['CASE_WORKER', 'LEAD_SOCIAL_WORKER', 'ADMINISTRATIVE_COORDINATOR', 'UNIT_MANAGER'],
  PERFORMER: ['UNIT_MANAGER', 'LEAD_TREATMENT_SECRETARY', 'TREATMENT_LEAD', 'THERAPIST'],
  PLACEMENT: ['PLACEMENT_SECTION_MANAGER', 'PLACEMENT_WORKER', 'IOF_SECRETARY', 'INVESTIGATION_SECRETARY'],
};
// Roles whose people belong to no unit.
const EVERYWHERE = ['REGISTRAR', 'ARCHIVIST'];

/** `<insats-admin>`; the repository answers administrators only. */
class InsatsAdmin extends InsatsElement {
  async load() {
    const [checks, lost] = await Promise.all([api.get('admin/checks'), api.get('admin/lost-acts')]);
    return { ...checks, lost };
  }

  render({ items, units, lost }) {
    return [
      this.#firstSteps(items, units),
      section(t('admin.checks'), h('ul', { class: 'checks' }, items.map(check))),
      this.#units(units),
      section(t('admin.profiles'), h('insats-profiles')),
      section(t('admin.lost'), lost.items.length ? lostTable(lost.items) : emptyState(t(lost.next ? 'admin.lostNoneYet' : 'admin.lostNone'))),
    ];
  }

  #firstSteps(items, units) {
    const problem = (...ids) => items.some(({ id, level }) => level === 'PROBLEM' && ids.includes(id));
    const steps = [
      ['folders', !problem('FOLDERS-MISSING')],
      ['units', units.length > 0],
      ['people', !problem('GROUPS-NONE')],
      ['profiles', !problem('PROFILES-NONE') && !items.some(({ id }) => id === 'PROFILES-CHOOSE')],
    ];
    if (steps.every(([, done]) => done)) {
      return null;
    }
    return section(
      t('admin.start'),
      h('p', {}, t('admin.startAbout')),
      h('ol', { class: 'first-steps' }, steps.map(([name, done]) => h('li', {}, h('span', {}, t(`admin.step.${name}`)), chip(done ? 'MET' : 'PENDING', t(done ? 'admin.done' : 'admin.left'))))),
      h('p', {}, h('a', { class: 'button small', href: addressOf('newCase') }, icon('plus'), t('admin.firstCase'))),
      h('p', { class: 'hint' }, t('admin.demo')),
    );
  }

  #units(units) {
    const rows = units.map(({ unit, roles }) => [
      unit,
      Object.entries(roles).map(([role, number]) => h('span', { class: 'block' }, `${label(role, `role.${role}`)}: ${number}`)),
    ]);
    return section(
      t('admin.units'),
      rows.length ? table(t('admin.units'), [t('admin.unit'), t('admin.roles')], rows) : emptyState(t('admin.noUnits')),
      h('div', { class: 'columns two' }, this.#newUnit(), this.#newPerson(units)),
    );
  }

  #newUnit() {
    const code = text('admin.code', 'unit-code');
    const kind = choice('admin.kind', Object.keys(ROLES).map((name) => [name, t(`admin.kind.${name}`)]), 'unit-kind');
    const make = async () => {
      const unit = code.input.value.trim().toUpperCase();
      if (!CODE.test(unit)) {
        throw new Error(t('admin.codeWrong'));
      }
      for (const role of ROLES[kind.input.value]) {
        await makeGroup(`INSATS_${role}_${unit}`, `${label(role, `role.${role}`)}, ${unit}`);
      }
    };
    return this.#form(t('admin.newUnit'), t('admin.newUnitButton'), [code, kind], make);
  }

  #newPerson(units) {
    const groups = [
      ...units.flatMap(({ unit, roles }) => Object.keys(roles).map((role) => [`INSATS_${role}_${unit}`, `${label(role, `role.${role}`)}, ${unit}`])),
      ...EVERYWHERE.map((role) => [`INSATS_${role}`, label(role, `role.${role}`)]),
    ];
    const group = choice('admin.roleIn', groups, 'person-role');
    const user = text('admin.userName', 'person-name');
    const add = async () => {
      await makeGroup(group.input.value, group.input.selectedOptions[0].text);
      await once(() => platform.post(`${GROUPS}/GROUP_${segment(group.input.value)}/members`, { id: user.input.value.trim(), memberType: 'PERSON' }));
    };
    return this.#form(t('admin.newPerson'), t('admin.newPersonButton'), [user, group], add);
  }

  #form(title, button, fields, perform) {
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        await perform();
        announce(t('admin.saved'));
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'form', novalidate: true, on: { submit } },
      h('h3', {}, title),
      fields.map(({ field }) => field),
      problems,
      h('button', { type: 'submit', class: 'quiet' }, icon('plus'), button),
    );
  }
}

async function makeGroup(id, displayName) {
  await once(() => platform.post(GROUPS, { id, displayName }));
}

// What is there already is as good as made.
async function once(call) {
  try {
    await call();
  } catch (error) {
    if (error.status !== EXISTS) {
      throw error;
    }
  }
}

function text(key, name) {
  const id = uniqueId('admin');
  const input = h('input', { id, name, type: 'text', autocomplete: 'off', spellcheck: 'false' });
  return { input, field: h('div', { class: 'field' }, h('label', { for: id }, t(key)), input) };
}

function choice(key, options, name) {
  const id = uniqueId('admin');
  const input = h('select', { id, name }, options.map(([value, words]) => h('option', { value }, words)));
  return { input, field: h('div', { class: 'field' }, h('label', { for: id }, t(key)), input) };
}

function check({ id, level, text: words }) {
  return h('li', { 'data-check': id }, chip(TONES[level], t(`admin.level.${level}`)), h('span', {}, words));
}

function lostTable(items) {
  const headings = ['deadlines.what', 'deadlines.case', 'deadlines.due'].map((key) => t(key));
  return table(
    t('admin.lost'),
    headings,
    items.map((item) => [deadlineText(item), h('a', { href: addressOf('case', { number: item.caseNumber }), class: 'number' }, item.caseNumber), lawDate(item.dueDate)]),
  );
}

define('insats-admin', InsatsAdmin);
