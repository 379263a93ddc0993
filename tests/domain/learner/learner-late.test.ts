import { must } from '@letopis/core';
import { birthDateOn, consentOn, learnerFold, representativesOn } from '@letopis/core/facts';
import { people } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { mother, publication, withMinor } from '../worlds/learner-academy.ts';

/** A person as the view of people says on a day. */
async function personOn(academy: Awaited<ReturnType<typeof withMinor>>, on: string | null) {
  const events = await academy.events('academy.learner-l-1');
  return readerOver(events as never, { on }).get(people, 'l-1');
}

const stateOf = async (academy: Awaited<ReturnType<typeof withMinor>>) =>
  (await academy.session.load(learnerFold, 'l-1')).state;

describe('RK 1.5: a fact about a learner is entered late with its true day', () => {
  test('D3: a phone of March does not block a surname of February', async () => {
    const academy = await academyUnderR2();
    const { learners } = academy;
    const first = { name: 'Петрова Анна Ивановна', phone: '+7 900 000-00-00' };
    must(await learners.register({ id: 'l-1', ...first, on: '2026-01-12' }));
    must(await learners.change({ learner: 'l-1', phone: '+7 900 111-11-11', on: '2026-03-01' }));
    const married = { learner: 'l-1', name: 'Сидорова Анна Ивановна', on: '2026-02-14' };
    must(await learners.change(married));
    const shown = async (on: string) => {
      const person = await personOn(academy, on);
      return [person?.name, person?.phone];
    };
    const [before, after] = [{ value: first.name }, { value: married.name }];
    const [phone, mended] = [{ value: first.phone }, { value: '+7 900 111-11-11' }];
    expect(await shown('2026-02-13')).toEqual([before, phone]);
    expect(await shown('2026-02-14')).toEqual([after, phone]);
    expect(await shown('2026-02-28')).toEqual([after, phone]);
    expect(await shown('2026-03-01')).toEqual([after, mended]);
  });

  test('D3: of two names of one day the one recorded later holds', async () => {
    const academy = await withMinor();
    const on = '2026-10-01';
    must(await academy.learners.change({ learner: 'l-1', name: 'Белова Анна', on }));
    must(await academy.learners.change({ learner: 'l-1', name: 'Беллова Анна', on }));
    expect((await personOn(academy, on))?.name).toEqual({ value: 'Беллова Анна' });
  });

  test('D3: an earlier day of birth entered late holds until the later one', async () => {
    const academy = await withMinor();
    const { learners } = academy;
    must(await learners.change({ learner: 'l-1', birthDate: '2010-03-17', on: '2026-10-10' }));
    must(await learners.change({ learner: 'l-1', birthDate: '2010-03-16', on: '2026-10-05' }));
    const state = await stateOf(academy);
    const days = ['2026-10-04', '2026-10-05', '2026-10-10'];
    expect(days.map((day) => birthDateOn(state, day))).toEqual([
      '2010-03-15',
      '2010-03-16',
      '2010-03-17',
    ]);
    const seen = await Promise.all(days.map((day) => personOn(academy, day)));
    expect(seen.map((one) => one?.birthDate)).toEqual(
      days.map((day) => ({ value: birthDateOn(state, day) })),
    );
  });

  test('a day that has not come is refused for everything that has happened', async () => {
    const { learners } = await withMinor();
    const on = '2027-05-01';
    const learner = 'l-1';
    const refused = [
      await learners.register({ id: 'l-2', on }),
      await learners.change({ learner, phone: '+7 900 222-22-22', on }),
      await learners.nameRepresentative({ ...mother, representative: 'r-2', on }),
      await learners.endRepresentative({ learner, representative: 'r-1', on }),
      await learners.giveConsent({ ...publication, on }),
      await learners.recordSpecialNeeds({ learner, needs: 'слух', on }),
      await learners.listAsGifted({ learner, entry: '77', on }),
      await learners.endSpecialStatus({ learner, status: 'gifted', on }),
    ];
    for (const no of refused) expectRefused(no, 'dated-ahead', on, '2026-11-22');
    must(await learners.giveConsent(publication));
    const withdrawn = { learner, consent: 'c-1', withdrawnBy: 'r-1', on };
    expectRefused(await learners.withdrawConsent(withdrawn), 'dated-ahead', on);
    must(await learners.change({ learner, name: 'Сидорова Анна', on: '2026-11-22' }));
  });

  test('a change before the registration says that the registration is corrected', async () => {
    const { learners } = await withMinor();
    const early = await learners.change({ learner: 'l-1', name: 'Белова', on: '2026-08-31' });
    expectRefused(early, 'change-before-registration', '2026-08-31', '2026-09-01');
  });

  test('D3: a representative’s earlier term is entered after a later one', async () => {
    const academy = await withMinor();
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-01' };
    must(await academy.learners.endRepresentative(end));
    must(await academy.learners.nameRepresentative({ ...mother, on: '2026-11-10' }));
    const between = { ...mother, on: '2026-10-10', until: '2026-10-20' };
    must(await academy.learners.nameRepresentative(between));
    const open = await academy.learners.nameRepresentative({ ...mother, on: '2026-10-25' });
    expectRefused(open, 'representative-standing', 'r-1', '2026-11-10');
    const state = await stateOf(academy);
    const holds = (day: string) => representativesOn(state, day).length === 1;
    const days = ['2026-09-30', '2026-10-01', '2026-10-10', '2026-10-20', '2026-10-21'];
    expect(days.map(holds)).toEqual([true, false, true, true, false]);
    const seen = await Promise.all(days.map((day) => personOn(academy, day)));
    expect(seen.map((one) => one?.representatives.length === 1)).toEqual(days.map(holds));
  });

  test('D3: rights cannot end before a consent that rests on them, which is named', async () => {
    const { learners } = await withMinor();
    const given = must(await learners.giveConsent({ ...publication, on: '2026-10-10' }));
    const end = { learner: 'l-1', representative: 'r-1' };
    const early = await learners.endRepresentative({ ...end, on: '2026-10-01' });
    expectRefused(early, 'entry-contradicted', 'ConsentGiven', given.eventId, '2026-10-10');
    must(await learners.endRepresentative({ ...end, on: '2026-10-11' }));
    const again = await learners.endRepresentative({ ...end, on: '2026-10-10' });
    expectRefused(again, 'entry-contradicted', 'RepresentativeEnded', '2026-10-11');
  });

  test('152-FZ art. 9: a consent withdrawn late holds until the day of withdrawal', async () => {
    const academy = await withMinor();
    must(await academy.learners.giveConsent(publication));
    const transfer = { ...publication, id: 'c-2', purpose: 'transfer', on: '2026-11-01' } as const;
    must(await academy.learners.giveConsent(transfer));
    const withdrawn = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };
    must(await academy.learners.withdrawConsent(withdrawn));
    const state = await stateOf(academy);
    expect(consentOn(state, 'publication', '2026-09-30')?.id).toBe('c-1');
    expect(consentOn(state, 'publication', '2026-10-01')).toBeNull();
  });
});
