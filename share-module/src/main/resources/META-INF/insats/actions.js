// What a person states when performing an act on a document. The repository decides which acts are allowed; this is only their form.

const date = { name: 'date', control: 'date' };
const requiredDate = { ...date, mandatory: true };
const choice = (name, values, group, mandatory = true) => ({ name, control: 'selectone', values, group, mandatory });

/**
 * Fields by action: `name` in the request, `control`, `mandatory`, and for choices the `values` with their `group` of texts.
 * An action that is not here has no form: its button performs it.
 */
export const ACTION_FIELDS = {
  communicate: [requiredDate],
  consent: [
    { name: 'personId', control: 'person', mandatory: true },
    choice('capacity', ['CHILD', 'YOUNG_PERSON', 'GUARDIAN', 'APPOINTED_REPRESENTATIVE', 'CLIENT'], 'capacity'),
    choice('answer', ['GIVEN', 'REFUSED', 'WITHDRAWN'], 'answer'),
    requiredDate,
    choice('form', ['WRITTEN', 'ORAL'], 'consentForm', false),
  ],
  receive: [date, { name: 'reason', control: 'text' }],
  allocate: [
    { name: 'userName', control: 'user', mandatory: true },
    choice('forum', ['WEEKLY_MEETING', 'TEAM_MEETING', 'DIRECT_CONTACT', 'UNIT_MANAGER'], 'forum'),
    requiredDate,
  ],
  check: [requiredDate, { name: 'text', control: 'textarea', mandatory: true }],
  withdraw: [choice('reason', ['NEED_CHANGED', 'NEED_CEASED'], 'withdrawalReason'), { name: 'informed', control: 'user' }],
  decline: [{ name: 'reason', control: 'textarea', mandatory: true }],
  markErroneous: [{ name: 'reason', control: 'textarea', mandatory: true }],
};

/** Acts that cannot be taken back: the button asks once more. */
export const WEIGHTY = new Set(['decide', 'send', 'establish', 'sendCopy', 'close', 'end', 'markErroneous', 'withdraw', 'decline', 'execute']);
