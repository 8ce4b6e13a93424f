// Scans that could not be filed on their own: each with the reason, to be filed by hand or dismissed.
import { api, platform, segment } from './api.js';
import { announce, define, emptyState, errorBox, InsatsElement } from './element.js';
import { fill, h, moment, uniqueId } from './dom.js';
import { t } from './i18n.js';

/** `<insats-scan-queue>` */
class InsatsScanQueue extends InsatsElement {
  async load() {
    const { items = [] } = await api.get('scans/queue');
    return items;
  }

  render(items) {
    return items.length === 0 ? emptyState(t('scans.empty')) : h('ul', { class: 'task-list' }, items.map((item) => this.#item(item)));
  }

  #item(item) {
    const problems = h('div', { class: 'problems' });
    return h(
      'li',
      { class: 'task card' },
      h(
        'div',
        { class: 'task-head' },
        h(
          'div',
          {},
          h('h2', {}, t('scans.received', { when: moment(item.receivedAt) })),
          h('p', {}, item.reason),
          h('p', { class: 'hint' }, `${t('scans.pages', { pages: item.pages })} · ${item.reasonId}`),
        ),
        h('button', { type: 'button', class: 'quiet', on: { click: () => openContent(item.id) } }, t('scans.open')),
      ),
      h('div', { class: 'scan-forms' }, this.#fileForm(item, problems), this.#dismissForm(item, problems)),
      problems,
    );
  }

  #fileForm(item, problems) {
    const id = uniqueId('scan');
    const input = h('input', { id, type: 'text', maxlength: 64, required: true, autocomplete: 'off', value: item.bestGuess, 'aria-describedby': `${id}-help` });
    const send = async () => {
      const value = input.value.trim();
      const target = /^\d{4}-\d{6}$/.test(value) ? { caseNumber: value } : { documentName: value };
      await api.post(`scans/queue/${segment(item.id)}/file`, target);
      announce(t('scans.filed'));
    };
    return this.#lineForm(input, t('scans.target'), t('scans.file'), h('p', { class: 'help', id: `${id}-help` }, t('scans.targetHelp')), send, problems);
  }

  #dismissForm(item, problems) {
    const input = h('input', { id: uniqueId('scan'), type: 'text', maxlength: 1000, required: true, autocomplete: 'off' });
    const send = async () => {
      await api.post(`scans/queue/${segment(item.id)}/dismiss`, { reason: input.value.trim() });
      announce(t('scans.dismissed'));
    };
    return this.#lineForm(input, t('scans.reason'), t('scans.dismiss'), null, send, problems);
  }

  #lineForm(input, labelText, buttonText, help, send, problems) {
    const submit = async (event) => {
      event.preventDefault();
      fill(problems);
      try {
        await send();
        await this.reload();
      } catch (error) {
        fill(problems, errorBox(error));
      }
    };
    return h(
      'form',
      { class: 'line-form', on: { submit } },
      h('label', { for: input.id }, labelText),
      help,
      h('div', { class: 'line' }, input, h('button', { type: 'submit', class: 'quiet' }, buttonText)),
    );
  }
}

/** Opens a node's content in a new tab. It comes as a blob, since an address cannot carry the ticket. */
export async function openContent(nodeId) {
  const blob = await platform.content(nodeId);
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  window.open(address, '_blank', 'noopener');
  window.setTimeout(() => URL.revokeObjectURL(address), 60000);
}

define('insats-scan-queue', InsatsScanQueue);
