// The list of cases that the user takes part in.
import { api, segment } from './api.js';
import { chip, define, emptyState, InsatsElement, table } from './element.js';
import { h, lawDate } from './dom.js';
import { label, t } from './i18n.js';
import { addressOf } from './routes.js';

/** `<insats-cases>`: cases by number, a page at a time. */
class InsatsCases extends InsatsElement {
  #items = [];
  #next = null;

  async load() {
    this.#items = [];
    await this.#page('cases?size=50');
  }

  async #page(path) {
    const { items = [], next = null } = await api.get(path);
    this.#items.push(...items);
    this.#next = next;
  }

  render() {
    if (this.#items.length === 0) {
      return emptyState(t('cases.empty'));
    }
    const rows = this.#items.map((item) => [
      h('a', { href: addressOf('case', { number: item.caseNumber }), class: 'number' }, item.caseNumber),
      serviceOf(item),
      chip(stateOf(item), label(stateOf(item), `interventionState.${stateOf(item)}`, `caseState.${stateOf(item)}`)),
      item.responsibleName ?? item.responsibleCaseWorker,
      lawDate(item.interventions?.[0]?.grantTo),
    ]);
    const headings = ['cases.number', 'cases.service', 'cases.state', 'cases.responsible', 'cases.grantTo'].map((key) => t(key));
    return [table(t('cases.title'), headings, rows), this.#next ? this.#more() : null];
  }

  #more() {
    const more = async () => {
      await this.#page(`cases?size=50&after=${segment(this.#next)}`);
      this.replaceChildren(...this.render().filter(Boolean));
    };
    return h('p', {}, h('button', { type: 'button', class: 'quiet', on: { click: more } }, t('cases.more')));
  }
}

function serviceOf(item) {
  return (item.interventions ?? []).map(({ service }) => label(service, `service.${service}`)).join(', ');
}

function stateOf(item) {
  return item.interventions?.[0]?.state ?? item.state ?? 'OPEN';
}

define('insats-cases', InsatsCases);
