import { coreServices } from '@letopis/core';
import { namedIn, namedRefs, operationsOf } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/* SEC 18: a hook is told the ids that a command names, by kind. */

describe('what a command is about', () => {
  test.each([
    [
      'start-study',
      { enrollment: 'l-1.mentor.1' },
      {
        enrollment: ['l-1.mentor.1'],
        learner: ['l-1'],
        programme: ['mentor'],
      },
    ],
    [
      'annul-document',
      { document: 'diplomas.2026.7', signer: 'p-5' },
      {
        document: ['diplomas.2026.7'],
        register: ['diplomas.2026'],
        official: ['p-5'],
      },
    ],
    [
      'hold-lesson',
      {
        group: 'm-1',
        module: 'safety',
        teacher: 'p-9',
        present: ['l-1', 'l-2'],
        absent: [{ learner: 'l-3', code: 'ill' }],
        guests: ['l-1'],
      },
      {
        group: ['m-1'],
        module: ['safety'],
        official: ['p-9'],
        learner: ['l-1', 'l-2', 'l-3'],
      },
    ],
    [
      'hold-sitting',
      { commission: 'c-1', present: ['p-1'] },
      {
        commission: ['c-1'],
        official: ['p-1'],
      },
    ],
    [
      'annul-lesson',
      { journal: 'm-1.safety.2026' },
      {
        journal: ['m-1.safety.2026'],
        group: ['m-1'],
        module: ['safety'],
      },
    ],
    [
      'begin-transfer',
      { id: 't-1', records: ['file-l-1.1', 'enrollment-l-2.mentor.1'] },
      {
        transfer: ['t-1'],
        file: ['l-1.1'],
        learner: ['l-1', 'l-2'],
        enrollment: ['l-2.mentor.1'],
        programme: ['mentor'],
      },
    ],
    [
      'withdraw-consent',
      { learner: 'l-1', consent: 'k-1', withdrawnBy: 'r-1' },
      {
        learner: ['l-1'],
        representative: ['r-1'],
      },
    ],
    ['sign-protocol', { protocol: 'c-1.3' }, { commission: ['c-1'] }],
    ['record-assessment', { basis: { kind: 'achievement', id: 'x-1' } }, { achievement: ['x-1'] }],
    ['record-assessment', { basis: { kind: 'lesson', id: 'x-1' } }, {}],
    ['place-hold', { id: 'h-1', scope: { learner: 'l-1' } }, { learner: ['l-1'] }],
    [
      'transfer-learner',
      { enrollment: 'l-1.m.1', to: 'm-2' },
      {
        enrollment: ['l-1.m.1'],
        learner: ['l-1'],
        programme: ['m'],
        group: ['m-2'],
      },
    ],
    ['lend-book', { learner: 'l-1', book: 'b-1' }, { learner: ['l-1'] }],
    ['lend-book', { learner: 'l-1', on: undefined, until: null, copies: 2 }, { learner: ['l-1'] }],
    [
      'lend-book',
      { enrollment: 'l-1' },
      { enrollment: ['l-1'], learner: ['l-1'], programme: [''] },
    ],
    ['issue-document', { document: '77' }, { document: ['77'] }],
    ['add-item', { addedBy: 'learner' }, {}],
    [
      'print',
      { record: 'journal-m-1.safety.2026' },
      { journal: ['m-1.safety.2026'], group: ['m-1'], module: ['safety'] },
    ],
    ['print', { record: 'transfer-t-1' }, {}],
    ['place-hold', { scope: { kind: 'record', record: 'learner-l-1' } }, { learner: ['l-1'] }],
    ['print', { record: 'register-diplomas.2026' }, { register: ['diplomas.2026'] }],
    ['print', { record: 'commission-c-1' }, { commission: ['c-1'] }],
    [
      'settle-sheets',
      { changes: ['academy.enrollment-l-1.mentor.1@3', 'academy.journal-m-1.safety.2026@0'] },
      {
        enrollment: ['l-1.mentor.1'],
        learner: ['l-1'],
        programme: ['mentor'],
        journal: ['m-1.safety.2026'],
        group: ['m-1'],
        module: ['safety'],
      },
    ],
    [
      'change-learner',
      { learner: 'l-1', staying: ['r-1'] },
      { learner: ['l-1'], representative: ['r-1'] },
    ],
    [
      'sign-sheets',
      { records: ['file-l-1.1'], shows: { modules: ['safety'] } },
      { file: ['l-1.1'], learner: ['l-1'], module: ['safety'] },
    ],
  ])('%s %j', (command, input, refs) => {
    expect(namedRefs(command, input)).toEqual(refs);
  });
});

/** Whatever the command, the fields that name ids of a kind. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  learner: ['learner', 'learners', 'other', 'individual', 'guests'],
  enrollment: ['enrollment', 'enrollments', 'earlier'],
  programme: ['programme', 'programmes'],
  group: ['group', 'groups'],
  module: ['module', 'module.id', 'modules.id', 'shows.modules'],
  journal: ['journal'],
  file: ['file'],
  record: ['record', 'records'],
  representative: ['representative'],
  'learner-or-representative': ['givenBy', 'withdrawnBy'],
  transfer: ['transfer'],
  commendation: ['commendation'],
  import: ['import'],
  commission: ['commission'],
  protocol: ['protocol'],
  work: ['work'],
  achievement: ['achievement'],
  credit: ['credit'],
  register: ['register'],
  document: ['document', 'documents', 'inPlaceOf'],
  blank: ['blank'],
  act: ['act'],
  disclosure: ['disclosure'],
  printout: ['printout', 'printouts'],
  carrier: ['carrier'],
  official: (
    'person signer signers destroyers assessor teacher substituteFor supervisor ' +
    'reviewer addedBy removedBy annulledBy chosenBy comparedBy controlledBy ' +
    'correctedBy decidedBy orderedBy proposedBy replenishedBy revokedBy verifiedBy ' +
    'handsOver presiding relieved member members'
  ).split(' '),
};

/** The fields that name ids of a kind in one command. */
const OF_COMMAND: Readonly<Record<string, readonly string[]>> = {
  programme: ['open-programme id'],
  group: ['open-group id', 'transfer-learner to', 'decide-year to', 'order-group to'],
  learner: ['register-learner id', 'hold-lesson present', 'correct-lesson present'],
  commendation: ['propose-commendation id'],
  transfer: ['begin-transfer id'],
  act: ['order-group id', 'select-for-destruction id', 'order-erasure id'],
  import: ['receive-import id'],
  commission: ['form-commission id'],
  work: ['approve-topic id'],
  credit: ['apply-for-credit id', 'credit-result decision'],
  achievement: ['record-achievement id'],
  disclosure: ['ask-disclosure id', 'tell-in-study id', 'publish-results id'],
  printout: ['certify-printout id'],
  'learner-or-representative': ['tell-in-study to', 'record-acquaintance by'],
  official: [
    'hold-sitting present',
    'announce-requirements by',
    'correct-group-entry by',
    'hand-over-journal from',
    'hand-over-journal to',
  ],
};

const namedAt = (command: string, path: readonly string[], beside: object = {}) =>
  namedIn({ command, path, beside: { ...beside } });

describe('what a field names', () => {
  test.each(Object.entries(FIELDS))('%s: %j', (kind, fields) => {
    expect(fields.map((field) => [field, namedAt('any', field.split('.'))])).toEqual(
      fields.map((field) => [field, kind]),
    );
  });

  test.each(Object.entries(OF_COMMAND))('%s, in one command: %j', (kind, fields) => {
    const found = fields.map((one) => {
      const [command = '', field = ''] = one.split(' ');
      return [one, namedAt(command, [field])];
    });
    expect(found).toEqual(fields.map((one) => [one, kind]));
  });

  test('where a learner goes or a group ends up is a group', () => {
    expect(namedAt('correct-step', ['instead', 'to'])).toBe('group');
    expect(namedAt('merge-group', ['into'])).toBe('group');
  });

  test('is said by its name and the one around it, however deep it lies', () => {
    expect(namedAt('any', ['programmes', 'modules', 'id'])).toBe('module');
    expect(namedAt('any', ['programmes', 'id'])).toBeNull();
  });

  test('of the basis of a result is said by its kind', () => {
    expect(
      ['protocol', 'achievement', 'lesson'].map((kind) =>
        namedAt('any', ['basis', 'id'], { kind }),
      ),
    ).toEqual(['protocol', 'achievement', null]);
  });
});

/** The fields of a command whose schema asks for an id, each with the names around it. */
function idFields(schema: z.ZodType): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const visit = (part: unknown, path: readonly string[]): void => {
    if (Array.isArray(part)) for (const one of part) visit(one, path);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    const { pattern, properties, items, anyOf, oneOf } = part as Record<string, unknown>;
    if (typeof pattern === 'string' && pattern.includes('{1,48}')) found.push(path);
    for (const [field, one] of Object.entries(properties ?? {})) visit(one, [...path, field]);
    visit([items, anyOf, oneOf].flat(), path);
  };
  visit(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), []);
  return found;
}

test('every field of a command that takes an id is known by what it names', () => {
  const rules = ['adopt-regulation', 'amend-regulation'];
  const operations = operationsOf(Object.values(coreServices));
  const places = operations
    .filter(({ command }) => !rules.includes(command.name))
    .flatMap(({ command: { name, schema } }) =>
      idFields(schema).map((path) => ({ command: name, path, beside: {} })),
    );
  expect(places.length).toBeGreaterThan(400);
  expect(places.filter((place) => namedIn(place) === undefined)).toEqual([]);
});
