import type { Html } from './kit/html.ts';
import { html } from './kit/html.ts';
import type { PageOptions } from './kit/options.ts';
import { pageStyle } from './kit/style.ts';
import { words } from './words/words.ts';

/** A page in the list of pages. */
export interface ListedPage {
  /** Path relative to the list: `journal-m-1.html`. */
  readonly path: string;
  readonly title: string;
  /** A sentence about its content. */
  readonly description?: string;
}

/** Pages of one kind under a heading. */
export interface PageGroup {
  readonly heading: string;
  readonly pages: readonly ListedPage[];
}

/** The content of the list of pages. */
export interface PageIndex {
  readonly title: string;
  /** A few sentences above the list. */
  readonly intro?: readonly string[];
  readonly groups: readonly PageGroup[];
}

/**
 * Makes the list of pages that were written, with a sentence about each. Links are always relative,
 * whatever the path is: a path with a scheme is treated as a file name.
 *
 * @example
 * indexHtml(
 *   { title: 'Всё', groups: [{ heading: 'Журналы', pages: [{ path: 'j.html', title: 'Ж' }] }] },
 *   { organisation: { name: 'Академия' } },
 * ).includes('href="./j.html"'); // => true
 */
export function indexHtml(
  { title, intro = [], groups }: PageIndex,
  options: Pick<PageOptions, 'language' | 'organisation'>,
): string {
  const language = options.language ?? 'ru';
  const say = words(language);
  const { name, place } = options.organisation;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
${pageStyle('portrait', { mark: title, sheet: say('sheet'), of: say('sheetOf') })}
</head>
<body class="portrait" data-form="index">
<header>
<p class="organisation"><strong>${name}</strong>${place}</p>
<h1>${title}</h1>
${intro.map((text) => html`<p>${text}</p>`)}
</header>
<main>
${groups.map(groupHtml)}
</main>
</body>
</html>
`;
  return page.toString();
}

/** A list with more pages than this is set in columns. */
const MANY = 30;

function groupHtml({ heading, pages }: PageGroup): Html {
  return html`<section>
<h2>${heading}</h2>
<ul class="${pages.length > MANY ? 'pages many' : 'pages'}">
${pages.map(
  ({ path, title, description }) => html`<li><a href="${hrefOf(path)}">${title}</a>${
    description !== undefined && html`<br><span class="quiet">${description}</span>`
  }</li>
`,
)}</ul>
</section>
`;
}

/** Always relative: `./` in front keeps a colon from starting a scheme. */
function hrefOf(path: string): string {
  return `./${path
    .replace(/^[./\\]+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}
