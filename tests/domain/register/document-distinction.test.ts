import { order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { Given } from '../worlds/leaving-school.ts';
import {
  attestatOf,
  complete,
  give,
  leavingSchool,
  marksIn,
  must,
  shortly,
} from '../worlds/leaving-school.ts';

/* RK 1.17: an attestat with distinction, and a training certificate. */

const withDistinction = {
  ...attestatOf('ninth'),
  kind: 'attestat-basic-distinction',
  number: '0002',
};

const craft: Given = ['craft', 'year', 'зачтено', '2027-05-25'];

/** `l-1` completed form 9 with these marks. */
async function leaver(...marks: readonly Given[]) {
  const school = await leavingSchool();
  const events = await give(school, 'ninth', ...marks, craft);
  await complete(school, 'ninth');
  return { ...school, marks: events };
}

const excellent: readonly Given[] = [
  ['maths', 'year', '4', '2027-05-25'],
  ['maths', 'state-final', '5', '2027-06-09'],
  ['physics', 'year', '5', '2027-05-25'],
];

describe('RK 1.17: an attestat with distinction', () => {
  test('has the highest marks that it prints, means too; «зачтено» is one', async () => {
    const school = await leaver(...excellent);
    const issued = await school.documents.issue(withDistinction);
    const shown = shortly(await marksIn(school, issued));
    expect(shown).toEqual(['maths 5', 'physics 5', 'craft pass']);
    expect(must(issued).registrationNumber).toBe('А-0001/27');
  });

  test('is impossible with a lower one, which is named, and what is issued instead', async () => {
    const [maths, exam] = excellent;
    const physics: Given = ['physics', 'year', '4', '2027-05-25'];
    const { documents } = await leaver(maths as Given, exam as Given, physics);
    const refused = await documents.issue(withDistinction);
    expectRefused(refused, 'document-mark-not-highest', 'physics/year: 4', 'attestat-basic');
    must(await documents.issue(attestatOf('ninth')));
  });

  test('and the plain one are one original', async () => {
    const { documents } = await leaver(...excellent);
    const { document } = must(await documents.issue(attestatOf('ninth')));
    const second = await documents.issue(withDistinction);
    expectRefused(second, 'document-issued-already', 'attestat-basic', document);
    const lost = { document, reason: 'error-found', on: '2027-06-27' };
    must(await documents.withdraw(lost));
    const after = { ...withDistinction, inPlaceOf: document, on: '2027-06-28' };
    const instead = must(await documents.issue(after));
    expect(instead.number).toBe(2);
    const plain = { ...attestatOf('ninth'), number: '0003', on: '2027-06-28' };
    expectRefused(await documents.issue(plain), 'document-issued-already', document);
  });

  test('RK 1.8: a plain one that was annulled is not valid again beside it', async () => {
    const { documents } = await leaver(...excellent);
    const { document } = must(await documents.issue(attestatOf('ninth')));
    const by = { document, signer: 'p-1', on: '2027-06-27' };
    const ground = order('51-з', '2027-06-27');
    const { eventId: entry } = must(await documents.annul({ ...by, reason: 'не тот', ground }));
    must(await documents.issue({ ...withDistinction, on: '2027-06-28' }));
    const undo = { document, entry, reason: 'ошибка', signer: 'p-1', office: 'head' };
    expectRefused(await documents.annulAct(undo), 'entry-rested-on', 'DocumentIssued');
  });

  test('RK 1.9: marks taken anew that are lower are refused', async () => {
    const { documents, assessments, marks } = await leaver(...excellent);
    const { document, eventId } = must(await documents.issue(withDistinction));
    const correct = { enrollment: 'l-1.ninth.1', replaces: marks[2] ?? '', value: '4' };
    const by = { words: 'четыре', reason: 'описка', signer: 'p-9' };
    const ground = order('60-з', '2027-07-01');
    must(await assessments.correct({ ...correct, ...by, ground }));
    const anew = { document, replaces: eventId, marksAnew: true, reason: 'описка', signer: 'p-1' };
    expectRefused(await documents.correct(anew), 'document-mark-not-highest', 'physics/year: 4');
  });

  test('is a variant of a kind of its own register that is none itself', async () => {
    const kinds = r5.documents.kinds.map((one) =>
      one.id === 'attestat-secondary' ? { ...one, variantOf: 'attestat-basic-distinction' } : one,
    );
    const rules = { ...r5, documents: { ...r5.documents, kinds } };
    const adopted = await newAcademy().regulation.adopt(rules, adoption);
    expectRefused(adopted, 'rules-disagree', 'attestat-secondary', 'attestat-basic-distinction');
  });
});

const adoption = { timeZone: 'Europe/Moscow', from: '2026-09-01' };

describe('RK 1.17, 273-FZ art. 60 part 13: a training certificate', () => {
  const training = {
    kind: 'training-certificate',
    learner: 'l-1',
    enrollment: 'l-1.ninth.1',
    signer: 'p-1',
    on: '2027-06-26',
    ground: order('50-з', '2027-06-25'),
  };

  test('is for who completed, shows the marks of the year, and has its book', async () => {
    const school = await leaver(...excellent);
    const issued = await school.documents.issue(training);
    const shown = shortly(await marksIn(school, issued));
    expect(shown).toEqual(['maths 4', 'physics 5', 'craft pass']);
    expect(must(issued).registrationNumber).toBe('СО-0001/27');
  });

  test('is none for who did not complete, and needs its paper', async () => {
    const school = await leavingSchool();
    await give(school, 'ninth', ...excellent, craft);
    const early = await school.documents.issue(training);
    expectRefused(early, 'study-not-completed', 'training-certificate');
    await complete(school, 'ninth');
    const ungrounded = await school.documents.issue({ ...training, ground: null });
    expectRefused(ungrounded, 'document-ground-missing', 'training-certificate');
  });
});
