// Opens PDFs. They come as blobs, since an address cannot carry the ticket.
import { api, platform } from './api.js';

const KEPT = 60000;

function open(blob) {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  window.open(address, '_blank', 'noopener');
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Opens what a path of `insats/v1` answers in a new tab. */
export async function openPrint(path) {
  open(await api.blob(path));
}

/** Opens a node's content in a new tab. */
export async function openContent(nodeId) {
  open(await platform.content(nodeId));
}
