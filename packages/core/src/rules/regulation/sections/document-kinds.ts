import type * as z from 'zod';
import type { LocalisedText } from '../../../kernel/refusal.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { text } from '../../../values/shape.ts';
import { shortText } from '../../../values/text.ts';
import * as field from './kit/field.ts';

/*
 * Parts of the section `documents`: kinds of document, the registers (books) in which they are
 * entered, and how registration numbers are formed. D15.
 */

const TOKENS = /^(?:[^{}]|\{index\}|\{year\}|\{yy\}|\{n(?::[1-9])?\})+$/;

const ONE_NUMBER = /\{n(?::[1-9])?\}/g;

/** A format of registration numbers: known placeholders only, and `{n}` exactly once. */
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

/**
 * The fields of a register of documents: R1 §4.2.6 (issued documents), R1 §4.2.7 (certificates of
 * study).
 */
export const registerFields = field.object({
  ...field.titled,
  /**
   * What its series of numbers covers: this `register`, or the whole `organisation`, that is all
   * registers with this scope.
   */
  scope: field.oneOf(['register', 'organisation']),
  /** When its series begins again: with each calendar `year`, or `never`. */
  reset: field.oneOf(['year', 'never']),
  /** The first number of a series; more than 1 where an older book is continued. */
  firstNumber: field.integer(1, 1_000_000_000),
  /** Index of the register, `У`; null: none. */
  index: field.orNull(field.textUpTo(16)),
  /**
   * Format of a registration number, with the placeholders `{index}`, `{year}`, `{yy}` and `{n}`,
   * or `{n:4}` for at least four digits. `{index}-{n:4}/{yy}` gives `У-0012/27`.
   */
  format: field.custom(text, numberFormat, ''),
  /** Whether an entry dated before the latest of its series is refused. */
  chronological: field.yesNo,
  /** Media of the register: `paper`, `electronic`, or both. R1 §4.3, §4/5.3.1. */
  media: field.list(field.oneOfAsText(['paper', 'electronic']), { min: 1, max: 2 }),
});

/**
 * A rule by which the marks of a document are made. Of a document's rules, a subject gets the first
 * that is for such subjects and finds a mark to show. RK 1.1.
 */
const markRuleFields = field.object({
  /**
   * The subjects that it is for: `any`; `examined`, those in which the learner has a result of the
   * state final attestation; `without-points`, those with marks that count in no mean (зачёт).
   */
  subjects: field.oneOf(['any', 'examined', 'without-points']),
  /**
   * How marks are made: `in-force` shows the result in force of every kind; `first` only those of
   * the first kind in the list that the subject has; `mean` makes one mark of all of them, rounded
   * half up to a mark of the scale.
   */
  method: field.oneOf(['in-force', 'first', 'mean']),
  /** Kinds of assessment, in the order in which they are shown. */
  kinds: field.assessmentKinds({ min: 1 }),
  /** Whether the results of the `latest` study year enter, or those of `all`. */
  studyYears: field.oneOf(['latest', 'all']),
});

/** The fields of a kind of document. R1 §4/5.7, R5 §4.7, R5 §4.10. */
export const documentKindFields = field.object({
  ...field.titled,
  /** Register in which it is entered; null: the organisation does not issue it. */
  register: field.orNull(field.id),
  /** Register in which its duplicates are entered; null: the same one. */
  duplicateRegister: field.orNull(field.id),
  /** Register of such documents from elsewhere (R5 §4.7); null: none are accepted. */
  receivedRegister: field.orNull(field.id),
  /** Kind of accountable blank on which it is printed; null: plain paper. */
  blank: field.orNull(field.id),
  /** What issuing requires: a completed enrollment, any enrollment of the learner, or nothing. */
  demands: field.oneOf(['completion', 'enrollment', 'nothing']),
  /** Categories of programme type for which it is issued; empty: any. */
  categories: field.ids(),
  /** Whether the document and its register entry contain the marks. R5 §4.10. */
  marksInLine: field.yesNo,
  /** Kinds of assessment whose marks they contain. */
  markKinds: field.ids(),
  /** How these marks are made; empty: the result in force of each kind is shown. RK 1.1. */
  markRules: field.since(2, field.list(markRuleFields, { max: 20 })),
  /**
   * What a failing mark does: `refuse` the document, `show` it, or, `by-demands`, refuse a document
   * of completion and show it on others. 273-FZ art. 60 part 12, RK 1.13.
   */
  failingMarks: field.since(2, field.oneOf(['by-demands', 'refuse', 'show'])),
  /** Whether it is issued with no mark at all, to who has none yet. */
  mayLackMarks: field.since(2, field.yesNo),
  /**
   * The kind that this one is issued instead of, such as an attestat where this is one with
   * distinction: only one original of all of them is issued; null: of none. RK 1.17.
   */
  variantOf: field.since(3, field.orNull(field.id)),
  /** Whether its marks may be `any`, or each is the `highest` of its scale. RK 1.17. */
  marksAtLeast: field.since(3, field.oneOf(['any', 'highest'])),
  /** Kinds of ground that it may have (`order`, `protocol`); empty: any, or none. */
  groundKinds: field.ids(),
  /** Offices that may sign it. */
  signerOffices: field.offices(),
});

/** A kind of document, as an edition describes it. D15. */
export type DocumentKind = z.infer<typeof documentKindFields.stored>;

/** A rule by which the marks of a document are made, as an edition describes it. RK 1.1. */
export type MarkRule = z.infer<typeof markRuleFields.stored>;

/** A register of documents, as an edition describes it. D15. */
export type RegisterRules = z.infer<typeof registerFields.stored>;

/** The usual properties of a document in presets: plain paper, no marks, signed by the head. */
export const plainDocument: Omit<DocumentKind, 'id' | 'title' | 'register' | 'demands'> = {
  duplicateRegister: null,
  receivedRegister: null,
  blank: null,
  categories: [],
  marksInLine: false,
  markKinds: [],
  markRules: [],
  failingMarks: 'by-demands',
  mayLackMarks: false,
  variantOf: null,
  marksAtLeast: 'any',
  groundKinds: [],
  signerOffices: ['head'],
};

/**
 * The marks of a certificate of study or an extract: the results in force, failing ones too, or
 * none where there are none yet. 273-FZ art. 60 part 12 (a certificate of study), RK 1.13.
 */
export const showsMarks = (
  ...markKinds: string[]
): Pick<DocumentKind, 'marksInLine' | 'markKinds' | 'failingMarks' | 'mayLackMarks'> => ({
  marksInLine: true,
  markKinds,
  failingMarks: 'show',
  mayLackMarks: true,
});

/** A register with a series of its own for each year, `У-0012/27`, in chronological order. */
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

/** Name of the series that all registers with the scope `organisation` share. */
export const ORGANISATION_SERIES = 'organisation';

/** The parts of the section that refer to one another. */
interface Described {
  readonly kinds: readonly DocumentKind[];
  readonly registers: readonly RegisterRules[];
  readonly blanks: readonly { readonly id: string }[];
}

/**
 * The contradictions among kinds of document. Every register, blank and kind of assessment that a
 * kind refers to must be described, a kind that contains marks must say which, its rules of marks
 * use only those, none is of diagnostics, which are for teachers only (R4 §4.2), a variant is of a
 * kind in the same register that is none itself, and each kind must be issued or received.
 */
export function kindDisagreements(
  { kinds, registers, blanks }: Described,
  assessed: readonly { readonly id: string; readonly diagnostic: boolean | null }[],
): readonly LocalisedText[] {
  const assessedIds = new Set(assessed.map(({ id }) => id));
  const forTeachers = assessed.filter(({ diagnostic }) => diagnostic === true);
  const diagnostic = new Set(forTeachers.map(({ id }) => id));
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
    for (const id of one.markKinds.filter((each) => !assessedIds.has(each))) {
      found.push({
        ru: `документ «${one.id}»: вид контроля «${id}» не описан`,
        en: `document ${one.id}: kind of assessment ${id} is not described`,
      });
    }
    for (const id of one.markKinds.filter((each) => diagnostic.has(each))) {
      found.push({
        ru: `документ «${one.id}»: диагностика «${id}» только для педагогов, уберите её`,
        en: `document ${one.id}: the diagnostics ${id} are for teachers only, take them out`,
      });
    }
    const plain = kinds.find(({ id }) => id === one.variantOf);
    if (one.variantOf !== null && (plain?.variantOf !== null || plain.register !== one.register)) {
      found.push({
        ru: `документ «${one.id}»: variantOf («${one.variantOf}») не вид того же реестра`,
        en: `document ${one.id}: variantOf (${one.variantOf}) is no kind of the same register`,
      });
    }
    const used = new Set(one.markRules.flatMap(({ kinds: all }) => all));
    for (const id of [...used].filter((each) => !one.markKinds.includes(each))) {
      found.push({
        ru: `документ «${one.id}»: вид контроля «${id}» есть в markRules: добавьте в markKinds`,
        en: `document ${one.id}: ${id} is in markRules: add it to markKinds`,
      });
    }
  }
  return found;
}

/** The contradictions among registers: those of one series must begin again together. */
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
