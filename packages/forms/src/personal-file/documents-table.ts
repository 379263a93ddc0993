import type { FileIssued } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { recordTable } from './record-table.ts';

/** Makes the table of issued documents: registration number, kind, blank, days, and state. D15. */
export function documentsTable(documents: readonly FileIssued[], labels: Labels): Table {
  const columns = [
    ['registrationNumber', 28],
    ['documentKind'],
    ['paperNumber', 28],
    ['issuedOn', 22],
    ['deliveredOn', 22],
    ['state', 40],
  ] as const;
  const rows = documents.map((one) => row(one, labels));
  return recordTable('documents', 'issuedDocuments', columns, 'documentKind', rows, labels);
}

function row(one: FileIssued, labels: Labels): readonly Cell[] {
  const { entered, inForce, delivered, state, corrections, annulled, withdrawn, actsAnnulled } =
    one;
  const { say, titled } = labels;
  const undone = actsAnnulled.flatMap(({ act, annulment }) => [act, annulment]);
  const changes = corrections.map(({ fact }) => fact);
  const acts = [annulled, withdrawn, delivered, ...changes, ...undone];
  const events = [one.event, ...acts.flatMap((fact) => (fact === null ? [] : [fact.source.event]))];
  const { series, number } = inForce.paper;
  const paper = [series, number].filter((part) => part !== null).join(' ');
  const kind: (readonly Run[])[] = [[{ text: titled(one.kindTitle, entered.data.kind) }]];
  kind.push(...originLines(one, labels), noteRuns(one.nameOn, say));
  if (one.closed) kind.push([{ text: say('changedByClosedAct'), as: 'quiet' }]);
  return [
    cell(inForce.registrationNumber ?? '–', { events: [one.event] }),
    { lines: kind.filter((line) => line.length > 0), events: [one.event] },
    cell(paper || '–', { events: [inForce.event] }),
    cell(shortDate(inForce.content.issuedOn), { events: [inForce.event] }),
    cell(delivered === null ? '–' : shortDate(delivered.on), { events }),
    { lines: stateLines(one, labels), state, events },
  ];
}

const quiet = (text: string): readonly Run[] => [{ text, as: 'quiet' }];

/** Who issued a document of elsewhere or of an old book, and what a document is in the place of. */
function originLines(
  { entered, inForce, standing }: FileIssued,
  { say, code }: Labels,
): readonly (readonly Run[])[] {
  const { issuer, old } = inForce;
  if (old !== null) {
    const { bookTitle, volume, page, line, archive } = old;
    const place = [bookTitle, volume, page, line].filter((one) => one !== null).join(', ');
    const kept = archive === null ? [] : [quiet(say('keptIn', archive))];
    return [quiet(say('issuedBy', issuer ?? '–')), quiet(say('oldBook', place)), ...kept];
  }
  if (entered.type !== 'DocumentIssued') return [quiet(say('receivedFrom', issuer ?? '–'))];
  const { first, printed } = entered.data;
  if (first === null) return [];
  const own = quiet(`${code(standing)}, ${say('inPlaceOf', first)}`);
  const original = printed?.original;
  if (original === undefined) return [own];
  const kept = original.archive === null ? [] : [quiet(say('keptIn', original.archive))];
  return [own, quiet(say('issuedBy', original.issuer)), ...kept];
}

/** How an act that was entered in error is told. */
const UNDONE = {
  DocumentDelivered: 'deliveryAnnulled',
  DocumentWithdrawn: 'withdrawalAnnulled',
  DocumentAnnulled: 'annulmentAnnulled',
  DocumentLinked: 'linkAnnulled',
} as const;

function stateLines(one: FileIssued, { say, code, titled }: Labels): readonly (readonly Run[])[] {
  const { state, corrections, annulled, withdrawn, withdrawalTitle, actsAnnulled } = one;
  const lines: (readonly Run[])[] = [[{ text: code(state) }]];
  for (const { fact } of corrections) {
    lines.push([{ text: say('lineCorrected', shortDate(fact.data.actedOn)), as: 'quiet' }]);
  }
  for (const { act, annulment } of actsAnnulled) {
    const on = act.type === 'DocumentAnnulled' ? act.data.actedOn : act.on;
    const days = [shortDate(on), shortDate(annulment.data.actedOn)] as const;
    lines.push([{ text: say(UNDONE[act.type], ...days), as: 'quiet' }]);
  }
  if (withdrawn !== null) {
    const why = titled(withdrawalTitle, withdrawn.data.reason);
    lines.push([{ text: `${shortDate(withdrawn.on)}: ${why}`, as: 'quiet' }]);
  }
  if (annulled !== null) lines.push([{ text: shortDate(annulled.data.actedOn), as: 'quiet' }]);
  return lines;
}
