import type { ShownCredit } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { annulledEvents, annulledLines } from './annulled-text.ts';
import { documentLines } from './document-lines.ts';
import { recordTable } from './record-table.ts';

/**
 * Makes the table of applications for credit: source with its document, what was asked, what was
 * granted. A step that was annulled is struck through. D11, RK 1.8.
 */
export function creditsTable(credits: readonly ShownCredit[], labels: Labels): Table {
  const columns = [
    ['date', 22],
    ['creditSource'],
    ['creditWanted', 36],
    ['creditGranted', 36],
    ['state', 36],
  ] as const;
  const rows = credits.map((credit) => row(credit, labels));
  return recordTable('credits', 'credits', columns, 'creditSource', rows, labels);
}

function row(credit: ShownCredit, labels: Labels): readonly Cell[] {
  const { applied, compared, decided, withdrawn, notDone, state, reason, documents } = credit;
  const { annulledEntries } = credit;
  const { say, code } = labels;
  const facts = [applied, ...compared, decided, withdrawn, ...notDone];
  const events = [
    ...facts.flatMap((fact) => (fact === null ? [] : [fact.source.event])),
    ...annulledEvents(annulledEntries),
  ];
  const source = (applied ?? decided)?.data.source ?? null;
  const from = source?.organisation ?? say('thisOrganisation');
  const subject = (module: string | null): string => module ?? say('wholeProgramme');
  const lines: (readonly Run[])[] = [[{ text: code(state) }], noteRuns(reason, say)];
  for (const { data } of notDone) {
    lines.push([{ text: say('creditNotDone', data.refusal[labels.language]), as: 'quiet' }]);
  }
  lines.push(...annulledLines(annulledEntries, labels));
  const day = (applied ?? decided)?.on;
  return [
    cell(day === undefined ? null : shortDate(day), { events }),
    { lines: [[{ text: from }], ...documentLines(documents, labels)], events },
    { lines: (applied?.data.wanted ?? []).map((one) => [{ text: subject(one.module) }]), events },
    { lines: (decided?.data.granted ?? []).map((one) => [{ text: subject(one.module) }]), events },
    { lines: lines.filter((line) => line.length > 0), state, events },
  ];
}
