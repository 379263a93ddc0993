import type { FileDisclosure } from '@letopis/projections/reports';
import type { ConsentRecord } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { noteRuns } from '../tables/labels.ts';
import { annulledText } from './annulled-text.ts';
import { recordTable } from './record-table.ts';

/** Makes the table of consents, with purpose and end. D3, R1 §5.3, §6.2. */
export function consentsTable(consents: readonly ConsentRecord[], labels: Labels): Table {
  const { say, code } = labels;
  const rows = consents.map(({ consent, given, withdrawn, annulled }): readonly Cell[] => {
    const facts = [given, withdrawn, annulled];
    const events = facts.flatMap((fact) => (fact === null ? [] : [fact.source.event]));
    const { purpose, until } = given.data;
    const [state, stateText] =
      annulled !== null
        ? ['annulled', annulledText(annulled, labels)]
        : withdrawn === null
          ? ['in-force', say('inForce')]
          : ['withdrawn', say('withdrawnOn', shortDate(withdrawn.on))];
    return [
      cell(consent, { events }),
      cell(code(purpose), { events }),
      cell(shortDate(given.on), { events }),
      cell(until === null ? '–' : shortDate(until), { events }),
      cell(stateText, { state, events }),
    ];
  });
  const columns = [
    ['consentId'],
    ['purpose', 44],
    ['givenOn', 24],
    ['until', 24],
    ['state', 36],
  ] as const;
  return recordTable('consents', 'consents', columns, 'consentId', rows, labels);
}

/**
 * Makes the table of what was requested, given, refused and published about a learner. P13, D16.
 */
export function disclosuresTable(cases: readonly FileDisclosure[], labels: Labels): Table {
  const columns = [['date', 24], ['recipient'], ['purpose', 44], ['state', 56]] as const;
  const rows = cases.map((one) => row(one, labels));
  return recordTable('disclosures', 'disclosures', columns, 'recipient', rows, labels);
}

function row(one: FileDisclosure, labels: Labels): readonly Cell[] {
  const { asked, putOff, granted, refused, given, published, takenDown, state } = one;
  const { say, code, titled, ground } = labels;
  const facts = [asked, ...putOff, granted, refused, ...given, published, ...takenDown];
  const events = facts.flatMap((fact) => (fact === null ? [] : [fact.source.event]));
  const first = asked ?? given[0] ?? published;
  const to = asked?.data.applicant.kind ?? given[0]?.data.recipient.kind ?? null;
  const who = to === null ? (published?.data.place ?? '–') : code(to);
  const names = [noteRuns(one.applicantName, say), noteRuns(one.asks, say)];
  const lines: (readonly Run[])[] = [[{ text: code(state) }]];
  if (one.dueOn !== null && (state === 'waiting' || state === 'granted')) {
    lines.push([{ text: say('answerDue', shortDate(one.dueOn)), as: 'quiet' }]);
  }
  const last = [refused, ...given, ...takenDown].findLast((fact) => fact !== null);
  if (last !== undefined) {
    const paper = [shortDate(last.on), ground(last.ground)].filter(Boolean).join(', ');
    lines.push([{ text: paper, as: 'quiet' }]);
  }
  return [
    cell(first === undefined || first === null ? null : shortDate(first.on), { events }),
    { lines: [[{ text: who }], ...names].filter((line) => line.length > 0), events },
    cell(titled(one.purposeTitle, first?.data.purpose ?? ''), { events }),
    { lines, state, events },
  ];
}
