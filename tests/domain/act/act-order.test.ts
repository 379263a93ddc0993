import { codec, order } from '@letopis/core';
import { noteStepDone, noteStepNotDone, orderGroup } from '@letopis/core/commands';
import { decideOrderGroup, decideStepDone, decideStepNotDone } from '@letopis/core/decisions';
import {
  actEvents,
  actStepDone,
  actStepNotDone,
  carriersSelected,
  groupOrdered,
  retentionActEvents,
  selectionCalledOff,
} from '@letopis/core/events';
import { actFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { scenario } from '@letopis/core/testing';
import { identifier } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';

const general = { ...r2.general, timeZone: 'Europe/Moscow' };
const edition = { ...r2, general, edition: 1, from: '2026-09-01' };
const context = { edition, ground: order('12-од', '2026-11-20') };
const on = '2026-11-21';
const id = identifier.parse('a-1');
const empty = scenario(actFold, codec(actEvents, retentionActEvents));

/** Decides on an order of these fields. */
const decide = (fields: object, given = context) => {
  const input = { ...orderGroup.schema.parse({ on, ...fields }), id };
  return empty.when((state) => decideOrderGroup(state, input, given));
};
const enrollments = ['l-1.mentor.1', 'l-2.mentor.1'];
/** So many learners. */
const learners = (count: number) => Array.from({ length: count }, (_, n) => `x-${n}`);

const whose = { enrollment: enrollments, learner: ['l-1', 'l-2'] };
const common = { act: 'a-1', part: 1, parts: 1, edition: 1 };
const protocol = { number: '9', date: '2026-11-20' };
const year = { studyYear: '2026', decision: 'promoted', protocol };
const none = { studyFrom: null, to: null, reason: null, honours: null };

describe('D4: what an order says, and by which ids it is found', () => {
  test.each([
    [
      { order: 'enroll', group: 'm-1', learners: ['l-1', 'l-2'] },
      { act: ['a-1'], group: ['m-1'], learner: ['l-1', 'l-2'] },
      { group: 'm-1', targets: ['l-1', 'l-2'], studyFrom: on },
    ],
    [
      { order: 'transfer', group: 'm-1', enrollments, to: 'm-2' },
      { act: ['a-1'], group: ['m-1', 'm-2'], ...whose },
      { group: 'm-1', targets: enrollments, to: 'm-2' },
    ],
    [
      { order: 'complete', enrollments, honours: 'with-distinction' },
      { act: ['a-1'], group: [], ...whose },
      { group: null, targets: enrollments, honours: 'with-distinction' },
    ],
    [
      { order: 'discharge', group: 'm-1', enrollments, reason: 'own-wish' },
      { act: ['a-1'], group: ['m-1'], ...whose },
      { group: 'm-1', targets: enrollments, reason: 'own-wish' },
    ],
    [
      { order: 'discharge', group: 'm-1', enrollments, reason: 'moved', whereTo: 'Школа № 7' },
      { act: ['a-1'], group: ['m-1'], ...whose },
      { group: 'm-1', targets: enrollments, reason: 'moved', whereTo: 'Школа № 7' },
    ],
    [
      { order: 'decide-year', group: 'm-1', enrollments, ...year, to: 'm-2', from: '2027-09-01' },
      { act: ['a-1'], group: ['m-1', 'm-2'], ...whose },
      {
        group: 'm-1',
        targets: enrollments,
        to: 'm-2',
        year: { ...year, application: null, from: '2027-09-01' },
      },
    ],
    [
      { order: 'decide-year', enrollments, ...year },
      { act: ['a-1'], group: [], ...whose },
      { group: null, targets: enrollments, year: { ...year, application: null, from: on } },
    ],
  ] as const)('$order', (fields, refs, said) => {
    const data = { ...common, ...none, order: fields.order, ...said, targets: [...said.targets] };
    decide(fields).thenEvents(groupOrdered.draft({ occurredOn: on, refs, data }));
  });

  test('R1 §3.2: the first day of study, where it is another one or not known yet', () => {
    const enroll = { order: 'enroll', group: 'm-1', learners: ['l-1'] };
    for (const studyFrom of ['2026-12-01', null]) {
      decide({ ...enroll, studyFrom }).thenState((_, [told]) =>
        expect(told?.data).toMatchObject({ studyFrom }),
      );
    }
  });

  test('125 targets are one event; each further one begins the next, none is left out', () => {
    const parts = (count: number) => {
      const { decision } = decide({ order: 'enroll', group: 'm-1', learners: learners(count) });
      return (decision as readonly { data: { targets: readonly string[] } }[]).map(
        ({ data }) => data.targets,
      );
    };
    expect(parts(125).map(({ length }) => length)).toEqual([125]);
    const three = parts(251);
    expect(three.map(({ length }) => length)).toEqual([125, 125, 1]);
    expect(three.flat()).toEqual(learners(251));
  });

  test('273-FZ art. 53, 61: it rests on an order where the regulation asks for one', () => {
    const { enrollment } = edition;
    const kinds = ['enroll', 'transfer', 'complete', 'discharge', 'decide-year'] as const;
    const fields = {
      enroll: { group: 'm-1', learners: ['l-1'] },
      transfer: { enrollments, to: 'm-2' },
      complete: { enrollments },
      discharge: { enrollments, reason: 'own-wish' },
      'decide-year': { enrollments, ...year },
    };
    for (const kind of kinds) {
      const asked = { ...edition, enrollment: { ...enrollment, orderFor: [kind] } };
      const said = { order: kind, ...fields[kind] };
      const unordered = decide(said, {
        edition: asked,
        ground: { ...context.ground, kind: 'act' },
      });
      unordered.thenRefused('order-required', { act: kind, ground: 'act 12-од 2026-11-20' });
    }
  });
});

const refs = { act: ['a-1'] };
const target = 'l-1.mentor.1';
const about = { act: 'a-1', target, on };
const refusal = { code: 'not-possible-now', ru: 'нельзя', en: 'no' };
const at = { stream: 'academy.enrollment-l-1.mentor.1', revision: 1 };
const done = noteStepDone.schema.parse({ ...about, ...at });
const refused = noteStepNotDone.schema.parse({ ...about, refusal });
const begun = groupOrdered.draft({
  occurredOn: on,
  refs,
  data: { ...common, ...none, order: 'complete', group: null, targets: [target] },
});
const doneFact = actStepDone.draft({ occurredOn: on, refs, data: { act: 'a-1', target, ...at } });

describe('D4: what a process notes about a target', () => {
  test('it was done, and where; or it was refused, and why', () => {
    empty
      .given(begun)
      .when((state) => decideStepDone(state, done))
      .thenEvents(doneFact)
      .thenState(({ targets, kind, phase, lastOn }) => {
        expect(targets.get(target)).toEqual({ standing: 'done', at, refusal: null });
        expect({ kind, phase, lastOn }).toEqual({ kind: 'order', phase: 'owing', lastOn: on });
      });
    empty
      .given(begun)
      .when((state) => decideStepNotDone(state, refused))
      .thenEvents(
        actStepNotDone.draft({ occurredOn: on, refs, data: { act: 'a-1', target, refusal } }),
      )
      .thenState(({ targets }) =>
        expect(targets.get(target)).toEqual({
          standing: 'not-done',
          at: null,
          refusal: 'not-possible-now',
        }),
      );
  });

  test('what was done is noted once, and is not refused after that', () => {
    const awaited = { act: 'a-1', target, standing: 'done' };
    const after = empty.given(begun, doneFact);
    after
      .when((state) => decideStepDone(state, done))
      .thenRefused('act-target-not-awaited', awaited);
    after
      .when((state) => decideStepNotDone(state, refused))
      .thenRefused('act-target-not-awaited', awaited);
  });

  test('nothing, of what the act does not list', () => {
    const other = { ...refused, target: 'l-9.mentor.1' };
    const said = { act: 'a-1', target: 'l-9.mentor.1', standing: 'not-listed' };
    empty
      .given(begun)
      .when((state) => decideStepNotDone(state, other))
      .thenRefused('act-target-not-awaited', said);
  });

  test('D19: nothing, before the last approval of a selection and once it was called off', () => {
    const item = {
      carrier: 'lesson-journal',
      record: 'journal-m-1.safety.2026',
      index: null,
      term: 'exact',
      years: 1,
      startedOn: '2026-10-10',
      from: '2028-01-01',
    };
    const signer = { person: 'p-7', office: 'archivist', position: null };
    const selected = carriersSelected.draft({
      occurredOn: on,
      refs,
      data: { act: 'a-1', number: '1-у', part: 1, parts: 1, items: [item], signer, edition: 1 },
    });
    const off = selectionCalledOff.draft({
      occurredOn: on,
      refs,
      data: { act: 'a-1', signer, reason: 'ошибка', edition: 1 },
    });
    const carrier = `${item.carrier} ${item.record}`;
    for (const [given, standing] of [
      [empty.given(selected), 'selected'],
      [empty.given(selected, off), 'called-off'],
    ] as const) {
      const said = { act: 'a-1', target: carrier, standing };
      for (const decideStep of [
        (state: Parameters<typeof decideStepDone>[0]) =>
          decideStepDone(state, { ...done, target: carrier }),
        (state: Parameters<typeof decideStepDone>[0]) =>
          decideStepNotDone(state, { ...refused, target: carrier }),
      ]) {
        given.when(decideStep).thenRefused('act-target-not-awaited', said);
      }
    }
  });
});
