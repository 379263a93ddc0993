import { type Citation, citationsIn } from './citation.ts';

/** A clause of one of the five regulations that binds the software. */
export interface Clause {
  /**
   * Regulation and number as printed: `R2 §2.3`. Where one number has several rules, each after the
   * first has a word: `R3 §1.4 (final)`. One entry may span numbers: `R4 §2.2.1-2.2.5`.
   */
  readonly clause: string;
  /** What it requires, in our own words. */
  readonly binds: string;
  /** Capabilities (D…) and projections (P…) of the domain that answer it. */
  readonly by: readonly string[];
}

/** One of the five regulations. */
export interface Regulation {
  /** `R1` to `R5`. */
  readonly name: string;
  /** The kind of organisation whose regulation it is. */
  readonly of: string;
  /** Clauses that bind, in the order in which they are printed. */
  readonly clauses: readonly Clause[];
  /** Numbers of the clauses that define or explain and bind nothing. */
  readonly others: readonly string[];
}

/**
 * The clauses that a citation names: one by its number, all from one number to another as printed,
 * and one that has a word by that word only. A chapter can begin and end a span, as in `R1
 * §5.1-5.4`; alone it names no clause, because it would say nothing about each of them.
 */
export function cited({ clauses }: Regulation, citation: Citation): readonly Clause[] {
  const { from, to, word } = citation;
  const numbered = (bound: string) => clauses.filter((one) => spans(one).includes(bound));
  if (from === to) return numbered(from).filter((one) => wordOf(one) === word);
  const ends = (bound: string) => {
    const exact = numbered(bound);
    return exact.length > 0 ? exact : clauses.filter((one) => isIn(one, bound));
  };
  const [first, last] = [ends(from)[0], ends(to).at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = clauses.slice(clauses.indexOf(first), clauses.indexOf(last) + 1);
  return span.filter((one) => wordOf(one) === word);
}

/** Is there such a number, among the clauses that bind or the others, or such a chapter? */
export function isPrinted({ clauses, others }: Regulation, { from, word }: Citation): boolean {
  if (word !== null) return false;
  return clauses.some((one) => isIn(one, from)) || others.some((one) => isUnder(one, from));
}

const isIn = (clause: Clause, chapter: string): boolean =>
  spans(clause).some((number) => isUnder(number, chapter));

const isUnder = (number: string, chapter: string): boolean =>
  number === chapter || number.startsWith(`${chapter}.`);

const wordOf = ({ clause }: Clause): string | null => citationsIn(clause)[0]?.word ?? null;

/**
 * All numbers that an entry covers: `2.2.1` to `2.2.5` for a span, and numbers in its text,
 * `(4.5.1)`.
 */
function spans({ clause, binds }: Clause): readonly string[] {
  return citationsIn(clause).flatMap(({ from, to }) => {
    const [chapter, first, last] = [from.replace(/\d+$/, ''), tail(from), tail(to)];
    const inside = from.startsWith('4/') ? '4/' : '';
    const retold = [...binds.matchAll(/\((\d+(?:\.\d+){2})\)/g)].map(([, one]) => inside + one);
    if (from === to) return [from, ...retold];
    return Array.from({ length: last - first + 1 }, (_, index) => `${chapter}${first + index}`);
  });
}

const tail = (number: string): number => Number(/\d+$/.exec(number)?.[0]);
