import type { ActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { signAs } from '../../acting/signer.ts';
import type { DraftEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { passportOn, relatedOrganisation } from '../../rules/organisation/facts/questions.ts';
import type {
  OrganisationState,
  RelatedOrganisation,
} from '../../rules/organisation/facts/state.ts';
import { actOutOfOrder, refuseIfBefore, refuseIfReversed } from '../../values/day-order.ts';
import { carrierUnknown } from '../carrier/facts/unknown.ts';
import { unannulledEntry } from './decide-life.ts';
import type { OldLine, RegisterEntry } from './facts/entry-state.ts';
import { documentLinked, documentTakenOver } from './facts/old-book-events.ts';
import { oldBookKey, seriesName } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import type { LinkDocument, TakeOverDocuments } from './old-book-commands.ts';
import {
  documentLinkedAlready,
  documentNotOfBook,
  issuerMissing,
  oldLineTaken,
  predecessorUnknown,
} from './old-book-refusals.ts';
import { documentKindUnknown } from './refusals.ts';

/*
 * Lines of old books and of a predecessor's: taken over without a study, and found to name a
 * learner. RK §4 situation 8.
 */

/** What taking lines over reads from other streams. */
export interface TakeOverContext extends ActContext {
  readonly organisation: OrganisationState;
}

/** What linking a line reads from other streams. */
export interface DocumentLinkContext extends ActDay {
  readonly learnerState: LearnerState;
}

/**
 * Decides `take-over-documents`: all lines or none, each place in the book once, signed by whoever
 * corrects registers. Refuses `carrier-unknown`, `predecessor-unknown`, `document-kind-unknown`,
 * `act-out-of-order` for a document of a later day or before the birth, `period-reversed`,
 * `issuer-missing` and `old-line-taken`.
 */
export function decideTakeOverDocuments(
  state: RegisterState,
  input: TakeOverDocuments,
  context: TakeOverContext,
): Decision {
  const { on, edition, official, organisation } = context;
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  const { carrier, signer: person, office } = input;
  if (!carriers.includes(carrier)) return carrierUnknown({ carrier, carriers });
  const predecessor = predecessorNamed(organisation, input.predecessor);
  if (isRefusal(predecessor)) return predecessor;
  const signer = signAs(official, { person, office, on }, edition.documents.correctionOffices);
  if (isRefusal(signer)) return signer;
  const places = placesIn(state);
  const drafts: DraftEvent[] = [];
  for (const given of input.lines) {
    const old = oldLine(input, given, predecessor, context);
    if (isRefusal(old)) return old;
    const number = (state.lastNumber ?? 0) + drafts.length + 1;
    const document = `${seriesName(oldBookKey(input.book))}.${number}`;
    const taken = places.get(placeOf(old));
    if (taken !== undefined) return oldLineTaken({ ...old, document: taken });
    places.set(placeOf(old), document);
    const { series, number: own, issuedOn, qualification, hours, from, until, subject } = given;
    const data = {
      document,
      book: input.book,
      kind: given.kind,
      number,
      paper: { blank: null, series, number: own },
      content: { issuedOn, qualification, hours, from, until, subject },
      marks: given.marks,
      old,
      name: known(given.name),
      ...(given.birthDate === undefined ? {} : { birthDate: known(given.birthDate) }),
      signer,
      edition: edition.edition,
    };
    const refs = { document: [document], official: [person] };
    drafts.push(documentTakenOver.draft({ occurredOn: on, refs, data }));
  }
  return drafts;
}

type GivenLine = TakeOverDocuments['lines'][number];

/** What a line says of its place in the book and of its issuer. */
function oldLine(
  { carrier, title: bookTitle, volume, archive, issuer }: TakeOverDocuments,
  { kind, title, page, line, registrationNumber, programme, ...days }: GivenLine,
  predecessor: RelatedOrganisation | null,
  { on, edition, organisation }: TakeOverContext,
): OldLine | Refusal {
  const { issuedOn, from, until, birthDate = issuedOn } = days;
  const kinds = edition.documents.kinds.map(({ id }) => id);
  if (!kinds.includes(kind)) return documentKindUnknown({ kind, kinds, act: 'take-over' });
  if (issuedOn > on) return actOutOfOrder({ on, after: issuedOn });
  if (birthDate > issuedOn) return actOutOfOrder({ on: issuedOn, after: birthDate });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  const named = issuer ?? predecessor?.fullName ?? passportOn(organisation, issuedOn).fullName;
  if (named === null) return issuerMissing({ issuedOn });
  return {
    carrier,
    bookTitle,
    volume,
    page,
    line,
    archive: archive ?? predecessor?.archive ?? null,
    predecessor: predecessor?.related ?? null,
    issuer: named,
    title,
    registrationNumber,
    programme,
  };
}

/** The predecessor that is named; null: none is. Refuses `predecessor-unknown`. RK 1.15. */
export function predecessorNamed(
  organisation: OrganisationState,
  predecessor: string | null,
): RelatedOrganisation | null | Refusal {
  if (predecessor === null) return null;
  const found = relatedOrganisation(organisation, predecessor);
  if (found?.relation === 'predecessor') return found;
  const all = organisation.related.filter(({ relation }) => relation === 'predecessor');
  return predecessorUnknown({ predecessor, predecessors: all.map(({ related }) => related) });
}

/** Where a line stands: its number on the page, or its registration number where it has none. */
export const placeOf = ({ volume, page, line, registrationNumber }: OldLine): string =>
  JSON.stringify([volume, page, line, line === null ? registrationNumber : null]);

/** The valid lines of a book by their places in it. */
export function placesIn({ entries }: Pick<RegisterState, 'entries'>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { old, annulledOn, document } of entries.values()) {
    if (old !== null && annulledOn === null) found.set(placeOf(old), document);
  }
  return found;
}

/**
 * Decides `link-document`: a line names one learner. Refuses `document-unknown`,
 * `document-annulled`, `document-not-of-book`, `document-linked-already`, `learner-unknown`, and
 * `act-out-of-order` before the line was taken over.
 */
export function decideLinkDocument(
  state: RegisterState,
  { document, learner }: LinkDocument,
  { on, edition, learnerState }: DocumentLinkContext,
): Decision {
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (entry.old === null) return documentNotOfBook({ document });
  if (entry.linkedTo !== null) return documentLinkedAlready({ document, learner: entry.linkedTo });
  const link = linkOf(entry, learner, { edition, learnerState });
  if (isRefusal(link)) return link;
  const early = refuseIfBefore(on, entry.on);
  return early ?? [documentLinked.draft({ occurredOn: on, ...link })];
}

/** Data and refs of a link. Refuses `learner-unknown`. */
export function linkOf(
  { document, refs }: Pick<RegisterEntry, 'document' | 'refs'>,
  learner: string,
  { edition, learnerState }: Pick<DocumentLinkContext, 'edition' | 'learnerState'>,
) {
  if (!learnerState.registered) return learnerUnknown({ learner });
  return {
    refs: { ...refs, learner: [learner] },
    data: { document, learner, edition: edition.edition },
  };
}
