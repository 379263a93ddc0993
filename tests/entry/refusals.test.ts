import * as refusals from '@letopis/core/refusals';
import { expect, test } from 'vitest';
import { expectSaid } from '../domain/worlds/expect-refused.ts';

/* RK 1.8: what is said of an entry names it, what is in the way, and the repair. */

const entry = 'e-1';
const on = '2026-10-01';
const facts = [
  { type: 'LearnersLinked', id: 'e-2', on },
  { type: 'LearnersUnlinked', id: 'e-3', on: '2026-11-01' },
];
const listed = `LearnersLinked ${on} (e-2), LearnersUnlinked 2026-11-01 (e-3)`;

test('an entry that is not there, with the stream in which it was sought', () => {
  expectSaid(refusals.entryUnknown({ entry, of: 'l-1' }), 'entry-unknown', entry, 'l-1', 'eventId');
});

test('an entry that was annulled, with the one that stands in its place, if there is one', () => {
  const { entryAnnulledAlready: said } = refusals;
  expect(said({ entry, on, replacedBy: null }).text).toEqual({
    ru: `Запись e-1 уже аннулирована ${on}`,
    en: `The entry e-1 was annulled on ${on} already`,
  });
  expect(said({ entry, on, replacedBy: 'e-2' }).text).toEqual({
    ru: `Запись e-1 уже аннулирована ${on}, вместо неё действует e-2: исправьте её`,
    en: `The entry e-1 was annulled on ${on} already; e-2 stands in its place: correct that one`,
  });
});

test('each fact that rests on an entry or contradicts it, with its day and id', () => {
  expectSaid(refusals.entryRestedOn({ entry, facts }), 'entry-rested-on', entry, listed);
  expectSaid(refusals.entryContradicted({ on, facts }), 'entry-contradicted', `${on} `, listed);
});

test('the field at fault, with those that can be corrected', () => {
  const of = { entry, type: 'LearnersLinked', field: 'until' };
  const { entryFieldUnknown, entryFieldNeeded, entryErased } = refusals;
  const unknown = entryFieldUnknown({ ...of, fields: ['on', 'reason'] });
  expectSaid(unknown, 'entry-field-unknown', entry, of.type, of.field, 'on, reason');
  expectSaid(entryFieldNeeded(of), 'entry-field-needed', entry, of.type, of.field);
  expectSaid(entryErased({ entry, field: 'name' }), 'entry-erased', entry, 'name');
});

test('an entry in which nothing changes, or of another kind than the command corrects', () => {
  expectSaid(refusals.entryUnchanged({ entry }), 'entry-unchanged', entry);
  const other = { entry, type: 'OrderAmended', needed: 'OrderRegistered' };
  const said = refusals.entryOfAnotherKind(other);
  expectSaid(said, 'entry-of-another-kind', entry, other.type, other.needed);
});
