import * as z from 'zod';
import type { EventType } from '../../../../kernel/event-type.ts';
import { eventType } from '../../../../kernel/event-type.ts';
import type { DraftEvent } from '../../../../kernel/event.ts';
import type { LocalisedText } from '../../../../kernel/refusal.ts';
import type { Field, Fields, InputShape, Named, StoredShape } from './field.ts';
import { object } from './field.ts';

/** The rules that some fields make. */
export type RulesOf<F extends Fields> = z.output<StoredShape<F>>;

/** Titles of codes: by what they are of, and then by code. */
export type TitleLists = Readonly<Record<string, Readonly<Record<string, LocalisedText>>>>;

/** What an event says that sets a section's rules. */
export interface RulesFact<Rules> {
  /** Number of the edition. */
  readonly edition: number;
  readonly rules: Rules;
}

/** A section of the regulation as it is declared. */
interface SectionDeclaration<Name, Type, F extends Fields, Others, Titles> {
  readonly name: Name;
  /** Name of its event type. */
  readonly event: Type;
  readonly fields: F;
  /** What an edition that lacks the section says of fields that need a value to be read at all. */
  readonly unregulated?: Partial<NoInfer<RulesOf<F>>>;
  /** What in it does not fit together, or not with other sections, which it names by type. */
  disagreements?(rules: RulesOf<F>, others: Others): readonly LocalisedText[];
  /** What its codes are called. */
  titles?(rules: RulesOf<F>): Titles;
}

/** A section of the regulation: all that the library knows of it. */
export interface Section<
  Name extends string,
  Type extends string,
  F extends Fields,
  Others,
  Titles,
  Default,
> {
  readonly name: Name;
  /** The event that sets its rules in an edition. */
  readonly event: EventType<Type, RulesFact<RulesOf<F>>>;
  readonly stored: StoredShape<F>;
  /** The section as `adopt` and `amend` take it. */
  readonly input: InputShape<F>;
  /** What a preset takes where its regulation is silent; null: each states its own. */
  readonly default: Default;
  /**
   * What an edition says that lacks the section because it is older: nothing is described, nobody
   * is entitled, nothing is asked for. It is never the default.
   */
  readonly unregulated: RulesOf<F>;
  // Methods, so that the methods of all sections can be called with a whole rule book.
  /** Offices and kinds that it names, and ids that stand twice. */
  named(book: Readonly<Record<Name, RulesOf<F>>>): readonly Named[];
  /** What in it does not fit together, or not with other sections. */
  disagreements(book: Readonly<Record<Name, RulesOf<F>>> & Others): readonly LocalisedText[];
  /** What its codes are called. */
  titles(book: Readonly<Record<Name, RulesOf<F>>>): Titles | Record<never, never>;
  /** The event that sets its rules in an edition. */
  draft(
    book: Readonly<Record<Name, RulesOf<F>>>,
    edition: number,
    occurredOn: string,
  ): DraftEvent<Type, RulesFact<RulesOf<F>>>;
}

/**
 * Declares a section of the regulation. From its fields come the stored shape, the input of `adopt`
 * and `amend`, the event type, and the rules of an edition that is older than the section.
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

export function section<
  const Name extends string,
  const Type extends string,
  F extends Fields,
  Others = unknown,
  Titles extends TitleLists = Record<never, never>,
>(
  declared: SectionDeclaration<Name, Type, F, Others, Titles>,
): Section<Name, Type, F, Others, Titles, null>;

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

/** The event type, with a version for each time that fields were added (`since`). */
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
