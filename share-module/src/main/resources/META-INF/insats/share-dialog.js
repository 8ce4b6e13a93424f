// The dialogue with the acts on a document, opened by Share's document library and details page (see share/doclib.js).
import { h } from './dom.js';
import { loadStyles } from './styles.js';
import { t } from './i18n.js';
import './insats-acts.js';

/**
 * Opens the dialogue.
 *
 * @param {string} documentId node id
 * @param {() => void} changed told after an act
 */
export function openActs(documentId, changed) {
  loadStyles();
  const acts = h('insats-acts', { document: documentId });
  const dialog = h('dialog', { class: 'insats-app', 'aria-label': t('document.acts') }, acts);
  dialog.addEventListener('insats-acted', () => {
    dialog.close();
    changed();
  });
  dialog.addEventListener('insats-close', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('insats-open-acts', ({ detail }) => openActs(detail.documentId, detail.changed));
