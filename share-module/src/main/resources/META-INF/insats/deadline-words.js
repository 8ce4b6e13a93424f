// Deadlines in words, the same wherever one is shown.
import { chip } from './element.js';
import { h } from './dom.js';
import { label } from './i18n.js';

/** A deadline's state as a chip. */
export function deadlineChip(deadline) {
  const state = deadline.state ?? deadline.deadlineState;
  return chip(state, label(state, `deadlineState.${state}`));
}

/** What a deadline is about, in words. */
export function deadlineText(deadline) {
  return deadline.title ?? label(deadline.ruleId, `rule.${deadline.ruleId}`);
}

/** Who is to do it: a person, or those with a role. */
export function ownerText(deadline, names = {}) {
  const owner = deadline.owner ?? deadline.deadlineOwner ?? '';
  return names[owner] ?? deadline.ownerName ?? owner;
}

/** The roles that are to do it. */
export function roleText(deadline) {
  const roles = (deadline.ownerRole ?? '').split(',').filter(Boolean);
  return roles.map((role) => label(role, `role.${role}`)).join(', ');
}

/** Person and roles, one below the other. */
export function ownerLines(deadline, names) {
  const roles = roleText(deadline);
  return [ownerText(deadline, names), roles ? h('span', { class: 'hint block' }, roles) : null];
}
