// Who works in a case: those who do, somebody more, somebody no longer.
import { api, segment } from './api.js';
import { announce, define, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, uniqueId } from './dom.js';
import { label, t } from './i18n.js';

/** `<insats-members case="2026-000123" responsible="USER" may-change>`: `responsible` names who cannot be taken off the case. */
class InsatsMembers extends InsatsElement {
  get #path() {
    return `cases/${segment(this.getAttribute('case'))}`;
  }

  async load() {
    const [{ items: members = [] }, { items: staff = [] }] = await Promise.all([api.get(`${this.#path}/members`), api.get(`${this.#path}/staff`)]);
    return { members, staff };
  }

  render({ members, staff }) {
    const problems = h('div', { class: 'problems' });
    const isMember = ({ userName, role }) => members.some((member) => member.userName === userName && member.role === role);
    const others = staff.filter((person) => !isMember(person));
    return [
      h('h2', {}, t('members.title')),
      h('ul', { class: 'people' }, members.map((member) => this.#line(member, problems))),
      others.length && this.hasAttribute('may-change') ? this.#add(others, problems) : null,
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
      announce(done);
      await this.reload();
    } catch (error) {
      fill(problems, errorBox(error));
    }
  }
}

define('insats-members', InsatsMembers);
