import type * as z from 'zod';
import type { LocalisedText } from '../../../kernel/refusal.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { text } from '../../../values/shape.ts';
import { shortText } from '../../../values/text.ts';
import * as field from './kit/field.ts';

/*
 * Parts of the section `documents`: kinds of document, the registers (books) that their lines stand
 * in, and how registration numbers run. D15.
 */

const TOKENS = /^(?:[^{}]|\{index\}|\{year\}|\{yy\}|\{n(?::[1-9])?\})+$/;

const ONE_NUMBER = /\{n(?::[1-9])?\}/g;

/** How a registration number is written: known tokens only, and the number exactly once. */
const numberFormat = shortText(64).refine(
  (format) => TOKENS.test(format) && [...format.matchAll(ONE_NUMBER)].length === 1,
  {
    error: ({ input }) =>
      complaint(
        `${shown(input)}: допустимы {index}, {year}, {yy} и один раз {n} или {n:4}`,
        `${shown(input)}: it may hold {index}, {year}, {yy}, and once {n} or {n:4}`,
      ),
  },
);

/** A register of documents: R1 §4.2.6 (issued documents), R1 §4.2.7 (certificates of study). */
export const registerFields = field.object({
  ...field.titled,
  /**
   * What its numbers run through: this `register`, or the whole `organisation` together with every
   * other register that says so.
   */
  scope: field.oneOf(['register', 'organisation']),
  /** When its numbers begin again: with each calendar `year`, or `never`. */
  reset: field.oneOf(['year', 'never']),
  /** The number of the first line of a series; more than 1 where an older book is continued. */
  firstNumber: field.integer(1, 1_000_000_000),
  /** Index of the register, `У`; null: none. */
  index: field.orNull(field.textUpTo(16)),
  /**
   * How a registration number is written: `{index}`, `{year}`, `{yy}`, `{n}`, or `{n:4}` for four
   * digits at least. `{index}-{n:4}/{yy}` gives `У-0012/27`.
   */
  format: field.custom(text, numberFormat, ''),
  /** Is a line refused that is dated before the latest of its series? */
  chronological: field.yesNo,
  /** Media that it is kept in: `paper`, `electronic`, or both (R1 §4.3, §4/5.3.1). */
  media: field.list(field.oneOfAsText(['paper', 'electronic']), { min: 1, max: 2 }),
});

/** A kind of document. R1 §4/5.7, R5 §4.7, R5 §4.10. */
export const documentKindFields = field.object({
  ...field.titled,
  /** Register of its lines; null: the organisation does not issue it. */
  register: field.orNull(field.id),
  /** Register of the lines of its duplicates; null: the same one. */
  duplicateRegister: field.orNull(field.id),
  /** Register in which one that came from elsewhere is entered (R5 §4.7); null: none is taken. */
  receivedRegister: field.orNull(field.id),
  /** Kind of accountable blank that it is printed on; null: plain paper. */
  blank: field.orNull(field.id),
  /** A completed enrollment, any enrollment of the learner's, or nothing. */
  demands: field.oneOf(['completion', 'enrollment', 'nothing']),
  /** Categories of programme type that it is issued for; empty: any. */
  categories: field.ids(),
  /** Do the marks stand in the document and in its register line (R5 §4.10)? */
  marksInLine: field.yesNo,
  /** Kinds of assessment whose marks those are. */
  markKinds: field.ids(),
  /** Kinds of paper that it may rest on (`order`, `protocol`); empty: any, or none. */
  groundKinds: field.ids(),
  /** Offices that sign it. */
  signerOffices: field.offices(),
});

/** A kind of document. D15. */
export type DocumentKind = z.infer<typeof documentKindFields.stored>;

/** A register of documents. D15. */
export type RegisterRules = z.infer<typeof registerFields.stored>;

/** A document on plain paper, of no marks, that the head signs: most of what a preset describes. */
export const plainDocument: Omit<DocumentKind, 'id' | 'title' | 'register' | 'demands'> = {
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  categories: [],
  marksInLine: false,
  markKinds: [],
  groundKinds: [],
  signerOffices: ['head'],
};

/** A book whose numbers begin again each year, `У-0012/27`, in the order of days. */
export function yearlyRegister(
  id: string,
  index: string,
  media: string[],
  title: RegisterRules['title'],
): RegisterRules {
  return {
    id,
    title,
    scope: 'register',
    reset: 'year',
    firstNumber: 1,
    index,
    format: '{index}-{n:4}/{yy}',
    chronological: true,
    media,
  };
}

/** The series of all registers whose numbers run through the organisation as a whole. */
export const ORGANISATION_SERIES = 'organisation';

/** What the kinds name of the section: registers, blanks. */
interface Described {
  readonly kinds: readonly DocumentKind[];
  readonly registers: readonly RegisterRules[];
  readonly blanks: readonly { readonly id: string }[];
}

/**
 * What of the kinds does not fit: every register, blank and kind of assessment that is named is
 * described, a kind that shows marks says which, and each kind can be issued or received.
 */
export function kindDisagreements(
  { kinds, registers, blanks }: Described,
  assessed: ReadonlySet<string>,
): readonly LocalisedText[] {
  const registerIds = new Set(registers.map((one) => one.id));
  const blankIds = new Set(blanks.map((one) => one.id));
  const found: LocalisedText[] = [];
  for (const one of kinds) {
    const named = [one.register, one.duplicateRegister, one.receivedRegister];
    for (const id of new Set(named)) {
      if (id === null || registerIds.has(id)) continue;
      found.push({
        ru: `документ «${one.id}»: реестр «${id}» не описан`,
        en: `document ${one.id}: register ${id} is not described`,
      });
    }
    if (one.register === null && one.receivedRegister === null) {
      found.push({
        ru: `документ «${one.id}» не выдаётся и не принимается: назовите реестр`,
        en: `document ${one.id} is neither issued nor received: name a register`,
      });
    }
    if (one.blank !== null && !blankIds.has(one.blank)) {
      found.push({
        ru: `документ «${one.id}»: бланк «${one.blank}» не описан`,
        en: `document ${one.id}: blank ${one.blank} is not described`,
      });
    }
    if (one.marksInLine && one.markKinds.length === 0) {
      found.push({
        ru: `документ «${one.id}»: не названо, какие оценки в него вносят (markKinds)`,
        en: `document ${one.id}: say which marks go into it (markKinds)`,
      });
    }
    for (const id of one.markKinds.filter((each) => !assessed.has(each))) {
      found.push({
        ru: `документ «${one.id}»: вид контроля «${id}» не описан`,
        en: `document ${one.id}: kind of assessment ${id} is not described`,
      });
    }
  }
  return found;
}

/** What of the registers does not fit: numbers of one series begin again together. */
export function seriesDisagreements(registers: readonly RegisterRules[]): readonly LocalisedText[] {
  const found: LocalisedText[] = [];
  for (const { id } of registers) {
    if (id !== ORGANISATION_SERIES) continue;
    found.push({
      ru: `реестр не может называться «${id}»: так зовётся сквозная нумерация`,
      en: `a register may not be called ${id}: so the series of the organisation is called`,
    });
  }
  const shared = registers.filter(({ scope }) => scope === 'organisation');
  const [first] = shared;
  for (const one of shared) {
    const { reset, firstNumber } = one;
    if (reset === first?.reset && firstNumber === first.firstNumber) continue;
    found.push({
      ru: `реестры «${first?.id}» и «${one.id}» нумеруются сквозь: reset и firstNumber у них одни`,
      en: `${first?.id} and ${one.id} share one series: give both one reset and firstNumber`,
    });
  }
  return found;
}
