// The kinds of document of a case, in the order in which a case meets them, and after them those of a contractor's file.

const TYPES = {
  investigation: 'insdec:investigation',
  decisionBasis: 'insdec:decisionBasis',
  assignment: 'insasg:assignment',
  consent: 'ins:consent',
  decision: 'insdec:decision',
  order: 'insord:order',
  notice: 'insord:notice',
  sisForm: 'insord:sisForm',
  withdrawal: 'insord:withdrawal',
  decline: 'insord:decline',
  meeting: 'insmtg:meeting',
  carePlan: 'inspln:carePlan',
  implementationPlan: 'inspln:implementationPlan',
  followUp: 'insfup:followUp',
  childTalk: 'insfup:childTalk',
  extension: 'insext:extension',
  resourceAllocation: 'insres:resourceAllocation',
  ending: 'insend:ending',
  journalNote: 'ins:journalNote',
  enrolmentNotice: 'insagr:enrolmentNotice',
  allowanceRecord: 'insagr:allowanceRecord',
  contractorInvestigation: 'insctr:contractorInvestigation',
  contractorContact: 'insctr:contractorContact',
  agreement: 'insagr:agreement',
  complaint: 'inscmp:complaint',
  contractorFeedback: 'inscmp:contractorFeedback',
  incomingDocument: 'ins:incomingDocument',
};

/** Kinds that a person makes with a form. */
export const MADE_BY_FORM = [
  'decisionBasis', 'assignment', 'consent', 'decision', 'order', 'notice', 'sisForm', 'meeting', 'implementationPlan', 'followUp', 'extension', 'resourceAllocation', 'ending', 'journalNote',
];

/** Kinds that are about no intervention. A note lies in the case, but a contact with the family that it tells of counts for an intervention. */
export const OF_THE_CASE = new Set(['incomingDocument']);

/** The type of a kind, prefixed. */
export function typeOf(kind) {
  return TYPES[kind] ?? kind;
}
