// What a person states when performing an act on a document. The repository decides which acts are allowed; this is only their form.

const date = { name: 'date', control: 'date' };
const requiredDate = { ...date, mandatory: true };
const moment = { name: 'date', control: 'datetime' };
const text = { name: 'text', control: 'textarea', mandatory: true };
const reason = { name: 'reason', control: 'textarea', mandatory: true };
const choice = (name, values, group, mandatory = true) => ({ name, control: 'selectone', values, group, mandatory });

const FIELDS = {
  communicate: [requiredDate],
  consent: [
    { name: 'personId', control: 'person', mandatory: true },
    choice('capacity', ['CHILD', 'YOUNG_PERSON', 'GUARDIAN', 'APPOINTED_REPRESENTATIVE', 'CLIENT'], 'capacity'),
    choice('answer', ['GIVEN', 'REFUSED', 'WITHDRAWN'], 'answer'),
    requiredDate,
    choice('form', ['WRITTEN', 'ORAL'], 'consentForm', false),
  ],
  receive: [date, { ...reason, mandatory: false }],
  allocate: [
    { name: 'userName', control: 'text', mandatory: true },
    choice('forum', ['WEEKLY_MEETING', 'TEAM_MEETING', 'DIRECT_CONTACT', 'UNIT_MANAGER'], 'forum'),
    requiredDate,
  ],
  check: [requiredDate, text],
  dialogue: [text],
  withdraw: [
    choice('reason', ['NEED_CHANGED', 'NEED_CEASED'], 'withdrawalReason'),
    date,
    { name: 'orallyInformed', control: 'text', mandatory: true },
    { name: 'orallyInformedAt', control: 'date' },
  ],
  decline: [reason, date],
  book: [moment],
  rebook: [moment],
  reschedule: [{ ...moment, mandatory: true }],
  'followUp.book': [{ ...moment, mandatory: true }],
  'followUp.hold': [requiredDate],
  holdRoleTalk: [requiredDate],
  execute: [date, { ...reason, mandatory: false }],
  establish: [date],
  sendCopy: [date],
  registerSignedCopy: [requiredDate],
  revise: [reason],
  end: [date],
  finishDocumentation: [date],
  close: [date],
  markErroneous: [reason],
};

/**
 * Fields of an act: `name` in the request, `control`, `mandatory`, and for choices the `values` with their `group` of texts. An act
 * without fields is performed by its button alone.
 */
export function fieldsOf(kind, action) {
  return FIELDS[`${kind}.${action}`] ?? FIELDS[action] ?? [];
}

/** Acts that cannot be taken back: their form says so. */
export const WEIGHTY = new Set(['decide', 'send', 'establish', 'sendCopy', 'close', 'end', 'markErroneous', 'withdraw', 'decline', 'execute', 'document']);
