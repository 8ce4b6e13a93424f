// A control of ours inside a Share form: Share draws a hidden input with the value, this element draws the control beside it.
import { fill } from './dom.js';
import { t } from './i18n.js';
import { CaseContext } from './case-context.js';
import { createControl, isGroup, showValue } from './controls.js';
import { define } from './element.js';
import { loadStyles } from './styles.js';

const contexts = new Map();

// One overview for all the controls of a form.
function contextOf(caseNumber, nodeRef) {
  const nodeId = nodeRef.split('/').pop();
  const key = caseNumber || nodeId;
  if (!key) {
    return CaseContext.none();
  }
  if (!contexts.has(key)) {
    contexts.set(key, caseNumber ? CaseContext.ofCase(caseNumber) : CaseContext.ofNode(nodeId));
  }
  return contexts.get(key);
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
 * `<insats-control control="goals" for="ID OF THE HIDDEN INPUT" …>`: attributes `control`, `for`, `view`, `node` (a node of the case) or
 * `case-number`, `goals` (JSON, for results goal by goal), `options`, `option-separator`, `described-by`, `read-only`, `mandatory`, `params` (JSON).
 */
class InsatsControl extends HTMLElement {
  async connectedCallback() {
    const input = document.getElementById(this.getAttribute('for'));
    if (!input || this.childElementCount > 0) {
      return;
    }
    loadStyles();
    // What nobody touched is not sent: the repository keeps its value, or gives a new document its own.
    input.disabled = true;
    const name = this.getAttribute('control');
    const options = this.#options(input);
    if (this.hasAttribute('view')) {
      fill(this, (await showValue(name, options)) || t('form.empty'));
      return;
    }
    const control = createControl(name, options);
    if (isGroup(name)) {
      control.setAttribute('aria-labelledby', `${input.id}-label`);
    }
    fill(this, control);
  }

  #options(input) {
    return {
      id: `${input.id}-control`,
      value: input.value,
      readOnly: this.hasAttribute('read-only'),
      mandatory: this.hasAttribute('mandatory'),
      describedBy: this.getAttribute('described-by') ?? undefined,
      params: { ...JSON.parse(this.getAttribute('params') || '{}'), goals: this.getAttribute('goals') },
      options: choicesOf(this),
      context: contextOf(this.getAttribute('case-number') ?? '', this.getAttribute('node') ?? ''),
      onChange: (value) => store(input, value),
    };
  }
}

// Share's forms runtime checks a form when it hears that a control without an input event has a new value.
function store(input, value) {
  input.value = value;
  input.disabled = false;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  window.YAHOO?.Bubbling?.fire('mandatoryControlValueUpdated', input);
}

define('insats-control', InsatsControl);
