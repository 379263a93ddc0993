import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openMemory } from '@letopis/store-memory';

const academy = letopis({ store: openMemory(), organisation: 'academy' });
const school = academy.as('u-17', {
  grounds: { officials: { appoint: order('1-од', '2025-08-25') } },
});
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.officials.appoint({ person: 'p-1', office: 'head', from: '2025-09-01' }));
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
const { commendation } = must(
  await school.commendations.propose({
    learner: 'l-1',
    basis: 'petition',
    proposedBy: 'p-1',
    on: '2025-10-01',
  }),
);

/** Orders the commendation as a mentor's badge, a kind that R2 does not know. */
const badgeBy = { commendation, kind: 'mentor-badge', orderedBy: 'p-1' };
const orderBadge = (on: string) =>
  school.commendations.order({ ...badgeBy, on, ground: order('7-п', on) });

const early = await orderBadge('2025-10-10');
if (!early.ok) console.log('refused:', early.refusal.text.en);

// #region amend
// A new edition, in force from a day on, replaces whole sections; the others stay as they are.
const badge = { id: 'mentor-badge', title: { ru: 'Знак наставника', en: 'Mentor’s badge' } };
must(
  await school.regulation.amend({
    from: '2025-11-01',
    sections: { commendation: { ...r2.commendation, kinds: [...r2.commendation.kinds, badge] } },
    ground: order('48-од', '2025-10-25'),
  }),
);

// An act is judged by the edition in force on its own day, whenever it is entered.
const before = await orderBadge('2025-10-31');
console.log('on 31 October:', before.ok ? 'ordered' : before.refusal.code);
const after = await orderBadge('2025-11-10');
console.log('on 10 November:', after.ok ? 'ordered' : after.refusal.code);
// #endregion amend
