import { must } from '@letopis/core';
import { endableOf, goneBy, retentionFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  back,
  check,
  copy,
  fileItem,
  journalItem,
  presenceSchool,
  seizure,
} from '../worlds/presence-school.ts';
import { approveBoth, file, journal, selection } from '../worlds/retention-school.ts';

/* RK 4 no. 10, 1.11: what a seizure and its end say, and what an end may name. */

const attached = { ...back, outcome: 'attached' } as const;
const destroyed = { ...back, outcome: 'destroyed' } as const;
const [fileName, journalName] = [`personal-files ${file}`, `lesson-journal ${journal}`];
const ofFile = { file: ['l-1.1'], learner: ['l-1'], official: ['p-1'] };
const ofJournal = { journal: ['m-1.safety.2026'], group: ['m-1'], official: ['p-1'] };

async function seizedSchool() {
  const school = await presenceSchool();
  must(await school.seizures.seize(seizure));
  const state = async () => (await school.session.load(retentionFold, 'main')).state;
  return { ...school, state };
}

/** The same, where both carriers were attached to a case, and the file was selected since. */
async function releasedSchool() {
  const school = await seizedSchool();
  must(await school.seizures.end(attached));
  for (const hold of ['s-1-1', 's-1-2']) {
    must(await school.retention.lift({ hold, signer: 'p-1', on: '2029-01-10' }));
  }
  must(await school.retention.select(selection));
  await approveBoth(school);
  await runActs(school.store);
  return school;
}

describe('RK 1.11: the holds of a seizure', () => {
  test('name its act, its record and who signed it', async () => {
    const { events } = await seizedSchool();
    const reason = 'изъятие, акт № 1-и';
    const signer = { person: 'p-1', office: 'head' };
    const data = { reason, signer, edition: 1 };
    expect((await events('retention-main')).slice(-2)).toMatchObject([
      { type: 'HoldPlaced', refs: ofFile, data },
      { type: 'HoldPlaced', refs: ofJournal, data },
    ]);
  });

  test('are lifted by the letter by which the carriers came back', async () => {
    const { seizures, events } = await seizedSchool();
    must(await seizures.end(back));
    expect((await events('retention-main')).slice(-3)).toMatchObject([
      { type: 'SeizureEnded', ground: back.paper, refs: { ...ofFile, ...ofJournal } },
      { type: 'HoldLifted', ground: back.paper, refs: ofFile, data: { hold: 's-1-1' } },
      { type: 'HoldLifted', ground: back.paper, refs: ofJournal, data: { hold: 's-1-2' } },
    ]);
  });
});

describe('RK 4 no. 10: a seizure', () => {
  test('is signed by the offices for it, not by a teacher', async () => {
    const { seizures } = await presenceSchool();
    expectRefused(await seizures.seize({ ...seizure, signer: 'p-9' }), 'not-appointed', 'p-9');
  });

  test('of what is away already says what to do: leave it out', async () => {
    const { seizures } = await seizedSchool();
    const again = await seizures.seize({ ...seizure, id: 's-2' });
    const { text } = expectRefused(again, 'carrier-unfit', file);
    expect(text.ru).toContain('изъято; изымают то, что на месте: уберите его из акта');
    expect(text.en).toContain('only what is in place is seized');
  });

  test('may end on its own day', async () => {
    const { seizures, standing } = await seizedSchool();
    must(await seizures.end({ ...back, on: seizure.on }));
    expect(await standing()).toBe('in-place');
  });
});

describe('RK 4 no. 10: an end names what the seizure has away still', () => {
  test('another carrier is refused with those that it has', async () => {
    const { seizures } = await seizedSchool();
    const ended = await seizures.end({ ...back, items: [{ ...fileItem, carrier: 'album' }] });
    const { data } = expectRefused(ended, 'nothing-seized');
    expect(data).toEqual({
      seizure: 's-1',
      asked: [`album ${file}`],
      away: [fileName, journalName],
    });
  });

  test('what never comes back is not among them; neither is what did', async () => {
    const { seizures } = await seizedSchool();
    must(await seizures.end({ ...back, items: [journalItem] }));
    const none = await seizures.end({ ...destroyed, items: [journalItem] });
    expect(expectRefused(none, 'nothing-seized').data).toMatchObject({ away: [fileName] });
    must(await seizures.end(destroyed));
    const never = await seizures.end({ ...back, items: [fileItem] });
    expect(expectRefused(never, 'nothing-seized').data).toEqual({
      seizure: 's-1',
      asked: [fileName],
      away: [],
    });
  });

  test('what was attached may come back, not while another has its copy', async () => {
    const { seizures, presence, state } = await seizedSchool();
    must(await seizures.end({ ...attached, items: [fileItem] }));
    must(await presence.restoreCopy({ ...copy, on: '2029-01-11' }));
    const endable = async () => [...endableOf(await state(), 's-1', 'returned')];
    expect(await endable()).toEqual([journalName, fileName]);
    const second = { ...seizure, id: 's-2', items: [fileItem], on: '2029-02-01' };
    must(await seizures.seize(second));
    expect(await endable()).toEqual([journalName]);
    const early = await seizures.end({ ...back, items: [fileItem], on: '2029-06-01' });
    expectRefused(early, 'nothing-seized', 's-1', fileName);
    must(await seizures.end({ ...back, seizure: 's-2', on: '2029-06-02' }));
    must(await seizures.end({ ...back, items: [fileItem], on: '2029-06-03' }));
  });

  test('of a seizure that nobody recorded there is nothing to end', async () => {
    const { state } = await seizedSchool();
    expect([...endableOf(await state(), 's-9', 'returned')]).toEqual([]);
    expect([...endableOf(await state(), 's-9', 'destroyed')]).toEqual([]);
  });
});

describe('RK 4 no. 10: what an authority does not give back', () => {
  test('counts as gone by its paper, and is not checked meanwhile', async () => {
    const { seizures, presence, state } = await seizedSchool();
    expect(goneBy(await state(), fileItem)).toBeNull();
    must(await seizures.end({ ...attached, items: [fileItem] }));
    expect(goneBy(await state(), fileItem)).toEqual(back.paper);
    expect(goneBy(await state(), journalItem)).toBeNull();
    const items = [{ ...fileItem, found: 'present' }] as const;
    const listed = await presence.check({ ...check, items, on: '2029-02-01' });
    const { text } = expectRefused(listed, 'carrier-unfit', file, '2029-02-01');
    expect(text.ru).toContain('изъято и не возвращено; уберите его из листа');
    expect(text.en).toContain('seized and not returned on 2029-02-01; leave it out of the list');
  });

  test('is selected for destruction as gone by that paper', async () => {
    const { events } = await releasedSchool();
    const selected = (await events('act-d-1')).find(({ type }) => type === 'CarriersSelected');
    expect(selected).toMatchObject({
      data: { items: [{ gone: back.paper }, { gone: back.paper }] },
    });
  });

  test('does not come back after it counted as gone in an act of destruction', async () => {
    const { seizures } = await releasedSchool();
    const late = await seizures.end({ ...back, items: [fileItem], on: '2029-06-01' });
    const { data } = expectRefused(late, 'carrier-released');
    expect(data).toEqual({ ...fileItem, act: 'd-1' });
  });

  test('another end that comes late is refused beside the first, not for the act', async () => {
    const { seizures } = await releasedSchool();
    const late = await seizures.end({ ...destroyed, items: [fileItem], on: '2028-11-01' });
    expectRefused(late, 'entry-contradicted', '2028-11-01', 'SeizureEnded');
  });
});
