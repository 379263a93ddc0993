import type { CommandHandler } from '@letopis/core';
import type { JournalPage, Views } from '@letopis/projections';
import { journalPage, openReader } from '@letopis/projections';
import type { ShownResult, ShownValue } from '@letopis/projections/reports';
import type { Year } from './year.ts';

/** The lines that the demo prints: three questions that other systems cannot answer. */
export async function highlights(
  handler: CommandHandler,
  views: Views,
  year: Year,
): Promise<readonly string[]> {
  const found = await correctedResult(handler, views, year);
  if (found === null) return ['no mark was corrected'];
  return [...beforeAndAfter(found), '', ...refused(year), '', ...(await asOf(views, found))];
}

interface Found {
  readonly group: string;
  readonly module: string;
  readonly page: JournalPage;
  readonly learner: string;
  readonly result: ShownResult;
}

async function correctedResult(
  handler: CommandHandler,
  views: Views,
  year: Year,
): Promise<Found | null> {
  const reader = await openReader(views, { atLeast: await handler.store.head() });
  for (const { id: group, programme } of year.groups) {
    for (const { id: module } of programme.modules) {
      const page = await journalPage(reader, { group, module });
      const [line] = page.corrections;
      if (line === undefined) continue;
      const learner = line.learner.text ?? line.learner.person;
      return { group, module, page, learner, result: line.result };
    }
  }
  return null;
}

function valueText(value: ShownValue | null): string {
  if (value?.outcome !== 'mark') return '–';
  return `${value.mark.digits ?? '–'} (${value.mark.words})`;
}

function beforeAndAfter({ learner, result }: Found): readonly string[] {
  const [made] = result.corrections;
  if (made === undefined) return [];
  const { signer, actedOn, reason } = made;
  const by = signer.name.text ?? signer.name.person;
  return [
    'A corrected mark (R2 §2.3): the earlier value stays beside the new one.',
    `  ${learner}, ${result.on}: was ${valueText(made.before)}, is ${valueText(made.after)}`,
    `  corrected on ${actedOn}, signed by ${by}: «${reason.text ?? ''}»`,
  ];
}

function refused({ refusals }: Year): readonly string[] {
  return refusals.flatMap(({ code, text }) => [
    'A refused command: it leaves no trace.',
    `  ${code}: ${text.ru}`,
    `  ${text.en}`,
  ]);
}

async function asOf(views: Views, found: Found): Promise<readonly string[]> {
  const { group, module, result } = found;
  const [made] = result.corrections;
  if (made === undefined) return [];
  const then = { instant: new Date(Date.parse(made.source.recordedAt) - 1).toISOString() };
  const page = await journalPage(await openReader(views, { known: then }), { group, module });
  const cells = page.rows.flatMap(({ cells: row }) => row.flatMap(({ results }) => results));
  const before = cells.find((one) => one.result === result.result);
  return [
    'The same cell of the journal as of two moments.',
    `  as known at ${then.instant}: ${valueText(before?.value ?? null)}`,
    `  as known now: ${valueText(result.value)}`,
  ];
}
