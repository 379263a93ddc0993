import type { Result, Session } from '@letopis/core';
import { coreServices } from '@letopis/core';
import type { AnyOperation } from '@letopis/core/kernel';
import { dayFields, localDate } from '@letopis/core/values';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { Choice } from './choice.ts';
import type { LawSchool } from './law-school.ts';
import { openLawSchool } from './law-school.ts';
import { questions } from './methods.ts';
import { inputOf } from './schema-input.ts';
import { TODAY } from './world.ts';

/*
 * RK 1.5: every day that a command gives is bounded: what has happened by today, what is ordered or
 * planned by a year. The fields are found in the commands' schemas, so a new command is asked too.
 */

/** Days that say how long something lasts: no bound holds them, and why. */
const LASTING: Readonly<Record<string, string>> = {
  'regulation.adopt disclosure.daysOff.*': 'the calendar of coming years',
  'regulation.adopt disclosure.daysWorked.*': 'the calendar of coming years',
  'regulation.amend sections.disclosure.daysOff.*': 'the calendar of coming years',
  'regulation.amend sections.disclosure.daysWorked.*': 'the calendar of coming years',
  'officials.appoint until': 'the end of a term of office, up to several years',
  'groups.open until': 'the end of a programme of several years',
  'organisation.describe licence.until': 'a licence may be given for years',
  'organisation.describe accreditation.until': 'so may an accreditation',
  'retention.hold reviewOn': 'a hold may be looked at again in years',
  'seizures.seize reviewOn': 'so may the holds of a seizure',
  'learners.nameRepresentative until': 'guardianship lasts as long as its paper says',
  'learners.giveConsent until': 'a consent lasts as long as it says',
  'learners.recordSpecialNeeds until': 'the finding of a commission lasts for years',
  'learners.listAsGifted until': 'a listing lasts for years',
  'enrollments.suspend until': 'a leave to care for a child lasts for years',
  'custody.definePeriod until': 'the end of a period that is planned ahead',
  'commissions.form until': 'the end of a commission’s term',
  'debts.pauseTerm until': 'the end of a leave',
  'learners.correct to.until': 'the end of a representation or consent, corrected',
  'officials.correct to.until': 'the end of a term of office, corrected',
  'enrollments.correct instead.until': 'the planned end of a leave, corrected',
  'enrollments.setStudyForm until': 'home study lasts as long as its paper says',
  'enrollments.correctStudyForm until': 'the same, corrected',
  'enrollments.decideYear debtsUntil': 'the term within which debts are settled',
  'enrollments.correctYearDecision debtsUntil': 'the same, corrected',
  'groups.correctEntry to.until': 'the end of a programme of several years, corrected',
  'commissions.correctEntry to.until': 'the end of a commission’s term, corrected',
  'debts.correctPause until': 'the end of a leave, corrected',
  'documents.issue until': 'the planned end of study, which a certificate states',
  'documents.receive until': 'the end of study that another organisation states',
  'documents.correct changes.until': 'the same, corrected',
  'disclosures.grant give.given.period.until': 'the end of the period that was told about',
  'disclosures.give given.period.until': 'the end of the period that was told about',
  'disclosures.tell given.period.until': 'the end of the period that was told about',
  'disclosures.publish given.period.until': 'the end of the period that was told about',
};

/** Days of acts by order or plan, which may lie up to a year ahead. */
const ORDERED = [
  /^regulation\.(?:(?:adopt|amend) from|correctEntry to\.from)$/u,
  /^regulation\.repeal on$/u,
  /^officials\.(?:appoint from|relieve on)$/u,
  /^programmes\.(?!annulEntry|correctEntry)\w+ on$/u,
  /^programmes\.correctEntry to\.on$/u,
  /^groups\.(?:open|close|merge) (?:on|from)$/u,
  /^groups\.correctEntry to\.(?:on|from)$/u,
  /^groups\.planAssessments? .*$/u,
  /^enrollments\.(?!annul|correct|decideYear on)\w+ (?:on|from|studyFrom|backOn)$/u,
  /^enrollments\.correct instead\.(?:on|from|studyFrom)$/u,
  /^enrollments\.correctStudyForm from$/u,
  /^acts\.order (?:on|from|studyFrom)$/u,
  /^forms\.(?!annulEntry)\w+ on$/u,
  /^commissions\.(?:form from|change on|dissolve on|correctEntry to\.from)$/u,
  /^debts\.(?:pauseTerm|correctPause) from$/u,
  /^debts\.(?:grantRetake|moveRetake) plannedOn$/u,
  /^loans\.lend until$/u,
  /^custody\.definePeriod from$/u,
  /^documents\.\w+ (?:changes\.)?from$/u,
  /^disclosures\.\w+ (?:give\.)?given\.period\.from$/u,
  /^disclosures\.ask dueOn$/u,
  /^achievements\.replenish due$/u,
  /^orders\.annul from$/u,
];

const isOrdered = (field: string): boolean => ORDERED.some((one) => one.test(field));

interface Json {
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
}

const { pattern } = z.toJSONSchema(localDate, { io: 'input' });

/** Where a schema has calendar days, by its JSON Schema. */
function daysIn(schema: Json, path: readonly string[] = []): readonly string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      daysIn(one, [...path, name]),
    ),
    ...[schema.items, schema.additionalProperties].flatMap((one) =>
      typeof one === 'object' ? daysIn(one, [...path, '*']) : [],
    ),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => daysIn(one, path)),
  ];
  return [...new Set(schema.pattern === pattern ? [path.join('.'), ...inner] : inner)];
}

/** Puts a day where the path leads; false where the input has no such place. */
function put(input: unknown, [name = '', ...rest]: readonly string[], day: string): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const inside = input as Record<string, unknown>;
  const names = name === '*' ? Object.keys(inside).slice(0, 1) : [name];
  return names.some((one) => {
    if (rest.length > 0) return put(inside[one], rest, day);
    inside[one] = day;
    return true;
  });
}

const operations: ReadonlyMap<string, AnyOperation> = new Map(
  Object.entries(coreServices).flatMap(([service, { rows }]) =>
    Object.entries(rows as Readonly<Record<string, AnyOperation>>)
      .filter(([name]) => !questions.includes(`${service}.${name}`))
      .map(([name, row]) => {
        const { operation } = row as { readonly operation?: AnyOperation };
        return [`${service}.${name}`, operation ?? row] as const;
      }),
  ),
);

const fields = [...operations].flatMap(([name, { command }]) => {
  const shape = z.toJSONSchema(command.schema, { io: 'input', unrepresentable: 'any' });
  return daysIn(shape as Json).map((path) => `${name} ${path}`);
});

let school: LawSchool;
let session: Session;
beforeAll(async () => {
  school = await openLawSchool();
  session = school.session('u-1');
});

/** An input of the command that its schema accepts with this day in this field; null: not found. */
function inputWith(field: string, day: string): unknown {
  const [name = '', path = ''] = field.split(' ');
  const { command } = operationOf(field);
  for (let seed = 1; seed < 400; seed += 1) {
    const input = inputOf(command as never, school.world, new Choice(seed));
    if (name === 'regulation.adopt' || !put(input, path.split('.'), day)) continue;
    if (command.schema.safeParse(input).success) return input;
  }
  return null;
}

function operationOf(field: string): AnyOperation {
  const found = operations.get(field.split(' ')[0] ?? '');
  if (found === undefined) throw new Error(`no method has ${field}`);
  return found;
}

const bounded = fields.filter((field) => !(field in LASTING));

test('the commands have many days, and each that is not bounded has its reason', () => {
  expect(fields.length).toBeGreaterThan(180);
  expect(Object.keys(LASTING).filter((field) => !fields.includes(field))).toEqual([]);
});

test.for(bounded)('RK 1.5: %s has happened, or is ordered or planned', (field) => {
  const path = field.split(' ')[1];
  const { command } = operationOf(field);
  const [found] = dayFields(command.schema).filter((one) => one.path.join('.') === path);
  expect(found?.bound).toBe(isOrdered(field) ? 'ordered' : 'happened');
});

test('RK 1.5: a day of 2062 or 2199 is refused, with the latest allowed', async () => {
  let asked = 0;
  for (const field of bounded) {
    for (const day of ['2062-05-01', '2199-12-31']) {
      const input = inputWith(field, day);
      if (input === null) continue;
      asked += 1;
      const answer = (await operationOf(field).run(session, input)) as Result<unknown>;
      const refusal = answer.ok ? null : answer.refusal;
      const latest = isOrdered(field) ? '2028-06-14' : TODAY;
      expect([field, refusal?.code]).toEqual([field, 'dated-ahead']);
      expect(refusal?.data).toEqual({ on: day, today: TODAY, latest });
      expect(refusal?.text.ru).toContain(latest);
      expect(refusal?.text.en).toContain(latest);
    }
  }
  expect(asked).toBeGreaterThan(200);
}, 60_000);
