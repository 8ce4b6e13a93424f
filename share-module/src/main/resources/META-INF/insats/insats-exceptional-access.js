// Access to a case without a part in it: why, what then happens, and the way in.
import { api, segment } from './api.js';
import { announce, define, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, moment, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { addressOf } from './routes.js';

/** `<insats-exceptional-access case="2026-000123">`; the number may be left out and is then asked for. */
class InsatsExceptionalAccess extends InsatsElement {
  render() {
    const given = h('div', { class: 'given', tabindex: '-1' });
    const number = h('input', { id: uniqueId('case'), name: 'case', type: 'text', required: true, value: this.getAttribute('case') ?? '', autocomplete: 'off', maxlength: 11 });
    const reason = h('textarea', { id: uniqueId('reason'), name: 'reason', required: true, rows: 4, maxlength: 2000, 'aria-describedby': 'exceptional-hint' });
    const problems = h('div', { class: 'problems' });
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        const grant = await api.post(`cases/${segment(number.value.trim())}/exceptional-access`, { reason: reason.value });
        fill(given, done(grant));
        form.hidden = true;
        given.focus();
        announce(t('exception.given'));
      } catch (error) {
        fill(problems, errorBox(error));
        (error.field === 'reason' ? reason : number).focus();
      }
    };
    const form = h(
      'form',
      { class: 'card form', novalidate: true, on: { submit } },
      h('div', { class: 'field' }, h('label', { for: number.id }, t('exception.case')), number),
      h('div', { class: 'field' }, h('label', { for: reason.id }, t('exception.reason')), reason, h('p', { class: 'hint', id: 'exceptional-hint' }, t('exception.reasonHint'))),
      h('p', {}, t('exception.whatHappens')),
      h('ul', {}, ['told', 'logged', 'limited', 'read'].map((name) => h('li', {}, t(`exception.happens.${name}`)))),
      problems,
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, t('exception.submit'))),
    );
    return [form, given];
  }
}

function done(grant) {
  return h(
    'div',
    { class: 'card' },
    h('p', {}, icon('ok'), ' ', t('exception.until', { until: moment(grant.until) })),
    h('p', { class: 'buttons' }, h('a', { class: 'button primary', href: addressOf('case', { number: grant.caseNumber }) }, t('exception.open', { number: grant.caseNumber }))),
  );
}

define('insats-exceptional-access', InsatsExceptionalAccess);
