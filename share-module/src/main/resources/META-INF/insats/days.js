// How far off a day is, in words.
import { t } from './i18n.js';

const DAY = 86_400_000;

/** Whole days from one date (yyyy-mm-dd) to another; negative where it has passed. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${String(to).slice(0, 10)}T12:00Z`) - Date.parse(`${String(from).slice(0, 10)}T12:00Z`)) / DAY);
}

/** "in 5 days", "today", "3 days late"; nothing where a date is missing. */
export function inDays(today, due) {
  if (!today || !due) {
    return '';
  }
  const days = daysBetween(today, due);
  if (days === 0) {
    return t('days.today');
  }
  if (days > 0) {
    return days === 1 ? t('days.inOne') : t('days.in', { days });
  }
  return days === -1 ? t('days.lateOne') : t('days.late', { days: -days });
}
