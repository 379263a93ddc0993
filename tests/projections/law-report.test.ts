import { must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { r3 } from '@letopis/core/presets/r3';
import { lawHtml, selfEvaluationHtml } from '@letopis/forms';
import { frdoDpo, frdoLaw, frdoOo, frdoPo, frdoUnsettled } from '@letopis/forms/frdo';
import { lawReport, selfEvaluationReport } from '@letopis/projections';
import type { LawAsked, WordingShown } from '@letopis/projections/reports';
import { describe, expect, test } from 'vitest';
import { openSchool, regulation } from '../domain/worlds/records-school.ts';
import { readerOver } from './school-reader.ts';

/* Law as dated data: what was compared with the act, by whom, and what says that it was not. */

const publication = { title: 'Портал правовой информации', date: '2014-02-14' };
const signed = { publication, signer: 'p-1', on: '2026-11-20' } as const;
const first = 'order-1324/annex-6/1.1';

async function academy(preset = regulation()) {
  const school = await openSchool(preset);
  const reader = (on?: string) => readerOver(school.store, { on });
  const lines = async (asked: LawAsked = {}, on?: string) => {
    const page = await lawReport(await reader(on), asked);
    return new Map(page.lines.map((line) => [line.item, line]));
  };
  const confirm = async (...items: readonly string[]) => {
    const known = await lines();
    const given = items.map((item) => ({ item, wording: known.get(item)?.wording ?? '' }));
    return must(await school.law.confirm({ ...signed, items: given }));
  };
  const evaluation = async () => selfEvaluationReport(await reader(), { year: '2026' });
  return { ...school, reader, lines, confirm, evaluation };
}

const standing = (lines: ReadonlyMap<string, WordingShown>, item: string) =>
  lines.get(item)?.standing;

const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };

describe('the report of law', () => {
  test('lists each item with source, days and evidence, and what the regulation says', async () => {
    const { lines } = await academy();
    const term = (await lines({}, '2026-11-22')).get('273-fz/art-58/term');
    expect(term).toMatchObject({
      source: { number: '273-ФЗ', date: '2012-12-29', clause: 'ст. 58 ч. 5', from: '2013-09-01' },
      evidence: { mark: 'V2', seenOn: '2026-11-30' },
      standing: 'unverified',
      inForce: true,
      field: { name: 'retakes.limits.termMonths', values: ['12', '12'] },
      confirmation: null,
    });
    const decimals = (await lines()).get('order-1324/percent-decimals');
    expect(decimals?.field).toEqual({ name: 'general.percentDecimals', values: ['0'] });
    const attempts = (await lines()).get('273-fz/art-58/attempts');
    expect(attempts).toMatchObject({ standing: 'verified', confirmation: null });
    expect((await lines({}, '2022-08-31')).get('order-582/kept-once')?.inForce).toBe(false);
  });

  test('of a year lists the annex that the year is reported by', async () => {
    const { lines, organisation } = await academy();
    const annexes = async () =>
      new Set([...(await lines({ year: '2026' })).keys()].map((id) => id.split('/')[1]));
    expect([...(await annexes())]).toContain('annex-6');
    expect([...(await annexes())]).not.toContain('annex-5');
    const kind = 'additional-education';
    must(await organisation.describe({ fullName: 'Центр', kind, on: '2026-10-01' }));
    expect([...(await annexes())]).toContain('annex-5');
    expect([...(await annexes())]).not.toContain('annex-6');
  });

  test('says by whom, when, on what ground and with which publication', async () => {
    const { lines, confirm, law } = await academy();
    const { eventId: entry } = await confirm(first, '273-fz/art-58/term');
    expect((await lines()).get(first)).toMatchObject({
      standing: 'confirmed',
      confirmation: {
        on: '2026-11-20',
        signer: { name: { person: 'p-1' }, office: 'head' },
        publication: { ...publication, reference: null },
        ground: order('12-од', '2026-08-25'),
        actor: 'u-17',
        source: { event: entry },
      },
    });
    expect(standing(await lines({}, '2026-11-19'), first)).toBe('unverified');
    const act = { reason: 'сверяли с проектом', signer: 'p-1', office: 'head' };
    must(await law.annulEntry({ ...act, entry }));
    expect(standing(await lines(), first)).toBe('unverified');
    expect(standing(await lines(), '273-fz/art-58/term')).toBe('confirmed');
  });

  test('order 582, R3 §3.3: journals kept on paper and in electronic form are named', async () => {
    const { reader } = await academy({ ...r3, archive: r2.archive });
    const page = await lawReport(await reader());
    expect(page.keptTwice).toEqual([
      {
        records: 'journal',
        paper: ['group-journals'],
        electronic: ['group-journals-electronic'],
      },
    ]);
    const text = lawHtml(page, options);
    expect(text).toContain('group-journals-electronic');
    expect(text).toContain('приказ № 582');
    const { reader: other } = await academy();
    expect((await lawReport(await other())).keptTwice).toEqual([]);
  });

  test('is printed: source, evidence, and who compared', async () => {
    const { reader, confirm } = await academy();
    await confirm(first);
    const page = await lawReport(await reader(), { year: '2026' });
    const text = lawHtml(page, options);
    expect(text).toContain(`${page.unsettled} из ${page.lines.length}`);
    expect(text).toContain('сверено');
    expect(text).toContain('20.11.2026');
    expect(text).toContain('Портал правовой информации, 14.02.2014');
    expect(text).toContain('по памяти, текст не найден');
    expect(lawHtml(page, { ...options, language: 'en' })).toContain('from memory');
  });
});

describe('P10 order 1324: a report on unverified wording says so until it is confirmed', () => {
  test('each row, and how many at the foot; a confirmed row is plain', async () => {
    const { confirm, evaluation } = await academy();
    const before = await evaluation();
    expect(before.unsettled).toBe(before.lines.length + 1);
    const told = selfEvaluationHtml(before, options);
    expect(told.match(/>не сверено с актом</g)).toHaveLength(before.lines.length);
    expect(told).toContain(`Не сверено с актом формулировок: ${before.unsettled} из`);
    expect(selfEvaluationHtml(before, { ...options, language: 'en' })).toContain(
      'not compared with the act',
    );
    await confirm(first);
    const after = await evaluation();
    expect(after.unsettled).toBe(before.unsettled - 1);
    expect(after.lines[0]?.law.standing).toBe('confirmed');
    const plain = selfEvaluationHtml(after, options);
    expect(plain.match(/>не сверено с актом</g)).toHaveLength(before.lines.length - 1);
  });

  test('and not at all, once every wording was compared', async () => {
    const { confirm, evaluation, lines } = await academy();
    const items = [...(await lines({ year: '2026' })).keys()];
    await confirm(...items.filter((id) => id.startsWith('order-1324/annex-6')));
    const page = await evaluation();
    expect(page.unsettled).toBe(0);
    expect(selfEvaluationHtml(page, options)).not.toMatch(/не сверено с актом/i);
  });

  test('words of the regulation are printed instead, and are settled by it', async () => {
    const title = { ru: 'Слова акта', en: 'The words of the act' };
    const general = { ...r2.general, indicatorWordings: [{ indicator: '1.8', title }] };
    const { evaluation, lines } = await academy(regulation({ general }));
    const row = (await evaluation()).lines.find(({ number }) => number === '1.8');
    expect(row).toMatchObject({ ...title, law: { standing: 'amended' } });
    expect(standing(await lines(), 'order-1324/annex-6/1.8')).toBe('amended');
  });
});

describe('the federal register: one shape of source and evidence for its templates', () => {
  test.each([
    ['ДПО', frdoDpo, 40],
    ['ПО', frdoPo, 35],
    ['ОО', frdoOo, 33],
  ] as const)('%s: each column is an item, which can be confirmed', async (_, template, count) => {
    const items = frdoLaw(template);
    expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    expect(items[0]?.source).toMatchObject({ number: '273-ФЗ', clause: 'ст. 98 ч. 9-10' });
    const { law } = await academy();
    const given = items.map(({ id: item, wording }) => ({ item, wording }));
    must(await law.confirm({ ...signed, items: given }));
  });

  test('a column says that it was not compared until it is, and anew once it changes', async () => {
    const { reader, law } = await academy();
    const unsure = async (template = frdoDpo) => {
      const { lines } = await lawReport(await reader(), { more: frdoLaw(template) });
      return frdoUnsettled(template, lines);
    };
    const before = await unsure();
    expect(before.map(({ column }) => column)).toContain('snils');
    expect(before.map(({ column }) => column)).not.toContain('sex');
    const [snils] = frdoLaw(frdoDpo).filter(({ id }) => id.endsWith('/snils'));
    const items = [{ item: snils?.id ?? '', wording: snils?.wording ?? '' }];
    must(await law.confirm({ ...signed, items }));
    expect((await unsure()).map(({ column }) => column)).not.toContain('snils');
    const columns = frdoDpo.columns.map((one) =>
      one.key === 'snils' ? { ...one, required: true } : one,
    );
    const changed = await unsure({ ...frdoDpo, columns });
    const [hint] = changed.filter(({ column }) => column === 'snils');
    expect(hint?.hint.ru).toMatch(/«СНИЛС» не сверено с шаблоном системы: правило известно/);
    expect(hint?.hint.en).toContain('was not compared');
  });
});
