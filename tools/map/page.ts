import { dirname, relative } from 'node:path/posix';
import type { Declared, DeclaredMethod, DeclaredRefusal, Sources } from '../sources/sources.ts';
import { questions } from './questions.ts';

const CORE = 'packages/core/src/';

/** A command of the services, by the name that an application calls it by. */
export interface Called {
  /** `school.debts.raise`. */
  readonly call: string;
  readonly command: string;
}

/** What the sources declare, read once. */
interface Found {
  readonly folders: readonly string[];
  readonly streams: ReadonlyMap<string, string>;
  readonly events: readonly Declared[];
  readonly refusals: readonly DeclaredRefusal[];
  readonly methods: readonly DeclaredMethod[];
  readonly called: readonly Called[];
}

/** The page `docs/map.md`: which file answers which question. */
export function mapPage(sources: Sources, called: readonly Called[]): string {
  const found: Found = {
    folders: aggregatesOf(sources),
    streams: sources.streams(),
    events: sources.events(),
    refusals: sources.refusals(),
    methods: sources.methods(),
    called,
  };
  return [
    TOP,
    ...questions.map(({ asks, files }) => {
      const answers = files.map(([path, finds]) => `- ${link(path)}: ${finds}`);
      return `**${asks}**\n\n${answers.join('\n')}\n`;
    }),
    WHERE,
    `## Sections of the regulation\n\n${sectionTable(sources)}`,
    `## Views and reports\n\n${VIEWS}`,
    `${table('view', sources.views())}\n${table('report', sources.reports())}`,
    `## Aggregates\n\n${AGGREGATES}`,
    ...found.folders.map((folder) => aggregate(folder, found)),
    `## What several aggregates share\n\n${shared(found)}`,
  ].join('\n');
}

const TOP = `# Which file?

Made by \`pnpm map\` from the sources; a test compares this page with them. Search it for a
name that is in no question below: every event, command, method and refusal code is in it.

## Questions
`;

const WHERE = `## Where things are

| what | file |
|---|---|
| the stored shape of an event | \`packages/core/src/<shelf>/<aggregate>/facts/events.ts\` |
| what the events of a stream amount to | \`facts/state.ts\` |
| what others may ask | \`facts/questions.ts\`, \`facts/reading.ts\` |
| what a command takes | \`commands.ts\` |
| what it is decided by | \`decide.ts\`, \`decide-<what>.ts\` |
| what the decision reads from elsewhere | \`context.ts\` |
| why it says no | \`refusals.ts\`, \`facts/unknown.ts\` |
| the method that is called | \`service.ts\` |
| its tests | \`tests/domain/<aggregate>/\` |
`;

const AGGREGATES = `A shelf is a folder of aggregates: rules, people, study, merit, papers,
keeping. The method is called on what \`letopis(…).as(…)\` gives, here \`school\`.
`;

const VIEWS = `A view is a fold of events by key; a report reads views as of a moment and makes
data of them.
`;

const SHELVES = ['rules', 'people', 'study', 'merit', 'papers', 'keeping'];

/** The folders of aggregates, and of their parts: those with facts, commands or refusals. */
function aggregatesOf(sources: Sources): readonly string[] {
  const folders = SHELVES.flatMap((shelf) =>
    sources.paths.filter((path) => path.startsWith(`${CORE}${shelf}/`)),
  ).filter((path) => !/\/(?:presets|sections)\//.test(path));
  // An aggregate stands before its parts.
  return [...new Set(folders.map(folderOf))].toSorted(
    (a, b) => SHELVES.indexOf(shelfOf(a)) - SHELVES.indexOf(shelfOf(b)) || (a < b ? -1 : 1),
  );
}

const shelfOf = (folder: string): string => folder.slice(CORE.length).split('/')[0] ?? '';

const folderOf = (path: string): string => dirname(path).replace(/\/facts$/, '');

function sectionTable(sources: Sources): string {
  const rows = sources
    .sections()
    .map(({ name, event, file }) => `| \`${name}\` | ${link(file)} | \`${event}\` |`);
  return ['| section | file | event |', '|---|---|---|', ...rows, ''].join('\n');
}

function aggregate(folder: string, { streams, events, refusals, methods, called }: Found): string {
  const inside = ({ file }: Pick<Declared, 'file'>): boolean => folderOf(file) === folder;
  const kind = streams.get(folder);
  const own = methods.filter(inside);
  const from = `${folder}/`;
  return [
    `### ${folder.slice(CORE.length)}\n`,
    ...(kind === undefined ? [] : [`Stream \`<organisation>.${kind}-<key>\`.\n`]),
    ...lists('Events', events.filter(inside), ({ name }) => name, from),
    ...lists('Refusals', refusals.filter(inside), ({ code }) => code, from),
    ...(own.length === 0 ? [] : [methodTable(own, called, from)]),
  ].join('\n');
}

/** One line for each file: what of a kind it declares. */
function lists<T extends Pick<Declared, 'file'>>(
  title: string,
  declared: readonly T[],
  name: (one: T) => string,
  from = CORE,
): readonly string[] {
  return [...Map.groupBy(declared, ({ file }) => file)].map(([file, own]) => {
    const names = own.map((one) => `\`${name(one)}\``).join(', ');
    return `${title} in ${link(file, from)}: ${names}.\n`;
  });
}

function methodTable(
  methods: readonly DeclaredMethod[],
  called: readonly Called[],
  from: string,
): string {
  const rows = methods.map(({ name, command, file, decides }) => {
    const calls = called.filter((one) => one.command === command).map(({ call }) => `\`${call}\``);
    // What no application calls is called by the processes.
    const by = calls.length > 0 ? calls.join(', ') : `\`${name}\`, by a process`;
    return `| ${by} | \`${command}\` | ${link(decides?.file ?? file, from)} |`;
  });
  return ['| method | command | decided in |', '|---|---|---|', ...rows, ''].join('\n');
}

function shared({ events, refusals, folders }: Found): string {
  const others = ({ file }: Pick<Declared, 'file'>): boolean =>
    !folders.includes(folderOf(file)) && !file.includes('/sections/');
  return [
    ...lists('Events', events.filter(others), ({ name }) => name),
    ...lists('Refusals', refusals.filter(others), ({ code }) => code),
  ].join('\n');
}

function table(what: string, declared: readonly Declared[]): string {
  const rows = declared.map(({ name, file }) => `| \`${name}\` | ${link(file, 'packages/')} |`);
  return [`| ${what} | file |`, '|---|---|', ...rows, ''].join('\n');
}

/** A link from the map to a file, shown without the path that everybody knows by then. */
function link(path: string, known = CORE): string {
  const shown = path.startsWith(known) ? path.slice(known.length) : path.replace(CORE, '');
  return `[${shown}](${relative('docs', path)})`;
}
