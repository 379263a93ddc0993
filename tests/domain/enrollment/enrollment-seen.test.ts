import * as events from '@letopis/core/events';
import type { EnrollmentEvent } from '@letopis/core/facts';
import { enrollmentFold, studyFold, studySeen } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  annulment,
  completed,
  decided,
  editionOf,
  enrolled,
  happened,
  ids,
  moved,
  onLeave,
  recorded,
  stateOf,
  stepAnnulled,
} from '../worlds/enrollment-facts.ts';

/* What the facts of an enrollment make of it, as they are stored and as views keep them. D4. */

const day = '2026-10-05';

describe('an enrollment as its facts make it', () => {
  test('is that of its first enrolling', () => {
    expect(stateOf([moved(day, 'm-1', 'm-2')])).toMatchObject({ id: null, learner: '' });
    const other = { enrollment: 'l-2.other.1', learner: 'l-2', programme: 'other' };
    const again = { ...enrolled(day), id: 'again' };
    const second = { ...again, data: { ...again.data, ...other } };
    expect(stateOf([enrolled('2026-09-01'), second])).toMatchObject({
      id: ids.enrollment,
      learner: ids.learner,
      programme: ids.programme,
    });
    expect([enrollmentFold.kind, studyFold.kind]).toEqual(['enrollment', 'enrollment']);
  });

  test('a completion is an end, and no discharge', () => {
    expect(stateOf([enrolled('2026-09-01'), completed(day)]).lifeFacts.at(-1)).toEqual({
      event: `completed-${day}`,
      type: 'Completed',
      on: day,
      phase: 'ended',
      group: 'm-1',
      reason: null,
      left: null,
    });
  });
});

describe('an enrollment as views keep its facts', () => {
  const rules = {
    editionOn: () => editionOf(),
    programme: { programmeType: '', mandatory: [], modules: {} },
  };
  const seen = (...facts: readonly EnrollmentEvent[]) => {
    const kept = facts.map(({ id, occurredOn: on, data, ...rest }, at) => {
      const { type, stream, revision, recordedAt, actor } = rest;
      const position = String(at).padStart(3, '0');
      return { event: id, type, on, stream, revision, position, recordedAt, actor, data };
    });
    return studySeen(ids.enrollment, [...kept.slice(1), ...kept.slice(0, 1)], rules);
  };
  const steps = [
    enrolled('2026-09-01'),
    moved('2026-10-01', 'm-1', 'm-2'),
    decided('d', '2026', '2027-05-20', { group: 'm-2' }),
  ];

  test('is folded in the order of the log, whatever the order in which it is given', () => {
    const { state } = seen(...steps, recorded('r', day, '4'));
    expect(state.lifeFacts.map(({ group }) => group)).toEqual(['m-1', 'm-2']);
    const asked = { commandId: '', commandDigest: '', refs: {}, ground: null, schemaVersion: 0 };
    expect(state.entries.get('enrolled')?.event).toMatchObject(asked);
    expect(state.results.get('r')?.refs).toEqual({});
  });

  test('knows every group that a fact names, also of annulled steps', () => {
    const undone = stepAnnulled('moved-2026-10-01', 'Transferred', '2026-10-02');
    expect([...seen(...steps, undone).groups]).toEqual(['m-1', 'm-2']);
    const onward = decided('p', '2027', '2028-05-20', { group: 'm-2', toGroup: 'm-3' });
    expect([...seen(...steps, onward).groups]).toEqual(['m-1', 'm-2', 'm-3']);
    expect([...seen(onLeave('2026-10-01')).groups]).toEqual([]);
  });

  test('names the last annulment of a step', () => {
    expect(seen(...steps).annulment).toBeNull();
    const [one, two] = [
      stepAnnulled('moved-2026-10-01', 'Transferred', '2026-10-02'),
      stepAnnulled('enrolled', 'Enrolled', '2026-10-03'),
    ];
    expect(seen(...steps, one, two, recorded('r', day, '4')).annulment).toBe(two.id);
    const other = happened(events.studyEntryAnnulled, 's', day, {
      ...ids,
      ...annulment('d', 'YearDecided', day),
    });
    expect(seen(...steps, one, other).annulment).toBe(one.id);
  });
});
