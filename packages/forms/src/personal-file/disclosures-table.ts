import type { FileDisclosure } from '@letopis/projections/reports';
import type { CaseFact, ConsentRecord } from '@letopis/projections/views';
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

/** The code of each step of a case. */
const STEPS: Readonly<Record<CaseFact['type'], string>> = {
  DisclosureAsked: 'asked',
  AnswerPutOff: 'put-off',
  DisclosureGranted: 'granted',
  DisclosureRefused: 'refused',
  InformationGiven: 'given',
  ResultsPublished: 'published',
  PublicationWithdrawn: 'taken-down',
};

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
  const { began, annulled } = one;
  const { say, code, titled, ground } = labels;
  const gone = annulled.flatMap(({ fact, annulment }) => [fact, annulment]);
  const facts = [asked, ...putOff, granted, refused, ...given, published, ...takenDown, ...gone];
  const events = facts.flatMap((fact) => (fact === null ? [] : [fact.source.event]));
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
  for (const { fact, annulment } of annulled) {
    const step = `${code(STEPS[fact.type])}, ${shortDate(fact.on)}`;
    lines.push([{ text: `${step}: ${annulledText(annulment, labels)}`, as: 'quiet' }]);
  }
  return [
    cell(began === null ? null : shortDate(began.on), { events }),
    {
      lines: [[{ text: recipientOf(one, labels) }], ...names].filter((line) => line.length > 0),
      events,
    },
    cell(titled(one.purposeTitle, began?.data.purpose ?? ''), { events }),
    { lines, state, events },
  ];
}

/** Who applied or got the information; for a publication the place. */
function recipientOf({ began }: FileDisclosure, { code }: Labels): string {
  switch (began?.type) {
    case 'DisclosureAsked':
      return code(began.data.applicant.kind);
    case 'InformationGiven':
      return code(began.data.recipient.kind);
    case 'ResultsPublished':
      return began.data.place;
    case undefined:
      return '–';
  }
}
