// Moves the clock of a demonstration. Drawn only where the test support is installed and the user may use it.
import { testSupport } from './api.js';
import { announce, define, errorBox, InsatsElement } from './element.js';
import { fill, h, icon, lawDate } from './dom.js';
import { t } from './i18n.js';

/** `<insats-clock>`; fires `insats-clock-moved` when time has moved and the deadline job has run. */
class InsatsClock extends InsatsElement {
  async load() {
    try {
      return await testSupport.get('clock');
    } catch {
      // No test support, or not an administrator: there is no clock to move, and nothing to tell the user.
      return null;
    }
  }

  render(clock) {
    if (!clock) {
      return null;
    }
    const problems = h('div', { class: 'problems' });
    const today = lawDate(clock.date ?? clock.instant);
    const move = (days) =>
      h('button', { type: 'button', class: 'quiet on-dark', on: { click: () => this.#move(days, problems) } }, t(`clock.move${days}`));
    return h(
      'div',
      { class: 'clock', role: 'group', 'aria-label': t('clock.title') },
      h('p', { class: 'clock-now' }, icon('deadlines'), h('span', {}, t('clock.today')), h('time', { datetime: today }, today)),
      h('div', { class: 'clock-buttons' }, move(1), move(7), move(30)),
      problems,
    );
  }

  async #move(days, problems) {
    this.querySelectorAll('button').forEach((button) => {
      button.disabled = true;
    });
    try {
      await testSupport.post('clock', { advanceDays: days });
      await testSupport.post('deadline-job');
      await this.reload();
      announce(t('clock.moved', { date: this.querySelector('time')?.textContent ?? '' }));
      this.dispatchEvent(new CustomEvent('insats-clock-moved', { bubbles: true }));
      this.querySelectorAll('button')[[1, 7, 30].indexOf(days)]?.focus();
    } catch (error) {
      fill(problems, errorBox(error));
      this.querySelectorAll('button').forEach((button) => {
        button.disabled = false;
      });
    }
  }
}

define('insats-clock', InsatsClock);
