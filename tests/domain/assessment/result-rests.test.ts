import { basedOn, creditedBy } from '@letopis/core/facts';
import { expect, test } from 'vitest';
import {
  credited,
  enrolled,
  recorded,
  resultAnnulled,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* RK 1.8: which results rest on facts of other streams, which are not annulled before them. */

const basis = (kind: string, id: string | null) => ({
  basis: { kind, id, number: null, date: null },
});
const state = stateOf([
  enrolled('2026-09-01'),
  recorded('plain', '2026-10-01', '4'),
  recorded('shown', '2026-10-02', '4', basis('achievement', 'a-1')),
  recorded('other', '2026-10-02', '4', basis('achievement', 'a-2')),
  recorded('praised', '2026-10-03', '4', basis('commendation', 'a-1')),
  recorded('in-lesson', '2026-10-03', '4', basis('lesson', null)),
  recorded('wrong', '2026-10-04', '4', basis('achievement', 'a-1')),
  credited('granted', '2026-10-05', { decision: 'c-1' }),
  credited('undone', '2026-10-05', { decision: 'c-1' }),
  credited('granted-too', '2026-10-06', { decision: 'c-2' }),
  credited('own', '2026-10-06'),
  resultAnnulled('wrong', '2026-10-07'),
  resultAnnulled('undone', '2026-10-07'),
]);

test('D11: those that were credited on the decision and count', () => {
  const fact = { type: 'ResultCredited', id: 'granted', on: '2026-10-05' };
  expect(creditedBy(state, 'c-1')).toEqual([fact]);
  expect(creditedBy(state, 'c-3')).toEqual([]);
});

test('D14: those that are based on the achievement or the commendation and count', () => {
  const fact = { type: 'AssessmentRecorded', id: 'shown', on: '2026-10-02' };
  expect(basedOn(state, 'achievement', 'a-1')).toEqual([fact]);
  const praised = { ...fact, id: 'praised', on: '2026-10-03' };
  expect(basedOn(state, 'commendation', 'a-1')).toEqual([praised]);
  expect(basedOn(state, 'commendation', 'a-2')).toEqual([]);
});
