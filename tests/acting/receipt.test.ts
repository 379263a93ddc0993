import { correctedReceipt, created, receipt, streamId } from '@letopis/core/kernel';
import { expect, test } from 'vitest';

/* Where a command's events were stored, as every answer says it. */

type Outcome = Parameters<typeof receipt>[0];

const event = (id: string) => ({ id }) as Outcome['events'][number];
const outcome = {
  stream: 'academy.enrollment-l-1.mentor.1',
  revision: 4,
  position: '17',
  events: [event('e-1'), event('e-2')],
} as Outcome;
const where = { stream: outcome.stream, revision: 4, position: '17' };

test('the first event, the stream, the last revision and the position', () => {
  expect(receipt(outcome)).toEqual({ ...where, eventId: 'e-1' });
});

test('where something was begun, the id that its stream is about', () => {
  expect(created(outcome)).toEqual({ ...where, eventId: 'e-1', id: 'l-1' });
  expect(streamId({ stream: 'academy.credit-c-1' })).toBe('c-1');
});

test('where an entry was corrected, the one that now counts', () => {
  expect(correctedReceipt(outcome)).toEqual({ ...where, eventId: 'e-1', replacedBy: 'e-2' });
});

test('where nothing was stored, no event', () => {
  const nothing = { ...outcome, events: [] };
  expect(receipt(nothing).eventId).toBe('');
  expect(correctedReceipt(nothing).replacedBy).toBe('');
});
