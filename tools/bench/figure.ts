/** One measured figure beside its raw limit in the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** The raw limit: the same bytes written to the same keys by hand; null where there is none. */
  readonly raw: number | null;
  readonly ratio: number | null;
  /** The goal as text, `≥ 0.8`; null where the figure is only measured. */
  readonly goal: string | null;
  readonly met: boolean | null;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Makes a figure; `ratio` is ours ÷ raw unless it is given. */
export function figure(
  name: string,
  unit: string,
  ours: number,
  raw: number | null,
  goal: string | null,
  ratio: number | null = raw === null ? null : ours / raw,
): Figure {
  const shown = ratio === null ? null : rounded(ratio);
  const measured = ratio ?? ours;
  const met = goal === null ? null : meets(measured, goal);
  return {
    name,
    unit,
    ours: rounded(ours),
    raw: raw === null ? null : rounded(raw),
    ratio: shown,
    goal,
    met,
  };
}

/** Does a value meet a goal such as `≥ 0.8`, `≤ 1.2` or `≤ 20 ms`? The first limit counts. */
export function meets(value: number, goal: string): boolean {
  const [, sign, limit] = /(≥|≤)\s*(\d+(?:\.\d+)?)/.exec(goal) ?? [];
  if (sign === undefined) throw new Error(`no goal that can be checked: ${goal}`);
  return sign === '≥' ? value >= Number(limit) : value <= Number(limit);
}

const number = (value: number | null): string =>
  value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: 3 });

/** The figures as a table for the screen. */
export function table(figures: readonly Figure[]): string {
  const head = ['figure', 'ours', 'raw', 'ratio', 'goal', 'met', 'unit'];
  const rows = figures.map((f) => [
    f.name,
    number(f.ours),
    number(f.raw),
    number(f.ratio),
    f.goal ?? '–',
    f.met === null ? '–' : f.met ? 'yes' : 'NO',
    f.unit,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === 6 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}
