// Scans that could not be filed on their own, one at a time: the picture beside the fields, the next one fetched before it is
// asked for, everything by keyboard. Nothing leaves the queue but into a case, or with a reason.
import { api, segment } from './api.js';
import { announce, define, emptyState, errorBox, InsatsElement } from './element.js';
import { fill, h, moment, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { openContent, openPrint } from './pdf.js';

const PAGE = 200;
const ZOOM_STEP = 0.25;
const SCROLL_STEP = 80;

/** `<insats-scan-queue>` */
class InsatsScanQueue extends InsatsElement {
  #items = [];
  #at = 0;
  #pictures = new Map();
  #zoom = 1;
  #busy = false;
  #onKey = (event) => this.#key(event);

  connectedCallback() {
    this.addEventListener('keydown', this.#onKey);
    super.connectedCallback();
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.#onKey);
    this.#forgetPictures();
    super.disconnectedCallback();
  }

  async load() {
    const { items = [] } = await api.get(`scans/queue?size=${PAGE}`);
    return items;
  }

  render(items) {
    this.#items = items;
    this.#at = Math.min(this.#at, Math.max(0, items.length - 1));
    return this.#items.length === 0 ? [emptyState(t('scans.empty')), h('p', {}, this.#separatorButton())] : this.#desk();
  }

  #separatorButton() {
    return h('button', { type: 'button', class: 'quiet', on: { click: () => openPrint('scans/separator.pdf') } }, t('scans.separator'));
  }

  get #item() {
    return this.#items[this.#at];
  }

  #desk() {
    const item = this.#item;
    const problems = h('div', { class: 'problems' });
    const target = h('input', { id: uniqueId('scan'), type: 'text', maxlength: 64, required: true, autocomplete: 'off', value: item.bestGuess, 'data-scan': 'target' });
    const date = h('input', { id: uniqueId('scan'), type: 'text', maxlength: 10, pattern: '\\d{4}-\\d{2}-\\d{2}', autocomplete: 'off', placeholder: 'yyyy-mm-dd', value: item.paperDate });
    const reason = h('input', { id: uniqueId('scan'), type: 'text', maxlength: 1000, required: true, autocomplete: 'off', 'data-scan': 'reason' });
    const file = () => api.post(`scans/queue/${segment(item.id)}/file`, { ...this.#target(target.value), paperDate: date.value.trim() });
    const dismiss = () => api.post(`scans/queue/${segment(item.id)}/dismiss`, { reason: reason.value.trim() });
    this.#fetchPicture(this.#items[this.#at + 1]);
    window.requestAnimationFrame(() => this.#toTarget());
    return h(
      'div',
      { class: 'scan-desk' },
      h(
        'div',
        { class: 'scan-fields' },
        h('h2', { 'data-scan-id': item.id }, t('scans.count', { at: this.#at + 1, all: this.#items.length })),
        h('p', {}, item.reason),
        h('p', { class: 'hint' }, `${t('scans.received', { when: moment(item.receivedAt) })} · ${t('scans.pages', { pages: item.pages })} · ${item.reasonId}`),
        this.#read(item),
        h(
          'form',
          { class: 'line-form', on: { submit: (event) => this.#send(event, file, t('scans.filed'), problems) } },
          ...this.#field(target, t('scans.target'), t('scans.targetHelp')),
          ...this.#field(date, t('scans.paperDate'), t('scans.paperDateHelp')),
          h('button', { type: 'submit' }, t('scans.file')),
        ),
        h(
          'form',
          { class: 'line-form', on: { submit: (event) => this.#send(event, dismiss, t('scans.dismissed'), problems) } },
          ...this.#field(reason, t('scans.reason')),
          h('button', { type: 'submit', class: 'quiet' }, t('scans.dismiss')),
        ),
        problems,
        h(
          'p',
          { class: 'line' },
          h('button', { type: 'button', class: 'quiet', disabled: this.#at === 0, on: { click: () => this.#turn(-1) } }, t('scans.previous')),
          h('button', { type: 'button', class: 'quiet', disabled: this.#at === this.#items.length - 1, on: { click: () => this.#turn(1) } }, t('scans.next')),
          h('button', { type: 'button', class: 'quiet', on: { click: () => openContent(item.id) } }, t('scans.open')),
          this.#separatorButton(),
        ),
        h('p', { class: 'hint' }, t('scans.keys')),
      ),
      this.#picture(item),
    );
  }

  #target(value) {
    const given = value.trim().toUpperCase();
    return /^\d{4}-\d{6}$/.test(given) ? { caseNumber: given } : { documentName: given };
  }

  #field(input, label, help) {
    const helpId = `${input.id}-help`;
    if (help) {
      input.setAttribute('aria-describedby', helpId);
    }
    return [h('label', { for: input.id }, label), help ? h('p', { class: 'help', id: helpId }, help) : null, input];
  }

  #read(item) {
    if (!item.fields.length) {
      return null;
    }
    const known = (key, otherwise) => (t(key) === key ? otherwise : t(key));
    return h(
      'dl',
      { class: 'scan-read', 'aria-label': t('scans.read') },
      item.fields.map(({ name, value, confidence }) => [
        h('dt', {}, known(`scans.field.${name}`, name)),
        h('dd', {}, t('scans.sure', { value: known(`scans.value.${value}`, value), percent: Math.round(confidence * 100) })),
      ]),
    );
  }

  #picture(item) {
    const box = h('div', { class: 'scan-picture', tabindex: '0', role: 'group', 'aria-label': t('scans.picture'), 'data-scan': 'picture' });
    if (!item.hasPreview) {
      fill(box, emptyState(t('scans.noPicture')));
      return box;
    }
    this.#fetchPicture(item).then(
      (address) => {
        const image = h('img', { src: address, alt: t('scans.picture') });
        image.style.width = `${this.#zoom * 100}%`;
        fill(box, image);
      },
      (error) => fill(box, errorBox(error)),
    );
    return box;
  }

  /** The picture's address; fetched once, kept while the scan waits here. */
  #fetchPicture(item) {
    if (!item?.hasPreview) {
      return Promise.resolve('');
    }
    if (!this.#pictures.has(item.id)) {
      this.#pictures.set(
        item.id,
        api.blob(`scans/queue/${segment(item.id)}/preview`).then((blob) => URL.createObjectURL(blob)),
      );
    }
    return this.#pictures.get(item.id);
  }

  #forgetPictures() {
    for (const picture of this.#pictures.values()) {
      picture.then((address) => URL.revokeObjectURL(address), () => {});
    }
    this.#pictures.clear();
  }

  async #send(event, send, done, problems) {
    event.preventDefault();
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    fill(problems);
    try {
      await send();
      announce(done);
      this.#items.splice(this.#at, 1);
      await this.#show();
    } catch (error) {
      fill(problems, errorBox(error));
    } finally {
      this.#busy = false;
    }
  }

  async #show() {
    if (this.#items.length === 0) {
      this.#at = 0;
      await this.reload();
      return;
    }
    this.#at = Math.min(this.#at, this.#items.length - 1);
    fill(this, this.#desk());
  }

  #turn(by) {
    const at = this.#at + by;
    if (at >= 0 && at < this.#items.length) {
      this.#at = at;
      this.#zoom = 1;
      this.#show();
    }
  }

  #key(event) {
    if (this.#items.length === 0 || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const picture = this.querySelector('[data-scan="picture"]');
    const acts = {
      PageDown: () => this.#turn(1),
      PageUp: () => this.#turn(-1),
      F8: () => this.querySelector('[data-scan="reason"]').focus(),
      F9: () => picture.focus(),
      Escape: () => this.#toTarget(),
      ...(document.activeElement === picture
        ? {
            '+': () => this.#enlarge(ZOOM_STEP),
            '-': () => this.#enlarge(-ZOOM_STEP),
            ArrowDown: () => picture.scrollBy(0, SCROLL_STEP),
            ArrowUp: () => picture.scrollBy(0, -SCROLL_STEP),
            ArrowLeft: () => picture.scrollBy(-SCROLL_STEP, 0),
            ArrowRight: () => picture.scrollBy(SCROLL_STEP, 0),
          }
        : {}),
    };
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** The best guess is selected: Enter takes it, typing replaces it. */
  #toTarget() {
    const target = this.querySelector('[data-scan="target"]');
    target?.focus();
    target?.select();
  }

  #enlarge(by) {
    this.#zoom = Math.min(4, Math.max(0.5, this.#zoom + by));
    const image = this.querySelector('.scan-picture img');
    if (image) {
      image.style.width = `${this.#zoom * 100}%`;
    }
  }
}

define('insats-scan-queue', InsatsScanQueue);
