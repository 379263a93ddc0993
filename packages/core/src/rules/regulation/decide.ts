import type * as z from 'zod';
import { refuseUnlessOrder } from '../../acting/order.ts';
import type { Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { LocalisedText } from '../../kernel/refusal.ts';
import type {
  adoptRegulation,
  amendRegulation,
  publishRegulation,
  repealRegulation,
} from './commands.ts';
import { disagreements } from './decide-agreement.ts';
import { editionAdopted, regulationPublished, regulationRepealed } from './facts/events.ts';
import { editionOn, lastEdition } from './facts/questions.ts';
import type { RegulationState } from './facts/state.ts';
import { regulationMissing } from './facts/unknown.ts';
import { editionNotLater, regulationAdopted, rulesDisagree } from './refusals.ts';
import type { RuleBook, SectionName } from './sections/all.ts';
import { SECTIONS, regulationSections, unregulated } from './sections/all.ts';

type AdoptInput = z.output<typeof adoptRegulation.schema>;

type AmendInput = z.output<typeof amendRegulation.schema>;

/** The part of a command that decides whether an order is its ground. */
interface FromSender {
  readonly sender: Pick<Sender, 'ground'>;
}

/**
 * Decides `adopt-regulation`. It is allowed once, and again after a repeal; the rules must not
 * contradict each other.
 */
export function decideAdopt(state: RegulationState, input: AdoptInput): Decision {
  const last = lastEdition(state);
  if (last !== undefined) {
    const { edition, repealedFrom: standing } = last;
    if (standing === null) return regulationAdopted({ edition });
    if (input.from < standing) return editionNotLater({ from: input.from, standing });
  }
  return newEdition(state, { ...input, change: 'first' }, input.title, input, SECTIONS);
}

/**
 * Decides `amend-regulation`. The new edition must be dated after the last one, which must not have
 * been repealed and may require an order; the new rules must not contradict each other.
 */
export function decideAmend(
  state: RegulationState,
  input: AmendInput,
  _context: unknown,
  { sender }: FromSender,
): Decision {
  const last = lastEdition(state);
  const { from } = input;
  if (last === undefined) return regulationMissing({ on: from });
  if (from <= last.from) return editionNotLater({ from, standing: last.from });
  if (last.repealedFrom !== null) {
    // Before a repeal that lies ahead the edition cannot change; after it there is none to amend.
    const beforeRepeal = from < last.repealedFrom;
    const standing = last.repealedFrom;
    return beforeRepeal ? editionNotLater({ from, standing }) : regulationMissing({ on: from });
  }
  const before: RuleBook = { ...unregulated, ...last.rules };
  const no = refuseUnlessOrder('amend-regulation', before.general.orderFor, sender.ground);
  if (no !== null) return no;
  const changed = SECTIONS.filter((name) => input.sections[name] !== undefined);
  const sections = Object.fromEntries(changed.map((name) => [name, input.sections[name]]));
  return newEdition(state, input, input.title ?? last.title, { ...before, ...sections }, changed);
}

/** Decides `publish-regulation`: an edition must be in force on that day. */
export function decidePublish(
  state: RegulationState,
  input: z.output<typeof publishRegulation.schema>,
): Decision {
  const edition = editionOn(state, input.on);
  if (edition === null) return regulationMissing({ on: input.on });
  const data = { edition: edition.edition, place: input.place };
  return [regulationPublished.draft({ occurredOn: input.on, refs: {}, data })];
}

/** Decides `repeal-regulation`. The edition in force may require an order. R1 §8.2. */
export function decideRepeal(
  state: RegulationState,
  input: z.output<typeof repealRegulation.schema>,
  _context: unknown,
  { sender }: FromSender,
): Decision {
  const last = lastEdition(state);
  if (last === undefined || last.repealedFrom !== null) return regulationMissing({ on: input.on });
  if (input.on <= last.from) return editionNotLater({ from: input.on, standing: last.from });
  const { general }: RuleBook = { ...unregulated, ...last.rules };
  const no = refuseUnlessOrder('repeal-regulation', general.orderFor, sender.ground);
  if (no !== null) return no;
  const data = { edition: last.edition };
  return [regulationRepealed.draft({ occurredOn: input.on, refs: {}, data })];
}

/** The events of a new edition: its adoption, then the rules of each section in `written`. */
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
