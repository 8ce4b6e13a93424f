// Who works in a case: those who do, somebody more, somebody no longer.
import { api, segment } from './api.js';
import { announce, define, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, uniqueId } from './dom.js';
import { label, t } from './i18n.js';

/**
 * `<insats-members case="2026-000123" responsible="USER" may-change>`: `responsible` names who cannot be taken off the case. `members` may be set before
 * it is put on the page, as the case overview has them; who else there is is asked for when somebody is to be added.
 */
class InsatsMembers extends InsatsElement {
  members = null;

  get #path() {
    return `cases/${segment(this.getAttribute('case'))}`;
  }

  async load() {
    this.members ??= (await api.get(`${this.#path}/members`)).items ?? [];
    return this.members;
  }

  render(members) {
    const problems = h('div', { class: 'problems' });
    const place = h('div', {});
    return [
      h('h2', {}, t('members.title')),
      h('ul', { class: 'people' }, members.map((member) => this.#line(member, problems))),
      this.hasAttribute('may-change') ? this.#opener(place, problems) : null,
      place,
      problems,
    ];
  }

  #line(member, problems) {
    const { userName, name, role } = member;
    const mayTake = this.hasAttribute('may-change') && userName !== this.getAttribute('responsible');
    return h(
      'li',
      { class: 'member' },
      h('span', {}, h('strong', {}, name ?? userName), h('span', { class: 'hint block' }, label(role, `role.${role}`))),
      mayTake ? this.#takeOff(member, problems) : null,
    );
  }

  #takeOff({ userName, name }, problems) {
    const take = () => this.#change(() => api.remove(`${this.#path}/members/${segment(userName)}`), t('members.removed'), problems);
    const who = t('members.removeWho', { name: name ?? userName });
    return h('button', { type: 'button', class: 'quiet small', 'aria-label': who, on: { click: take } }, t('members.remove'));
  }

  #opener(place, problems) {
    const open = async () => {
      fill(problems);
      try {
        const { items: staff = [] } = await api.get(`${this.#path}/staff`);
        const isMember = ({ userName, role }) => this.members.some((member) => member.userName === userName && member.role === role);
        const others = staff.filter((person) => !isMember(person));
        fill(place, others.length ? this.#add(others, problems) : h('p', { class: 'hint' }, t('choice.nobody')));
        place.querySelector('select')?.focus();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'quiet small', on: { click: open } }, icon('plus'), t('members.add')));
  }

  #add(others, problems) {
    const id = uniqueId('member');
    const options = others.map(({ userName, name, role }, index) => h('option', { value: String(index) }, `${name ?? userName} (${label(role, `role.${role}`)})`));
    const select = h('select', { id }, h('option', { value: '' }, t('choice.none')), options);
    const submit = async (event) => {
      event.preventDefault();
      const chosen = others[Number(select.value)];
      if (select.value !== '' && chosen) {
        await this.#change(() => api.post(`${this.#path}/members`, { userName: chosen.userName, role: chosen.role }), t('members.added'), problems);
      }
    };
    return h(
      'form',
      { class: 'line-form', on: { submit } },
      h('label', { for: id }, t('members.add')),
      h('div', { class: 'line' }, select, h('button', { type: 'submit', class: 'quiet' }, icon('plus'), t('members.addButton'))),
    );
  }

  async #change(call, done, problems) {
    fill(problems);
    try {
      await call();
      this.members = null;
      announce(done);
      await this.reload();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  }
}

define('insats-members', InsatsMembers);
