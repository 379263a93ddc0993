import * as z from 'zod';
import type { EventType } from '../../../../kernel/event-type.ts';
import { eventType } from '../../../../kernel/event-type.ts';
import type { DraftEvent } from '../../../../kernel/event.ts';
import type { LocalisedText } from '../../../../kernel/refusal.ts';
import type { Field, Fields, InputShape, Named, StoredShape } from './field.ts';
import { object } from './field.ts';

/** The rules of a section with these fields. */
export type RulesOf<F extends Fields> = z.output<StoredShape<F>>;

/** Titles of codes, by list (`offices`) and then by code. */
export type TitleLists = Readonly<Record<string, Readonly<Record<string, LocalisedText>>>>;

/** The data of an event that sets a section's rules. */
export interface RulesFact<Rules> {
  /** Number of the edition that the rules belong to. */
  readonly edition: number;
  readonly rules: Rules;
}

/** What a section is declared with. */
interface SectionDeclaration<Name, Type, F extends Fields, Others, Titles> {
  readonly name: Name;
  /** Name of the event type that sets its rules. */
  readonly event: Type;
  readonly fields: F;
  /** Values where not regulated, for fields whose general default would not be valid. */
  readonly unregulated?: Partial<NoInfer<RulesOf<F>>>;
  /** Its contradictions, in itself or with the other sections that `Others` lists. */
  disagreements?(rules: RulesOf<F>, others: Others): readonly LocalisedText[];
  /** The titles of its codes. */
  titles?(rules: RulesOf<F>): Titles;
}

/** A section of the regulation: its schemas, event type, default and checks. */
export interface Section<
  Name extends string,
  Type extends string,
  F extends Fields,
  Others,
  Titles,
  Default,
> {
  readonly name: Name;
  /** The event type that sets its rules in an edition. */
  readonly event: EventType<Type, RulesFact<RulesOf<F>>>;
  /** Schema of the rules as stored. */
  readonly stored: StoredShape<F>;
  /** Schema of the rules as `adopt` and `amend` take them, with limits. */
  readonly input: InputShape<F>;
  /** The rules of a preset whose regulation is silent; null: each preset must state them. */
  readonly default: Default;
  /**
   * The rules of an edition that is older than the section: nothing is described, nobody is
   * entitled, nothing is required. They are never the default.
   */
  readonly unregulated: RulesOf<F>;
  // Methods, not properties, so that those of all sections can be called with a whole rule book.
  /** The offices and kinds of assessment that it refers to, and ids that occur twice in a list. */
  named(book: Readonly<Record<Name, RulesOf<F>>>): readonly Named[];
  /** Its contradictions, in itself or with other sections. */
  disagreements(book: Readonly<Record<Name, RulesOf<F>>> & Others): readonly LocalisedText[];
  /** The titles of its codes. */
  titles(book: Readonly<Record<Name, RulesOf<F>>>): Titles | Record<never, never>;
  /** Drafts the event that sets its rules in an edition; `occurredOn` is the first day in force. */
  draft(
    book: Readonly<Record<Name, RulesOf<F>>>,
    edition: number,
    occurredOn: string,
  ): DraftEvent<Type, RulesFact<RulesOf<F>>>;
}

/**
 * Declares a section of the regulation with a default. From its fields are made the stored schema,
 * the input schema of `adopt` and `amend`, the event type, and the rules of an edition that is
 * older than the section.
 *
 * @example
 * export const excursions = section({
 *   name: 'excursions',
 *   event: 'ExcursionRulesSet',
 *   fields: { orderRequired: yesNo, leaderOffices: offices() },
 *   default: { orderRequired: true, leaderOffices: ['teacher'] },
 * });
 */
export function section<
  const Name extends string,
  const Type extends string,
  F extends Fields,
  Others = unknown,
  Titles extends TitleLists = Record<never, never>,
>(
  declared: SectionDeclaration<Name, Type, F, Others, Titles> & {
    readonly default: NoInfer<RulesOf<F>>;
  },
): Section<Name, Type, F, Others, Titles, RulesOf<F>>;

/** Declares a section without a default: every preset must state its rules. */
export function section<
  const Name extends string,
  const Type extends string,
  F extends Fields,
  Others = unknown,
  Titles extends TitleLists = Record<never, never>,
>(
  declared: SectionDeclaration<Name, Type, F, Others, Titles>,
): Section<Name, Type, F, Others, Titles, null>;

/** Declares a section; its default is null if none is given. */
export function section<
  Name extends string,
  Type extends string,
  F extends Fields,
  Others,
  Titles extends TitleLists,
>(
  declared: SectionDeclaration<Name, Type, F, Others, Titles> & { readonly default?: RulesOf<F> },
): Section<Name, Type, F, Others, Titles, RulesOf<F> | null> {
  const { name, fields, unregulated } = declared;
  const whole = object(fields);
  return {
    name,
    stored: whole.stored,
    input: whole.input,
    event: versionedEventType(declared.event, whole),
    default: declared.default ?? null,
    unregulated: { ...whole.unregulated, ...unregulated },
    named: (book) => whole.named(book[name], name),
    disagreements: (book) => declared.disagreements?.(book[name], book) ?? [],
    titles: (book) => declared.titles?.(book[name]) ?? {},
    draft: (book, edition, occurredOn) => ({
      type: declared.event,
      occurredOn,
      refs: {},
      data: { edition, rules: book[name] },
    }),
  };
}

/** The event type, with a version for each step in which fields were added (`since`). */
function versionedEventType<Type extends string, F extends Fields>(
  type: Type,
  whole: Field<StoredShape<F>, InputShape<F>>,
): EventType<Type, RulesFact<RulesOf<F>>> {
  const newest = rulesFact(whole.stored);
  if (whole.newestVersion === 1) return eventType(type, newest);
  let older: EventType<Type, RulesFact<unknown>> = eventType(
    type,
    rulesFact(whole.storedInVersion(1)),
  );
  for (let version = 2; version < whole.newestVersion; version += 1) {
    older = older.next(rulesFact(whole.storedInVersion(version)), ({ edition, rules }) => ({
      edition,
      rules: whole.upcast(rules, version),
    }));
  }
  return older.next(newest, ({ edition, rules }) => ({
    edition,
    rules: whole.stored.parse(whole.upcast(rules, whole.newestVersion)),
  }));
}

const rulesFact = <S extends z.ZodType>(rules: S) => z.strictObject({ edition: z.number(), rules });
