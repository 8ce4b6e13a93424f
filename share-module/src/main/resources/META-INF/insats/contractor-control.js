// Finds somebody in the register of contractors: a search by place, skill and free places, and those found to choose among.
import { api, segment } from './api.js';
import { fill, h, uniqueId } from './dom.js';
import { label, t } from './i18n.js';
import { asked } from './search-form.js';

/**
 * The control; its value is the id of an entry in the register.
 *
 * @param {import('./controls.js').ControlOptions} options `params.sort`: the sort of contractor to look for
 * @returns {HTMLElement} a group, labelled by who draws it
 */
export function contractorControl(options) {
  const found = h('div', { class: 'found', 'aria-live': 'polite' });
  const inputs = { place: line(), skill: line(), freePlaces: h('input', { type: 'text', inputmode: 'numeric', class: 'short', autocomplete: 'off' }) };
  const group = uniqueId('contractor');
  const show = (items) => fill(found, items.length === 0 ? h('p', { class: 'hint' }, t('register.empty')) : items.map((item) => choice(item, group, options)));
  const search = async () => {
    fill(found, h('p', { class: 'hint' }, t('loading')));
    const conditions = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]));
    try {
      const { items = [] } = await api.get(`contractors?${asked({ size: '50', type: options.params.sort, ...conditions }, segment)}`);
      show(items);
    } catch (error) {
      fill(found, h('p', { class: 'field-problem', role: 'alert' }, error.message));
    }
  };
  // The control stands inside a form: Enter searches, and does not send that form.
  const searchOnEnter = (event) => {
    if (event.key === 'Enter' && event.target.matches('input[type=text]')) {
      event.preventDefault();
      search();
    }
  };
  search();
  return h(
    'div',
    { class: 'group register', role: 'group', id: options.id, 'aria-describedby': options.describedBy, on: { keydown: searchOnEnter } },
    h(
      'div',
      { class: 'search-row' },
      Object.entries(inputs).map(([name, input]) => h('label', {}, t(`contractors.${name}`), input)),
      h('button', { type: 'button', class: 'quiet', on: { click: search } }, t('register.search')),
    ),
    found,
  );
}

function line() {
  return h('input', { type: 'text', maxlength: 60, autocomplete: 'off' });
}

function choice(item, group, options) {
  const radio = h('input', {
    type: 'radio',
    name: group,
    value: item.id,
    checked: options.value === item.id,
    on: {
      change: () => {
        options.value = item.id;
        options.onChange(item.id);
      },
    },
  });
  return h('label', { class: 'check-line' }, radio, h('span', {}, h('strong', {}, `${item.number} ${item.name ?? ''}`), h('span', { class: 'hint block' }, about(item))));
}

function about(item) {
  return [
    label(item.type, `service.${item.type}`),
    item.place,
    item.freePlaces === undefined ? null : t('register.free', { count: item.freePlaces }),
    (item.specialSkills ?? []).join(', '),
    item.underMunicipalAgreement ? t('contractors.underMunicipalAgreement') : null,
    t(`contractors.approval.${item.approval}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Number and name of an entry of the register, for who may read it; else that there is one. */
export async function contractorText(id) {
  try {
    const { number, name } = await api.get(`contractors/${segment(id)}`);
    return [number, name].filter(Boolean).join(' ');
  } catch {
    // Kept with the contractor, out of a client's case worker's sight.
    return t('register.hidden');
  }
}
