// The acts on one document, where only the document is known: in Share's document library and on its details page.
import { actForm, actsOf, focusFirst } from './act-form.js';
import { api, segment } from './api.js';
import { chip, define, emptyState, InsatsElement } from './element.js';
import { fill, h } from './dom.js';
import { label, t } from './i18n.js';
import { statusText } from './insats-document.js';
import { addressOf } from './routes.js';

/** `<insats-acts document="ID">`: fires `insats-acted` after an act, `insats-close` when there is nothing more to do. */
class InsatsActs extends InsatsElement {
  async load() {
    return api.get(`documents/${segment(this.getAttribute('document'))}`);
  }

  render(document) {
    const acts = actsOf(document);
    const place = h('div', { class: 'action-form' });
    const choose = (act) => {
      const form = actForm(document, act, { done: () => this.#tell('insats-acted'), cancel: () => fill(place) });
      fill(place, form);
      focusFirst(form);
    };
    return [
      h('h2', { tabindex: '-1' }, label(document.label ?? document.kind, `kind.${document.kind}`)),
      h('p', {}, chip(document.status, statusText(document)), h('span', { class: 'hint' }, ` ${document.name}`)),
      acts.length === 0 ? emptyState(t('acts.none')) : h('div', { class: 'buttons' }, acts.map((act) => this.#button(act, choose))),
      place,
      h(
        'p',
        { class: 'line' },
        h('a', { href: addressOf('document', { number: document.caseNumber, id: document.id }) }, t('acts.document')),
        h('a', { href: addressOf('case', { number: document.caseNumber }) }, t('case.back', { number: document.caseNumber })),
        h('button', { type: 'button', class: 'quiet', 'data-close': true, on: { click: () => this.#tell('insats-close') } }, t('acts.close')),
      ),
    ];
  }

  #button(act, choose) {
    const quiet = ['markErroneous', 'deleteDraft'].includes(act.name);
    return h('button', { type: 'button', class: quiet ? 'quiet' : 'primary', 'data-act': act.name, on: { click: () => choose(act) } }, act.label);
  }

  #tell(event) {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true }));
  }
}

define('insats-acts', InsatsActs);
