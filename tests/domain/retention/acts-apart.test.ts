import { must } from '@letopis/core';
import type { ActEvent } from '@letopis/core/facts';
import { actFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { actState, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import {
  approveBoth,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';

/* D19: each act of destruction stands for itself, whatever another one did. */

const ofJournal = { ...selection, items: [{ carrier: 'lesson-journal', record: journal }] };
const ofFile = {
  ...selection,
  id: 'd-2',
  items: [{ carrier: 'personal-files', record: file }],
  commandId: step(30),
};

describe('D19: an act of destruction stands for itself', () => {
  test('its last approval does not wait for what another act released', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(ofJournal));
    await approveBoth(school);
    await runActs(store);
    must(await retention.select(ofFile));
    const given = { act: 'd-2', on };
    const ground = protocol('4', '2031-01-30');
    const commission = { ...given, approval: 'expert-commission', signer: 'p-2', ground };
    must(await retention.approve(commission));
    must(await retention.approve({ ...given, approval: 'head', signer: 'p-1' }));
    expect((await actState(school, 'd-2')).phase).toBe('owing');
  });

  test('RK 1.8: an annulment of an entry that it does not have takes nothing from it', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, events } = school;
    const { eventId: entry } = must(await retention.select(ofJournal));
    const wrong = { reason: 'описка', signer: 'p-1', office: 'head', on };
    must(await retention.annulActEntry({ act: 'd-1', entry, ...wrong }));
    must(await retention.select(ofFile));
    const annulment = (await events('act-d-1')).slice(-1) as readonly ActEvent[];
    const story = (await events('act-d-2')) as readonly ActEvent[];
    const { targets, phase } = foldEvents(actFold, [...story, ...annulment]);
    expect([...targets.keys()]).toEqual([`personal-files ${file}`]);
    expect(phase).toBe('selected');
  });
});
