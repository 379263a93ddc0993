import { must } from '@letopis/core';
import { expect, test } from 'vitest';
import { academyUnderR2, newAcademy } from '../domain/worlds/academy.ts';

/* RK 1.10: what a closed change of one record says of the records that are linked with it. */

const ground = { kind: 'court', number: '2-118/2026', date: '2026-10-01' } as const;
const name = { family: 'Белова', given: 'Мария', patronymic: 'Сергеевна' };
const adoption = { learner: 'l-1', name, closed: 'adoption', on: '2026-10-10', ground } as const;

test('it names each linked record that is open, and says what is to be entered there', async () => {
  const { learners, links, officials } = await academyUnderR2();
  const on = '2026-09-01';
  must(await officials.appoint({ person: 'p-1', office: 'records-keeper', from: on }));
  for (const id of ['l-0', 'l-1', 'l-2', 'l-3']) must(await learners.register({ id, on }));
  const link = (learner: string, other: string) =>
    links.link({ learner, other, signer: 'p-1', on: '2026-09-02' });
  expect(must(await link('l-0', 'l-1'))).not.toHaveProperty('warnings');
  must(await link('l-1', 'l-2'));
  const { warnings = [] } = must(await learners.change(adoption));
  expect(warnings.map(({ data }) => data)).toEqual([{ learner: 'l-0' }, { learner: 'l-2' }]);
  expect(warnings[0]).toEqual({
    code: 'linked-not-closed',
    data: { learner: 'l-0' },
    text: {
      ru:
        'Запись l-0 связана с записью, где есть закрытое изменение, и показывает, кем ' +
        'человек был до него: внесите его и туда (learners.change с closed)',
      en:
        'The record l-0 is linked with one that has a closed change, and shows who the ' +
        'person was before it: enter it there too (learners.change with closed)',
    },
  });
  const second = must(await learners.change({ ...adoption, learner: 'l-0' }));
  expect(second.warnings?.map(({ data }) => data)).toEqual([{ learner: 'l-2' }]);
  const third = must(await learners.change({ ...adoption, learner: 'l-2' }));
  expect(third).not.toHaveProperty('warnings');
});

test('D1: before the first regulation no records are linked, and it says nothing', async () => {
  const { learners } = newAcademy();
  must(await learners.register({ id: 'l-1', on: '2026-09-01' }));
  expect(must(await learners.change(adoption))).not.toHaveProperty('warnings');
});
