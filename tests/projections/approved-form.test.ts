import { must } from '@letopis/core';
import { standardForms } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { journalHtml, personalFileHtml } from '@letopis/forms';
import { journalPage, openReader, personalFileReport } from '@letopis/projections';
import { catalogue, catalogueKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { behindSchool } from '../domain/worlds/behind-school.ts';
import { viewsOf } from './school-reader.ts';

/* R2 §2.1: each page says by which order its form was approved, or that it was not. */

const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
const about = { group: 'm-1', module: 'safety' };

type School = Awaited<ReturnType<typeof behindSchool>>;

const readerOn = async ({ store }: Pick<School, 'store'>, on: string | null = null) =>
  openReader(await viewsOf({ store }), { on });

/** The line of approval on the journal and on the personal file. */
async function linesOf(school: School, on: string | null = null, more: object = {}) {
  const reader = await readerOn(school, on);
  const texts = [
    journalHtml(await journalPage(reader, about), { ...options, ...more }),
    personalFileHtml(await personalFileReport(reader, { learner: 'l-1' }), { ...options, ...more }),
  ];
  return texts.map((text) => /<p class="approval">([^<]*)</.exec(text)?.[1] ?? null);
}

describe('the approved form of a page', () => {
  test('its version and order, once the forms were approved; before that it says so', async () => {
    const school = await behindSchool();
    const none = 'Форма не утверждена';
    expect(await linesOf(school)).toEqual([none, none]);
    const forms = standardForms(r2.carriers, 'Ф/2026');
    must(await school.forms.approveAll({ forms, on: '2026-10-01' }));
    const line = 'Форма Ф/2026 утверждена приказом № 12-од от 25.08.2026';
    expect(await linesOf(school)).toEqual([line, line]);
    expect(await linesOf(school, '2026-09-30')).toEqual([none, none]);
    expect(await linesOf(school, '2026-10-01', { language: 'en' })).toEqual([
      'Form Ф/2026, approved by order No. 12-од of 25.08.2026',
      'Form Ф/2026, approved by order No. 12-од of 25.08.2026',
    ]);
    const said = { approvedBy: { order: '7', date: '2026-08-01' } };
    const given = 'Форма утверждена приказом № 7 от 01.08.2026';
    expect(await linesOf(school, null, said)).toEqual([given, given]);
  });

  test('is no fact that the page rests on, so that sheets are found by their record', async () => {
    const school = await behindSchool();
    const lastOf = async () => (await journalPage(await readerOn(school), about)).basis.last;
    const before = await lastOf();
    const title = { ru: 'Журнал', en: 'Journal' };
    must(
      await school.forms.approve({ form: 'lesson-journal', version: '1', title, on: '2026-10-01' }),
    );
    expect(await lastOf()).toBe(before);
  });

  test('D1, RK 1.8: withdrawn, annulled and late ones, in the order of their days', async () => {
    const school = await behindSchool();
    const title = { ru: 'Журнал', en: 'Journal' };
    const form = { form: 'lesson-journal', title };
    const approve = async (version: string, on: string) =>
      must(await school.forms.approve({ ...form, version, on }));
    await approve('Ф-2', '2026-10-01');
    await approve('Ф-1', '2026-09-01');
    const { eventId } = must(
      await school.forms.withdraw({ form: 'lesson-journal', on: '2026-11-01' }),
    );
    const versions = async () => {
      const days = ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-01'];
      const views = await viewsOf(school);
      const found = days.map(async (on) => {
        const reader = await openReader(views, { on });
        const answer = await reader.get(catalogue, catalogueKey.form('lesson-journal'));
        return answer?.kind === 'form' ? (answer.inForce?.version ?? null) : null;
      });
      return Promise.all(found);
    };
    expect(await versions()).toEqual([null, 'Ф-1', 'Ф-2', null]);
    const ground = { kind: 'order', number: '2-од', date: '2026-11-20' };
    const wrong = { reason: 'ошибка', signer: 'p-1', on: '2026-11-20', ground };
    must(await school.forms.annulEntry({ form: 'lesson-journal', entry: eventId, ...wrong }));
    expect(await versions()).toEqual([null, 'Ф-1', 'Ф-2', 'Ф-2']);
  });
});
