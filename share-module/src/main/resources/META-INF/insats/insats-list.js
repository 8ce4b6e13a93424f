// Lists across cases for a start page: what waits for allocation, what waits for a contractor, grants that run out.
import { api, segment } from './api.js';
import { chip, define, emptyState, InsatsElement, table } from './element.js';
import { h, lawDate } from './dom.js';
import { label, t } from './i18n.js';
import { saveButton } from './save-button.js';
import { addressOf } from './routes.js';

const SIZE = 20;
const LISTS = {
  allocation: { columns: ['what', 'case', 'received'], row: (item) => [whatOf(item), caseOf(item), lawDate(item.receivedOn)] },
  'expiring-grants': { columns: ['service', 'case', 'grantTo', 'left'], row: (item) => [serviceOf(item), caseOf(item), lawDate(item.grantTo), leftOf(item)] },
};

/** `<insats-list list="allocation|expiring-grants" unit="SOC">`; without a unit, all that the user may read. */
class InsatsList extends InsatsElement {
  #items = [];
  #next = null;

  get #name() {
    return this.getAttribute('list');
  }

  get #path() {
    const unit = this.getAttribute('unit');
    return `lists/${this.#name}?size=${SIZE}${unit ? `&unit=${segment(unit)}` : ''}`;
  }

  async load() {
    this.#items = [];
    await this.#page('');
  }

  async #page(after) {
    const { items = [], next = null } = await api.get(this.#path + after);
    this.#items.push(...items);
    this.#next = next;
  }

  render() {
    if (this.#items.length === 0) {
      return emptyState(t(`list.${this.#name}.empty`));
    }
    const { columns, row } = LISTS[this.#name];
    const title = t(`list.${this.#name}`);
    return [
      table(title, columns.map((column) => t(`list.column.${column}`)), this.#items.map(row)),
      this.#next ? this.#more() : null,
      saveButton(title, this.#path, `insats-${this.#name}.csv`),
    ];
  }

  #more() {
    const more = async () => {
      await this.#page(`&after=${segment(this.#next)}`);
      this.replaceChildren(...this.render().flat(Infinity).filter(Boolean));
    };
    return h('p', {}, h('button', { type: 'button', class: 'quiet small', on: { click: more } }, t('deadlines.more')));
  }
}

function caseOf({ caseNumber }) {
  return h('a', { href: addressOf('case', { number: caseNumber }), class: 'number' }, caseNumber);
}

function whatOf({ caseNumber, documentId, kind, emergency }) {
  const name = h('a', { href: addressOf('document', { number: caseNumber, id: documentId }) }, label(kind, `kind.${kind}`));
  return emergency ? [name, ' ', chip('OVERDUE', t('list.emergency'))] : name;
}

function serviceOf({ service }) {
  return label(service, `service.${service}`);
}

function leftOf({ daysLeft }) {
  if (daysLeft < 0) {
    return chip('OVERDUE', t(daysLeft === -1 ? 'list.ranOutOne' : 'list.ranOut', { days: -daysLeft }));
  }
  return chip(daysLeft <= 30 ? 'DUE_SOON' : 'PENDING', t(daysLeft === 1 ? 'list.leftOne' : 'list.left', { days: daysLeft }));
}

define('insats-list', InsatsList);
