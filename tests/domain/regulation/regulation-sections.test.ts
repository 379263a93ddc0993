import type { Edition } from '@letopis/core';
import { codec, coreEvents, isRefusal, must } from '@letopis/core';
import { adoptRegulation, fromPreset } from '@letopis/core/commands';
import { decideAdopt } from '@letopis/core/decisions';
import type { SectionName } from '@letopis/core/facts';
import {
  editionNumbered,
  editionOn,
  field,
  regulationFold,
  regulationSections,
  section,
  unregulated,
} from '@letopis/core/facts';
import type { JsonObject } from '@letopis/core/kernel';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { storedLine } from '../../kernel/stored.ts';
import { newAcademy } from '../worlds/academy.ts';
import { mark, servicesFor } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const FROM = '2026-09-01';

/** An academy whose first edition was written by a library that did not know some sections yet. */
async function olderAcademy(...unknown: readonly SectionName[]) {
  const academy = newAcademy('2026-12-25T09:00:00.000Z');
  const { session } = academy;
  const types = regulationSections
    .filter(({ name }) => unknown.includes(name))
    .map(({ event }) => event.type as string);
  const adopting = fromPreset(r2, { timeZone: 'Europe/Moscow', from: FROM });
  const onRegulation = operationsOn({ fold: regulationFold, key: () => ['main'], answer: receipt });
  const adopt = onRegulation(adoptRegulation, {
    decide: (state, input) => {
      const decision = decideAdopt(state, input);
      if (isRefusal(decision)) return decision;
      return decision.filter(({ type }) => !types.includes(type));
    },
  });
  must(await adopt.run(session, adopting));
  return academy;
}

const editionOf = async (academy: ReturnType<typeof newAcademy>, on: string): Promise<Edition> => {
  const { state } = await academy.session.load(regulationFold, 'main');
  const edition = editionOn(state, on);
  if (edition === null) throw new Error(`no edition on ${on}`);
  return edition;
};

describe('a section is one object', () => {
  test('each has an event type of its own, in the library’s list', () => {
    const types = regulationSections.map(({ event }) => event.type);
    expect(new Set(types).size).toBe(regulationSections.length);
    const known = coreEvents.map(({ type }) => type as string);
    expect(types.filter((type) => !known.includes(type))).toEqual([]);
  });

  const named = regulationSections.map((one) => [one.name, one] as const);
  test.each(named.filter(([, one]) => one.default !== null))(
    '%s: its default may be adopted, and is stored as it is',
    (_, { default: rules, input: given, stored }) => {
      expect(given.parse(rules)).toEqual(rules);
      expect(stored.parse(rules)).toEqual(rules);
    },
  );

  test.each(named)('%s: what an edition without it says has its shape', (_, one) => {
    expect(one.stored.parse(one.unregulated)).toEqual(one.unregulated);
  });

  test('what is not regulated entitles nobody', () => {
    expect(regulationSections.flatMap((one) => one.named(unregulated))).toEqual([]);
  });
});

describe('an edition that is older than a section does not regulate it', () => {
  test('it has not today’s default, whatever the section', async () => {
    for (const { name } of regulationSections) {
      const academy = await olderAcademy(name);
      const edition = await editionOf(academy, FROM);
      expect(edition[name]).toEqual(unregulated[name]);
      expect(edition[name]).not.toEqual(r2[name]);
    }
  });

  test('what must be allowed is refused, what would be asked for is not asked', async () => {
    const academy = await olderAcademy('retakes');
    const { officials, programmes, groups, learners } = academy;
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from: FROM }));
    const forms = [
      { kind: 'interim', form: 'test' },
      { kind: 'final', form: 'exam' },
    ];
    const modules = [{ id: 'safety', scale: 'five-point', forms }];
    must(await programmes.open({ id: 'mentor', modules, on: FROM }));
    must(await groups.open({ id: 'm-1', programme: 'mentor', on: FROM }));
    must(await learners.register({ id: 'l-1', on: FROM }));
    const { enrollments, assessments, debts } = servicesFor(academy, 'u-17');
    const { id } = must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: FROM }));
    const result = await mark({ assessments, id }, '2', '2026-10-05', { kind: 'interim' });
    const raised = await debts.raise({ enrollment: id, result, on: '2026-10-05' });
    expectRefused(raised, 'no-debt-of-kind', 'interim');
    const granting = { enrollment: id, of: result, plannedOn: '2026-10-20', on: '2026-10-06' };
    expectRefused(await debts.grantRetake(granting), 'no-retakes-of-kind', 'interim');
    await mark({ assessments, id }, '5', '2026-12-20', { kind: 'final' });
  });

  test('an amendment that gives the section regulates it from its day on', async () => {
    const academy = await olderAcademy('retakes', 'custody');
    const { retakes } = r2;
    must(await academy.regulation.amend({ from: '2027-01-01', sections: { retakes } }));
    expect((await editionOf(academy, '2026-12-31')).retakes).toEqual(unregulated.retakes);
    const amended = await editionOf(academy, '2027-01-01');
    expect(amended.retakes).toEqual(r2.retakes);
    expect(amended.custody).toEqual(unregulated.custody);
    const { state } = await academy.session.load(regulationFold, 'main');
    expect(editionNumbered(state, 1)?.retakes).toEqual(unregulated.retakes);
  });
});

describe('a field that a later version brought', () => {
  const limit = { kinds: field.assessmentKinds(), debt: field.yesNo };
  const first = section({
    name: 'trials',
    event: 'TrialRulesSet',
    fields: { limits: field.list(field.object(limit)), orderFor: field.ids() },
  });
  const third = section({
    name: 'trials',
    event: 'TrialRulesSet',
    fields: {
      limits: field.list(
        field.object({ ...limit, daysMax: field.since(3, field.orNull(field.integer(1, 9))) }),
      ),
      orderFor: field.ids(),
      noticeRequired: field.since(2, field.yesNo),
    },
  });
  const rules = { limits: [{ kinds: ['interim'], debt: true }], orderFor: ['grant'] };
  const decoded = {
    limits: [{ kinds: ['interim'], debt: true, daysMax: null }],
    orderFor: ['grant'],
    noticeRequired: false,
  };

  test('makes a version of that section’s event type, and of no other', () => {
    expect([first.event.version, third.event.version]).toEqual([1, 3]);
  });

  test('is not regulated by what was stored before it', () => {
    const trials = codec([third.event]);
    const of = (version: number, data: JsonObject) =>
      trials.decode(storedLine('TrialRulesSet', version, { edition: 1, rules: data })).data;
    expect(of(1, rules)).toEqual({ edition: 1, rules: decoded });
    expect(of(2, { ...rules, noticeRequired: true })).toEqual({
      edition: 1,
      rules: { ...decoded, noticeRequired: true },
    });
    expect(of(3, decoded)).toEqual({ edition: 1, rules: decoded });
  });
});
