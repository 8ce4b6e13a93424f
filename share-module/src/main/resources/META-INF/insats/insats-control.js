// A control of ours inside a Share form: Share draws a hidden input with the value, this element draws the control beside it.
import { fill } from './dom.js';
import { CaseContext } from './case-context.js';
import { createControl } from './controls.js';
import { define } from './element.js';

const contexts = new Map();

function contextOf(nodeId) {
  if (!nodeId) {
    return CaseContext.none();
  }
  if (!contexts.has(nodeId)) {
    contexts.set(nodeId, CaseContext.ofNode(nodeId));
  }
  return contexts.get(nodeId);
}

function choicesOf(element) {
  const separator = element.getAttribute('option-separator') ?? ',';
  return (element.getAttribute('options') ?? '')
    .split(separator)
    .filter(Boolean)
    .map((option) => {
      const [value, ...text] = option.split('|');
      return { value, label: text.join('|') || value };
    });
}

/**
 * `<insats-control control="goals" for="ID OF THE HIDDEN INPUT" …>`: attributes `control`, `for`, `label-id`, `node` (id of a node of the case),
 * `options`, `option-separator`, `read-only`, `mandatory`, `params` (JSON).
 */
class InsatsControl extends HTMLElement {
  connectedCallback() {
    const input = document.getElementById(this.getAttribute('for'));
    if (!input || this.childElementCount > 0) {
      return;
    }
    const control = createControl(this.getAttribute('control'), {
      id: `${input.id}-control`,
      value: input.value,
      readOnly: this.hasAttribute('read-only'),
      mandatory: this.hasAttribute('mandatory'),
      params: JSON.parse(this.getAttribute('params') ?? '{}'),
      options: choicesOf(this),
      context: contextOf(this.getAttribute('node')),
      onChange: (value) => store(input, value),
    });
    fill(this, control);
  }
}

// Share's forms runtime checks a form when it hears that a control without an input event has a new value.
function store(input, value) {
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  window.YAHOO?.Bubbling?.fire('mandatoryControlValueUpdated', input);
}

define('insats-control', InsatsControl);
