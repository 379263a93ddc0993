import { type Citation, citationsIn } from './citation.ts';

/** A clause of one of the five regulations that binds the software. */
export interface Clause {
  /**
   * Regulation and number as printed: `R2 §2.3`. Of several rules under one number those after the
   * first have a word each: `R3 §1.4 (final)`; one entry may span numbers: `R4 §2.2.1-2.2.5`.
   */
  readonly clause: string;
  /** What it asks for, retold. */
  readonly binds: string;
  /** Capabilities (D…) and projections (P…) of the domain that answer it. */
  readonly by: readonly string[];
}

/** One of the five regulations. */
export interface Regulation {
  /** `R1` to `R5`. */
  readonly name: string;
  /** Whose it is. */
  readonly of: string;
  /** Clauses that bind, in the order of printing. */
  readonly clauses: readonly Clause[];
  /** Numbers of the clauses that define or explain and bind nothing. */
  readonly others: readonly string[];
}

/**
 * The clauses that a citation names: one by its number, all from one number to another as printed,
 * and one that has a word by that word alone. A chapter names none: it would say nothing of each.
 */
export function cited({ clauses }: Regulation, citation: Citation): readonly Clause[] {
  const { from, to, word } = citation;
  const at = (bound: string): readonly number[] =>
    clauses.flatMap((clause, index) =>
      spans(clause).some((one) => (from === to ? one === bound : isUnder(one, bound)))
        ? [index]
        : [],
    );
  const [first, last] = [at(from)[0], at(to).at(-1)];
  if (first === undefined || last === undefined) return [];
  return clauses.slice(first, last + 1).filter((clause) => wordOf(clause) === word);
}

/** Is there such a number, among the clauses that bind or the others, or such a chapter? */
export function isPrinted({ clauses, others }: Regulation, { from, word }: Citation): boolean {
  const numbers = [...clauses.flatMap(spans), ...others];
  return word === null && numbers.some((one) => isUnder(one, from));
}

const isUnder = (number: string, bound: string): boolean =>
  number === bound || number.startsWith(`${bound}.`);

const wordOf = ({ clause }: Clause): string | null => citationsIn(clause)[0]?.word ?? null;

/** Every number that a clause stands for: all of `2.2.1-2.2.5`. */
function spans({ clause }: Clause): readonly string[] {
  return citationsIn(clause).flatMap(({ from, to }) => {
    const [chapter, first, last] = [from.replace(/\d+$/, ''), tail(from), tail(to)];
    if (from === to) return [from];
    return Array.from({ length: last - first + 1 }, (_, index) => `${chapter}${first + index}`);
  });
}

const tail = (number: string): number => Number(/\d+$/.exec(number)?.[0]);
