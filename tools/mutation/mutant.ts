/** A place in a file as Stryker reports it: lines and columns from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The report of Stryker, as far as it is read here (mutation-testing-report-schema). */
export interface Report {
  readonly files: Readonly<Record<string, ReportFile>>;
}

interface ReportFile {
  readonly source: string;
  readonly mutants: readonly {
    readonly status: string;
    readonly replacement?: string;
    readonly location: { readonly start: Place; readonly end: Place };
  }[];
}

/** One change of the sources that no test noticed. */
export interface Survivor {
  readonly file: string;
  /** The line on which the change begins, without its indent. */
  readonly line: string;
  /** The changed code and what stood there instead, each in one line. */
  readonly original: string;
  readonly replacement: string;
}

/** How many changes were tried in a part of the sources, and how many were noticed. */
export interface Score {
  readonly noticed: number;
  readonly survivors: readonly Survivor[];
}

/** Share of noticed changes in percent; a part without changes has all of them noticed. */
export function percent({ noticed, survivors }: Score): number {
  const all = noticed + survivors.length;
  return all === 0 ? 100 : (noticed / all) * 100;
}

const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** Reads what a run came to. A change that does not compile counts neither way. */
export function scoreOf(report: Report): Score {
  let noticed = 0;
  const survivors: Survivor[] = [];
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split('\n');
    for (const { status, replacement = '', location } of mutants) {
      if (NOTICED.includes(status)) noticed += 1;
      if (!MISSED.includes(status)) continue;
      const line = (lines[location.start.line - 1] ?? '').trim();
      const original = codeAt(lines, location.start, location.end);
      survivors.push({ file, line, original, replacement: oneLine(replacement) });
    }
  }
  return { noticed, survivors };
}

function codeAt(lines: readonly string[], start: Place, end: Place): string {
  const some = lines.slice(start.line - 1, end.line);
  const last = some.length - 1;
  const cut = some.map((line, index) =>
    line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
  );
  return oneLine(cut.join('\n'));
}

/** Code in one line of at most 80 characters, with ' …' where it goes on. */
function oneLine(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 78).trimEnd()} …` : line;
}
