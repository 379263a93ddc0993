import * as z from 'zod';
import { refuseUnlessOrder } from '../acting/order.ts';
import type { Sender } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { LocalisedText, Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { localText, shortText } from '../values/text.ts';
import { disagreements } from './agreement.ts';
import { editionAdopted, regulationPublished, regulationRepealed } from './events.ts';
import type { AdoptedEdition, Editions } from './questions.ts';
import { addEditionFact, editionOn } from './questions.ts';
import type { RegulationPreset } from './rules.ts';
import type { RuleBook, SectionName, RulesSet } from './sections.ts';
import { regulationSections, SECTIONS, sectionsGiven, unregulated } from './sections.ts';

/* Stream: `<org>.regulation-main`. Editions only; every command reads it. */

export type RegulationEvent = EventOf<
  typeof editionAdopted | RulesSet | typeof regulationPublished | typeof regulationRepealed
>;

/** All editions, oldest first, and which of them were published. */
export interface RegulationState extends Editions {
  /** Numbers of editions that were published. */
  readonly published: number[];
}

export const regulationDecider: Decider<RegulationState, RegulationEvent> = {
  kind: 'regulation',
  initial: () => ({ editions: [], published: [] }),
  evolve: (state, event) => {
    if (event.type === 'RegulationPublished') state.published.push(event.data.edition);
    else addEditionFact(state, event);
  },
};

/* Commands */

const provenance = {
  preset: shortText(64).nullable().default(null),
  considered: z
    .array(
      z.strictObject({ body: shortText(200), opinion: shortText(500).nullable(), on: localDate }),
    )
    .max(20)
    .default([]),
  approvedBy: z
    .strictObject({ person: identifier.nullable(), office: identifier, on: localDate })
    .nullable()
    .default(null),
};

/** Adopts the first edition: every section of the regulation goes into the log. */
export const adoptRegulation = command(
  'adopt-regulation',
  z.strictObject({
    title: localText,
    from: localDate,
    ...sectionsGiven,
    ...provenance,
  }),
);

/** Amends: a new edition from a day on; sections that are not given stay as they were. R2 §4.2. */
export const amendRegulation = command(
  'amend-regulation',
  z.strictObject({
    title: localText.optional(),
    from: localDate,
    change: z.enum(['edition', 'addition', 'annex']).default('edition'),
    ...provenance,
    sections: z
      .strictObject(sectionsGiven)
      .partial()
      .refine(
        (sections) => Object.values(sections).some((section) => section !== undefined),
        complaint('дайте хотя бы один новый раздел', 'give at least one new section'),
      ),
  }),
);

export const publishRegulation = command(
  'publish-regulation',
  z.strictObject({ on: localDate, place: shortText(200) }),
);

export const repealRegulation = command('repeal-regulation', z.strictObject({ on: localDate }));

/* Refusals */

export const regulationAdopted = refusal('regulation-adopted', (d: { edition: number }) => ({
  ru: `Положение уже принято (редакция ${d.edition}): внесите изменения новой редакцией`,
  en: `A regulation is adopted already (edition ${d.edition}): amend it by a new edition`,
}));

export const regulationMissing = refusal('regulation-missing', (d: { on: string }) => ({
  ru: `На ${d.on} не действует ни одна редакция положения: примите её с более ранней даты`,
  en: `No edition of the regulation is in force on ${d.on}: adopt one from an earlier day`,
}));

export const editionNotLater = refusal(
  'edition-not-later',
  (d: { from: string; standing: string }) => ({
    ru: `${d.from} не позже последней записи о положении (${d.standing}): дайте более позднюю дату`,
    en: `${d.from} is not later than the regulation's last fact (${d.standing}): give a later day`,
  }),
);

export const rulesDisagree = refusal(
  'rules-disagree',
  (d: { problems: readonly LocalisedText[] }) => ({
    ru: `Правила противоречат себе: ${d.problems.map((p) => p.ru).join('; ')}`,
    en: `The rules contradict themselves: ${d.problems.map((p) => p.en).join('; ')}`,
  }),
);

/* Decide */

type AdoptInput = z.output<typeof adoptRegulation.schema>;
type AmendInput = z.output<typeof amendRegulation.schema>;

export function decideAdopt(state: RegulationState, input: AdoptInput): Decision {
  const last = state.editions.at(-1);
  if (last !== undefined && last.repealedFrom === null) {
    return regulationAdopted({ edition: last.edition });
  }
  const repealed = last?.repealedFrom ?? null;
  if (repealed !== null && input.from < repealed) {
    return editionNotLater({ from: input.from, standing: repealed });
  }
  return newEdition(state, { ...input, change: 'first' }, input.title, input, SECTIONS);
}

/** Who sends a command that may need an order; where nobody is named, it rests on no paper. */
interface Sent {
  readonly sender: Pick<Sender, 'ground'>;
}
const WITHOUT_PAPER: Sent = { sender: { ground: null } };

/** Refuses `order-required` where the last edition asks for an order. R1 §8.2, R2 §4.2. */
function refuseUnlessByOrder(
  { rules: { general } }: AdoptedEdition,
  act: 'amend-regulation' | 'repeal-regulation',
  { ground }: Sent['sender'],
): Refusal | null {
  return refuseUnlessOrder(act, general?.orderFor ?? [], ground);
}

/** Decides `amend-regulation`: by an order where the edition that it changes asks for one. */
export function decideAmend(
  state: RegulationState,
  input: AmendInput,
  _context: unknown = null,
  { sender }: Sent = WITHOUT_PAPER,
): Decision {
  const last = state.editions.at(-1);
  const { from } = input;
  if (last === undefined) return regulationMissing({ on: from });
  if (from <= last.from) return editionNotLater({ from, standing: last.from });
  if (last.repealedFrom !== null) {
    // A repeal dated ahead stands: nothing is amended beside it.
    const ahead = from < last.repealedFrom;
    const standing = last.repealedFrom;
    return ahead ? editionNotLater({ from, standing }) : regulationMissing({ on: from });
  }
  const no = refuseUnlessByOrder(last, 'amend-regulation', sender);
  if (no !== null) return no;
  const changed = SECTIONS.filter((name) => input.sections[name] !== undefined);
  const sections = Object.fromEntries(changed.map((name) => [name, input.sections[name]]));
  const whole = { ...unregulated, ...last.rules, ...sections };
  return newEdition(state, input, input.title ?? last.title, whole, changed);
}

function newEdition(
  state: RegulationState,
  input: Pick<AdoptInput, 'from' | 'preset' | 'considered' | 'approvedBy'> & {
    readonly change: string;
  },
  title: LocalisedText,
  rules: RuleBook,
  written: readonly SectionName[],
): Decision {
  const problems = disagreements(rules);
  if (problems.length > 0) return rulesDisagree({ problems });
  const edition = (state.editions.at(-1)?.edition ?? 0) + 1;
  const { from: occurredOn, change, preset, considered, approvedBy } = input;
  const fact = { edition, title, change, preset, considered, approvedBy, sections: [...written] };
  return [
    editionAdopted.draft({ occurredOn, refs: {}, data: fact }),
    ...regulationSections
      .filter(({ name }) => written.includes(name))
      .map((section) => section.draft(rules, edition, occurredOn)),
  ];
}

export function decidePublish(
  state: RegulationState,
  input: z.output<typeof publishRegulation.schema>,
): Decision {
  const edition = editionOn(state, input.on);
  if (edition === null) return regulationMissing({ on: input.on });
  const data = { edition: edition.edition, place: input.place };
  return [regulationPublished.draft({ occurredOn: input.on, refs: {}, data })];
}

export function decideRepeal(
  state: RegulationState,
  input: z.output<typeof repealRegulation.schema>,
  _context: unknown = null,
  { sender }: Sent = WITHOUT_PAPER,
): Decision {
  const last = state.editions.at(-1);
  if (last === undefined || last.repealedFrom !== null) return regulationMissing({ on: input.on });
  if (input.on <= last.from) return editionNotLater({ from: input.on, standing: last.from });
  const no = refuseUnlessByOrder(last, 'repeal-regulation', sender);
  if (no !== null) return no;
  const data = { edition: last.edition };
  return [regulationRepealed.draft({ occurredOn: input.on, refs: {}, data })];
}

/** The input of `adopt` from a preset: its sections, the time zone, the first day in force. */
export function fromPreset(
  preset: RegulationPreset,
  given: { readonly timeZone: string; readonly from: string },
): z.input<typeof adoptRegulation.schema> {
  const { general, ...sections } = preset;
  return {
    ...(sections as Omit<RegulationPreset, 'general'>),
    general: { ...general, timeZone: given.timeZone },
    from: given.from,
  } as z.input<typeof adoptRegulation.schema>;
}
