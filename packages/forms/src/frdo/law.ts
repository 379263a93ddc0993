import type { LawItem, LocalText } from '@letopis/core/values';
import type { WordingShown } from '@letopis/projections/reports';
import { mayPrintPlain } from '@letopis/projections/reports';
import type { FrdoColumn, FrdoTemplate } from './template.ts';

/**
 * The columns of a template as items of law, for `lawReport` and for confirming them: the wording
 * is the heading with all rules of the column, so that a confirmation covers a column as it is, and
 * no later version of it.
 *
 * @example
 * const { lines } = await lawReport(reader, { more: frdoLaw(frdoDpo) });
 */
export function frdoLaw(template: FrdoTemplate): readonly LawItem[] {
  return template.columns.map((one) => ({
    id: itemOf(template, one),
    source: template.source,
    wording: wordingOf(one),
    evidence: one.evidence ?? template.evidence,
  }));
}

const itemOf = ({ id, version }: FrdoTemplate, { key }: FrdoColumn): string =>
  `${id}/${version}/${key}`;

function wordingOf({ evidence: _evidence, key: _key, heading, ...rules }: FrdoColumn): string {
  return `${heading}: ${JSON.stringify(rules)}`;
}

/** A column that nobody has compared with the register's own file. */
export interface FrdoUnsettled {
  readonly column: string;
  readonly hint: LocalText;
}

const why = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

/**
 * The columns of a template that were not compared with the register's file, by the lines of
 * `lawReport`: what a file made with it rests on, told before it is loaded.
 *
 * @example
 * for (const { hint } of frdoUnsettled(frdoDpo, lines)) console.log(hint.ru);
 */
export function frdoUnsettled(
  template: FrdoTemplate,
  lines: readonly Pick<WordingShown, 'item' | 'standing' | 'evidence'>[],
): readonly FrdoUnsettled[] {
  const shown = new Map(lines.map((one) => [one.item, one]));
  return template.columns.flatMap((column) => {
    const line = shown.get(itemOf(template, column));
    if (line !== undefined && mayPrintPlain(line)) return [];
    const { heading } = column;
    const doubt = (line?.evidence ?? column.evidence ?? template.evidence).doubt;
    return [
      {
        column: column.key,
        hint: {
          ru: `«${heading}» не сверено с шаблоном системы${why(doubt?.ru)}`,
          en: `«${heading}» was not compared with the register's file${why(doubt?.en)}`,
        },
      },
    ];
  });
}
