import type { Language } from '@letopis/core';
import type { PageBasis } from '@letopis/projections';
import type { ApprovedForm } from '@letopis/projections/views';
import { words } from '../words/words.ts';
import { longDate, printedInstant, shortDate } from './dates.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { PageOptions, SignatureLine } from './options.ts';
import { signaturesHtml } from './signatures.ts';
import type { Orientation } from './style.ts';
import { pageStyle } from './style.ts';

/** One line of the page head: a term and its value. A line without a value is left out. */
export type HeadLine = readonly [term: string, value: string | null | undefined];

/** The content of a form, besides what all forms share. */
export interface PageContent {
  /** Stable English name of the form: `lesson-journal`. */
  readonly key: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly orientation: Orientation;
  readonly head: readonly HeadLine[];
  readonly body: readonly Html[];
  readonly basis: PageBasis;
  /**
   * The approved version of the form; `null`: none is in force, and the page says so. Absent: the
   * page says nothing of it. R2 §2.1.
   */
  readonly form?: ApprovedForm | null;
  /** Lines for signatures if the options give none. */
  readonly signatures: readonly SignatureLine[];
  /** True if the page leaves room for the organisation's seal beside the signatures. */
  readonly seal?: boolean;
}

/**
 * Makes a whole page: self-contained HTML with its style, which loads and runs nothing, in the
 * language of the options. The head has the organisation, the approval, the name of the form and
 * both clocks; the foot has the signatures and the basis in the history.
 *
 * Throws a RangeError for an unknown time zone or an invalid instant.
 */
export function pageHtml(content: PageContent, options: PageOptions): string {
  const language = options.language ?? 'ru';
  const say = words(language);
  const form = options.form ?? content.form?.version ?? content.key;
  const mark = `${content.title} · ${form} · ${lastOf(content.basis)} · ${short(content.basis)}`;
  const style = pageStyle(content.orientation, { mark, sheet: say('sheet'), of: say('sheetOf') });
  const { name, place, inn, ogrn } = options.organisation;
  const numbers = [inn && say('inn', inn), ogrn && say('ogrn', ogrn)].filter(Boolean).join(', ');
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Letopis">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${content.title}${content.subtitle !== undefined && ` · ${content.subtitle}`}</title>
${style}
</head>
<body class="${content.orientation}" data-form="${content.key}">
<header>
<p class="organisation"><strong>${name}</strong>${place}</p>
${numbers !== '' && html`<p class="organisation">${numbers}</p>`}
${approvalHtml(content, options, language)}
<h1>${content.title}</h1>
${content.subtitle !== undefined && html`<p class="subtitle">${content.subtitle}</p>`}
${factsHtml([...content.head, ...clocks(content.basis, options)])}
</header>
<main>
${content.body}
</main>
<footer>
${signaturesHtml(options.signatures ?? content.signatures, language, content.seal ?? false)}
${basisHtml(content.basis, form, options)}
</footer>
</body>
</html>
`;
  return page.toString();
}

/** Makes a list of terms and values; lines without a value are left out. */
export function factsHtml(lines: readonly HeadLine[]): Html {
  const said = lines.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="facts">
${said.map(
  ([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>
`,
)}</dl>`;
}

/** By which order the form was approved, in which version, or that it was not. R2 §2.1. */
function approvalHtml(
  { form }: Pick<PageContent, 'form'>,
  { approvedBy, form: version }: PageOptions,
  language: Language,
): Html | null {
  const say = words(language);
  if (approvedBy !== undefined) {
    const { order, date } = approvedBy;
    return approvalLine(say('formApproved', order, shortDate(date)));
  }
  if (form === undefined) return null;
  if (form === null) return approvalLine(say('formNotApproved'));
  const { kind = null, number = null, date = null } = form.ground ?? {};
  const shown = version ?? form.version;
  return kind !== 'order' || number === null || date === null
    ? approvalLine(say('formVersionInForce', shown, shortDate(form.from)))
    : approvalLine(say('formVersionApproved', shown, number, shortDate(date)));
}

const approvalLine = (text: string): Html => html`<p class="approval">${text}</p>`;

/** Both clocks: the day for which the page is read, and when the last record was entered. */
function clocks({ on, recordedAt }: PageBasis, options: PageOptions): readonly HeadLine[] {
  const language = options.language ?? 'ru';
  const say = words(language);
  return [
    [say('asOf'), on === null ? say('asOfAll') : longDate(on, language)],
    [say('knownAt'), recordedAt === null ? null : printedInstant(recordedAt, options.timeZone)],
  ];
}

function basisHtml(basis: PageBasis, form: string, options: PageOptions): Html {
  const say = words(options.language ?? 'ru');
  const last = lastOf(basis);
  const at = basis.recordedAt;
  return html`<div class="basis" data-last="${last}" data-known-at="${at}" data-on="${basis.on}"
 data-digest="${basis.digest}">
<p>${say('lastRecord')}: <code>${last}</code>${
    at !== null && html`; ${say('knownAt')}: <time datetime="${at}">${at}</time>`
  }; ${say('digest')}: <code>${basis.digest ?? '–'}</code>; ${say('form')}: ${form}.</p>
</div>`;
}

function lastOf({ last }: PageBasis): string {
  return last ?? '–';
}

/** The beginning of the digest, to tell two printouts apart at a glance; the foot has the whole. */
function short({ digest }: PageBasis): string {
  if (digest === null) return '–';
  return digest.length > 16 ? `${digest.slice(0, 16)}…` : digest;
}
