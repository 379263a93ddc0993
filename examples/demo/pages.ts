import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStore } from '@letopis/core';
import { compareNames } from '@letopis/core';
import type { PageGroup, PageOptions } from '@letopis/forms';
import {
  correctionsHtml,
  indexHtml,
  journalHtml,
  personalFileHtml,
  selfEvaluationHtml,
} from '@letopis/forms';
import type { ViewReader, Views } from '@letopis/projections';
import {
  correctionsReport,
  journalPage,
  openReader,
  organisationHead,
  personalFileReport,
  selfEvaluationReport,
  withDigest,
} from '@letopis/projections';
import { ARCHIVIST, HEAD } from './people.ts';
import type { Year } from './year.ts';
import { ORGANISATION, TIME_ZONE } from './year.ts';

/** Writes the pages of the simulated year; returns their number. */
export async function writePages(
  folder: string,
  store: EventStore,
  views: Views,
  year: Year,
): Promise<number> {
  const reader = await openReader(views, { atLeast: await store.head() });
  // What stands at the head of every page is what the organisation's passport says.
  const organisation = (await organisationHead(reader)) ?? { name: ORGANISATION };
  const write = pageWriter(folder, store, { organisation, timeZone: TIME_ZONE });
  const groups: readonly PageGroup[] = [
    { heading: 'Журналы учёта занятий', pages: await journals(reader, write, year) },
    { heading: 'Личные дела', pages: await personalFiles(reader, write, year) },
    { heading: 'Самообследование', pages: await selfEvaluations(reader, write) },
    { heading: 'Исправления', pages: await corrections(reader, write) },
  ];
  const intro = [
    'Учебный год, сыгранный по положению R2. Имена, даты и оценки вымышлены.',
    'Положение R2 молчит о поощрениях: их виды и порядок взяты по умолчанию библиотеки.',
  ];
  const title = 'Учёт результатов освоения программ, 2025/2026 учебный год';
  const index = indexHtml({ title, intro, groups }, { organisation });
  await writeFile(join(folder, 'index.html'), index);
  return groups.reduce((sum, { pages }) => sum + pages.length, 1);
}

type Write = (
  path: string,
  page: (digest: Digest, options: PageOptions) => string,
) => Promise<void>;
type Digest = (text: string) => string;
type Listed = PageGroup['pages'];

function pageWriter(folder: string, store: EventStore, options: PageOptions): Write {
  return async (path, page) => {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(
      file,
      page((text) => store.ports.hash(text, 'hex'), options),
    );
  };
}

const head = {
  role: 'Руководитель',
  position: 'директор',
  name: HEAD.name,
} as const;

async function journals(reader: ViewReader, write: Write, { groups }: Year): Promise<Listed> {
  const pages = [];
  for (const { id: group, programme } of groups) {
    for (const { id: module, title } of programme.modules) {
      const path = `journals/${group}-${module}.html`;
      const page = await journalPage(reader, { group, module });
      await write(path, (digest, options) => journalHtml(withDigest(page, digest), options));
      const description = `${programme.title}; исправлений: ${page.corrections.length}`;
      pages.push({ path, title: `${page.group.title ?? group}: ${title}`, description });
    }
  }
  return pages;
}

async function personalFiles(reader: ViewReader, write: Write, { groups }: Year): Promise<Listed> {
  const pages = [];
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  for (const { learner, group } of groups.flatMap(({ learners }) => learners)) {
    const path = `files/${learner}.html`;
    const page = await personalFileReport(reader, { learner });
    const keeper = { role: 'Архивариус', name: ARCHIVIST.name };
    await write(path, (digest, options) =>
      personalFileHtml(withDigest(page, digest), { ...options, signatures: [keeper] }),
    );
    const description = `Группа ${titles.get(group) ?? group}`;
    pages.push({ path, title: page.learner.text ?? learner, description });
  }
  return pages.toSorted((a, b) => compareNames(a.title, b.title));
}

async function selfEvaluations(reader: ViewReader, write: Write): Promise<Listed> {
  const pages = [];
  for (const year of ['2025', '2026']) {
    const path = `self-evaluation-${year}.html`;
    const page = await selfEvaluationReport(reader, { year });
    await write(path, (digest, options) =>
      selfEvaluationHtml(withDigest(page, digest), { ...options, signatures: [head] }),
    );
    const description = 'Показатели приложения № 6 к приказу № 1324';
    pages.push({ path, title: `Отчёт о самообследовании за ${year} год`, description });
  }
  return pages;
}

async function corrections(reader: ViewReader, write: Write): Promise<Listed> {
  const path = 'corrections.html';
  const page = await correctionsReport(reader, { from: '2025-09-01', until: '2026-08-31' });
  await write(path, (digest, options) => correctionsHtml(withDigest(page, digest), options));
  return [{ path, title: 'Реестр исправлений за учебный год', description: 'Было и стало' }];
}
