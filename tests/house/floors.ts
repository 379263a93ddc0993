import { dirname, join } from 'node:path/posix';
import type { Source } from './fences.ts';
import { importsOf } from './fences.ts';

/** A folder of a package that imports another folder of the same package, by value or by type. */
export type FolderImport = { from: string; to: string; file: string; target: string };

const CORE = 'packages/core/src/';
const SHELVES = ['rules', 'people', 'study', 'merit', 'papers', 'keeping'];

/** Every import between files of one package, with the folders of both files. */
export function folderImports(sources: readonly Source[]): FolderImport[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => join(dirname(source.path), from))
      .map((target) => ({
        from: dirname(source.path),
        to: dirname(target),
        file: source.path,
        target,
      })),
  );
}

/** The circles of folders: each as the list of folders that reach one another. */
export function folderCircles(imports: readonly FolderImport[]): string[][] {
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (from !== to) reached.set(from, (reached.get(from) ?? new Set()).add(to));
  }
  const reaches = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(reached.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(reached.get(next) ?? []));
    }
    return seen;
  };
  const all = new Map([...reached.keys()].map((folder) => [folder, reaches(folder)]));
  const circles = new Map<string, string[]>();
  for (const [folder, far] of all) {
    if (!far.has(folder)) continue;
    const circle = [...far].filter((other) => all.get(other)?.has(folder)).toSorted();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

/** The floors of core, the lowest first. A file imports from its own floor and from lower ones. */
const FLOORS: readonly (readonly [string, (path: string) => boolean])[] = [
  ['kernel', (path) => path.startsWith('kernel/')],
  ['values', (path) => path.startsWith('values/')],
  ['entry', (path) => path.startsWith('entry/')],
  ['record', (path) => path.startsWith('record/')],
  ['facts', (path) => /\/facts\/|^rules\/regulation\/sections\//.test(path)],
  ['acting', (path) => path.startsWith('acting/')],
  ['commands', (path) => SHELVES.some((shelf) => path.startsWith(`${shelf}/`))],
  ['processes', (path) => path.startsWith('processes/')],
  ['letopis', () => true],
];

const floorOf = (path: string): number =>
  FLOORS.findIndex(([, holds]) => holds(path.slice(CORE.length)));

/** The aggregate of a file above the facts: `study/enrollment` of `study/enrollment/debt/x.ts`. */
const aggregateOf = (path: string): string =>
  path.slice(CORE.length).split('/').slice(0, 2).join('/');

const isService = (path: string): boolean => /(^|[/-])service\.ts$/.test(path);

/** Where a file of core imports a higher floor, another aggregate's commands, or a service. */
export function floorBreaks(imports: readonly FolderImport[]): string[] {
  return imports
    .filter(({ file, target }) => file.startsWith(CORE) && target.startsWith(CORE))
    .filter(({ file }) => !file.startsWith(`${CORE}testing/`))
    .flatMap(({ file, target }) => {
      const [own, other] = [floorOf(file), floorOf(target)];
      const name = FLOORS[own]?.[0];
      const says = (why: string): string[] => [`${file} imports ${target}: ${why}`];
      if (other > own) return says(`${FLOORS[other]?.[0]} stand above ${name}`);
      if (name === 'commands' && other === own && aggregateOf(file) !== aggregateOf(target)) {
        return says('another aggregate is reached through its facts');
      }
      const mayUse = name === 'processes' || name === 'letopis' || file.endsWith('/index.ts');
      const sibling = aggregateOf(file) === aggregateOf(target);
      return isService(target) && !target.includes('/acting/') && !mayUse && !sibling
        ? says('only processes and letopis.ts use services')
        : [];
    });
}

/** The floors of the other packages: folders below `src`, the lowest first; '' is `src`. */
const PACKAGE_FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  projections: [['projection'], ['runtime', 'views'], ['access'], ['reports'], ['']],
  forms: [
    ['words'],
    ['kit'],
    ['tables', 'spreadsheets'],
    ['corrections', 'frdo', 'journal', 'law', 'personal-file', 'self-evaluation'],
    [''],
  ],
  ingest: [['table'], ['mapping'], ['run'], ['']],
};

/** Where a file of a package with floors imports a higher one, or another folder of its own. */
export function packageFloorBreaks(imports: readonly FolderImport[]): string[] {
  return imports.flatMap(({ file, target, from, to }) => {
    const [, name = '', folder = ''] = /^packages\/([^/]+)\/src\/?(.*)$/.exec(from) ?? [];
    const floors = PACKAGE_FLOORS[name];
    if (floors === undefined || from === to) return [];
    const floorOfFolder = (one: string): number => floors.findIndex((all) => all.includes(one));
    const [own, other] = [folder, to.slice(`packages/${name}/src/`.length)].map(floorOfFolder);
    if (own === undefined || other === undefined || own < 0 || other < 0) {
      return [`${file} imports ${target}: on no floor`];
    }
    return other < own ? [] : [`${file} imports ${target}: not below it`];
  });
}

const FACTS = /^(?:[a-z]+-)*(?:events|state|questions|reading|unknown)\.ts$/;
const ABOVE =
  /^(?:index|receipt|decide(?:-[a-z]+)*|(?:[a-z]+-)*(?:commands|refusals|context|service))\.ts$/;

/** Files of aggregates whose name is not one of the file names that all aggregates share. */
export function strangeNames(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path.startsWith(CORE))
    .filter((path) => SHELVES.includes(path.slice(CORE.length).split('/')[0] ?? ''))
    .filter((path) => !/\/(presets|sections)\//.test(path))
    .filter((path) => {
      const file = path.split('/').at(-1) ?? '';
      return !(path.includes('/facts/') ? FACTS : ABOVE).test(file);
    });
}
