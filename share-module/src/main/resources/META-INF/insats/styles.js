// The style sheets, for pages of Share that do not name them.
import { h } from './dom.js';

/** Adds the style sheets of the components, once. */
export function loadStyles() {
  for (const file of ['insats.css', 'components.css']) {
    const address = new URL(file, import.meta.url).href;
    if (!document.querySelector(`link[href="${address}"]`)) {
      document.head.append(h('link', { rel: 'stylesheet', href: address }));
    }
  }
}
