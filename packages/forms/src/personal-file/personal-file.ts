import type { PersonalFilePage } from '@letopis/projections';
import type { FileEnrollment, FileVolume } from '@letopis/projections/reports';
import { longDate, shortDate } from '../kit/dates.ts';
import type { Html } from '../kit/html.ts';
import { html } from '../kit/html.ts';
import type { PageOptions } from '../kit/options.ts';
import type { HeadLine } from '../kit/page.ts';
import { factsHtml, pageHtml } from '../kit/page.ts';
import { tableHtml } from '../kit/table.ts';
import { carriersText } from '../tables/carrier-text.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn, nameText, noteRuns } from '../tables/labels.ts';
import { commendationsTable } from './commendations.ts';
import { courseTable } from './course-table.ts';
import { inventoryHtml } from './inventory.ts';
import { stepsTable } from './programme-story.ts';
import { recordHtml } from './record.ts';
import { resultsTable } from './results-table.ts';

/**
 * Prints the personal file of a learner as a page (A4 portrait): cover, inventory of each file, and
 * the record: programmes with their orders, results with their history, credits, commendations,
 * debts, documents, achievements, portfolio, disclosures, holds and loans. Erased personal data are
 * shown as «сведения удалены»; the facts stay. Sources: R2 §2.2, §3.4, domain D17, P3.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
 * const text = personalFileHtml(await personalFileReport(reader, { learner: 'l-1' }), options);
 */
export function personalFileHtml(page: PersonalFilePage, options: PageOptions): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say } = own;
  const { files, enrollments, commendations, learner } = page;
  const numbers = files.map(({ number }) => number);
  return pageHtml(
    {
      key: 'personal-file',
      title:
        numbers.length === 0 ? say('personalFile') : say('personalFileNumber', numbers.join(', ')),
      subtitle: nameText(learner, say),
      orientation: 'portrait',
      head: cover(page, own),
      body: [
        ...files.map((file) => fileHtml(file, own)),
        html`<section class="sheet" data-part="story">
<h2>${say('learnerData')}</h2>
${factsHtml(identity(page, own))}
${enrollments.map((one, index) => enrollmentHtml(one, index + 1, own))}
${tableHtml(commendationsTable(commendations, own))}
${recordHtml(page.record, own)}
</section>
`,
      ],
      basis: page.basis,
      form: page.form,
      signatures: [{ role: say('recordsKeeper') }],
      seal: true,
    },
    options,
  );
}

function cover({ files, enrollments }: PersonalFilePage, labels: Labels): readonly HeadLine[] {
  const { say } = labels;
  const days = [
    ...files.flatMap(({ openedOn, closedOn }) => [openedOn, closedOn]),
    ...enrollments.flatMap(({ life }) => [life.enrolledOn, life.endedOn]),
  ].filter((day) => day !== null);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  const sheets = files.reduce((sum, file) => sum + file.sheets, 0);
  const indexes = files.flatMap(({ index }) => (index === null ? [] : [index]));
  return [
    [say('fileIndex'), indexes.join(', ')],
    [say('dateSpan'), first && last ? `${shortDate(first)} – ${shortDate(last)}` : null],
    [say('sheetsInAll'), files.length === 0 ? null : String(sheets)],
    [
      say('custody'),
      files.map(({ archivalStatus }) => archivalStatusText(archivalStatus, labels)).join('; '),
    ],
  ];
}

function identity(page: PersonalFilePage, labels: Labels): readonly HeadLine[] {
  const { say, language, code } = labels;
  const text = (field: PersonalFilePage['birthDate']): string =>
    noteRuns(field, say)
      .map((run) => run.text)
      .join('');
  const { birthDate } = page;
  const born = birthDate.text === null ? text(birthDate) : longDate(birthDate.text, language);
  const { registered } = page;
  return [
    [say('fullName'), nameText(page.learner, say)],
    [say('nameInLatin'), latinText(page, labels)],
    [say('birthDate'), born],
    [say('snils'), text(page.snils)],
    [say('email'), text(page.email)],
    [say('phone'), text(page.phone)],
    [say('registeredOn'), registered === null ? null : shortDate(registered.on)],
    ...page.representatives.map(({ name, relation, scope, from, until }): HeadLine => {
      const period = until === null ? shortDate(from) : `${shortDate(from)} – ${shortDate(until)}`;
      const limit = scope === 'full' ? '' : `, ${say(SCOPES[scope])}`;
      return [
        say('representative'),
        `${nameText(name, say)} (${code(relation)}, ${period}${limit})`,
      ];
    }),
  ];
}

/** The name of the passport, and the paper that has its Russian form. RK §4 situation 12. */
function latinText({ latin }: PersonalFilePage, { say }: Labels): string | null {
  if (latin === null) return null;
  if (latin.source === null) return latin.name;
  const { title, number, date } = latin.source;
  const day = date === null ? null : shortDate(date);
  const paper = [title, number, day].filter((part) => part !== null).join(', ');
  return `${latin.name} (${say('russianFormFrom', paper)})`;
}

/** What a paper left of a representative's rights. RK 1.16. */
const SCOPES = { information: 'scopeInformation', none: 'scopeNone' } as const;

function fileHtml(file: FileVolume, labels: Labels): Html {
  const { say } = labels;
  const { number, openedOn, closedOn } = file;
  const closed = closedOn === null ? '' : `, ${say('fileClosed', shortDate(closedOn))}`;
  const keeping = `${say('custody')}: ${archivalStatusText(file.archivalStatus, labels)}`;
  const absent = carriersText(file.absent, labels);
  return html`<section class="sheet" data-part="file">
<h2>${say('fileNumber', number)}</h2>
<p>${say('fileOpened', shortDate(openedOn))}${closed}. ${keeping}.</p>
${
  absent !== null &&
  html`<p data-part="carriers">${say('carrierState')}: ${absent}.</p>
`
}${inventoryHtml(file, labels)}
</section>
`;
}

function enrollmentHtml(enrollment: FileEnrollment, number: number, labels: Labels): Html {
  const { say, code, language } = labels;
  const { life, programmeTitle, programmeType, groupTitle, counts, archivalStatus } = enrollment;
  return html`<section data-part="programme" data-enrollment="${life.enrollment}">
<h2>${number}. ${programmeTitle ?? life.programme}</h2>
${factsHtml([
  [say('programmeType'), programmeType?.[language]],
  [say('group'), groupTitle ?? life.group],
  [say('state'), code(life.status)],
  [say('inAll'), say('countsInAll', counts.results, counts.credits, counts.corrections)],
  [say('custody'), archivalStatus === null ? null : archivalStatusText(archivalStatus, labels)],
])}
${tableHtml(stepsTable(`steps-${number}`, enrollment, labels))}
${courseHtml(number, enrollment, labels)}${resultsHtml(number, enrollment, labels)}
</section>
`;
}

function resultsHtml(number: number, { modules }: FileEnrollment, labels: Labels): Html {
  return tableHtml(resultsTable(`results-${number}`, modules, labels));
}

/** How the learner studied, where anything is on record of it. RK 1.6. */
function courseHtml(number: number, enrollment: FileEnrollment, labels: Labels): Html {
  if (enrollment.course.length === 0) return html``;
  return html`${tableHtml(courseTable(`course-${number}`, enrollment, labels))}
`;
}

/** The archival status of a record, and since when. D18. */
function archivalStatusText(status: FileVolume['archivalStatus'], { say, code }: Labels): string {
  if (status === null) return code('open');
  const { state, since, transfer } = status;
  if (since === null) return code(state);
  const on = `${code(state)} ${shortDate(since)}`;
  return transfer === null ? on : `${on} (${say('transferId', transfer)})`;
}
