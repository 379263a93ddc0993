import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { daysBetween, isLocalDate } from '../../../values/local-date.ts';
import type {
  disclosureEntryAnnulled,
  disclosureEvents,
  publicationEntryAnnulled,
} from './events.ts';

/*
 * Stream: `<org>.disclosure-<id>`. One case of disclosure: an application with its answer,
 * information given in the course of study, or a publication. D16.
 */

/** Any event in the stream of a disclosure. */
export type DisclosureEvent = EventOf<(typeof disclosureEvents)[number]>;

type DisclosureAnnulment = EventOf<
  typeof disclosureEntryAnnulled | typeof publicationEntryAnnulled
>;

/** An entry of a disclosure, which may be annulled. */
export type DisclosureEntry = Exclude<DisclosureEvent, DisclosureAnnulment>;

/** Who asked for the information or got it. */
export interface Recipient {
  readonly kind: string;
  readonly representative: string | null;
}

/** The basis on which the recipient may have the information. */
export interface DisclosureBasis {
  readonly by: string;
  readonly consent: string | null;
  readonly norm: string | null;
}

/** An application or a demand, with its answer. */
export interface Application {
  readonly learner: string;
  /** The application as a paper, where it was entered with one. */
  readonly paper: Ground | null;
  readonly applicant: Recipient;
  readonly way: string;
  readonly purpose: string;
  readonly deadline: string | null;
  readonly receivedOn: string;
  /** Last day for the answer as first set; `putOff` has the later one. */
  readonly firstDueOn: string;
  putOff: { readonly on: string; readonly dueOn: string } | null;
  granted: { readonly on: string; readonly basis: DisclosureBasis } | null;
  refusedOn: string | null;
  givenOn: string | null;
}

/** Published results: whose, from which day, and which were withdrawn. */
export interface Publication {
  readonly on: string;
  /** Learner → first day on which their results are no longer shown, or null. */
  readonly learners: Map<string, string | null>;
}

/** What the entries of a disclosure that count amount to. */
export interface DisclosureFacts {
  /** Null while no entry counts. */
  id: string | null;
  application: Application | null;
  publication: Publication | null;
}

/** A disclosure, as of the events folded so far. */
export type DisclosureState = DisclosureFacts & WithEntries<DisclosureEntry>;

/** How the entries of a disclosure that count, in the order of their days, make its state. */
export const disclosureFacts: EntryFold<DisclosureFacts, DisclosureEntry> = {
  kind: 'disclosure',
  initial: () => ({ id: null, application: null, publication: null }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    state.id = event.data.disclosure;
    switch (event.type) {
      case 'DisclosureAsked': {
        const { learner, applicant, way, purpose, deadline, dueOn: firstDueOn } = event.data;
        const paper = event.ground?.kind === 'application' ? event.ground : null;
        const asked = { learner, paper, applicant, way, purpose, deadline };
        const unanswered = { putOff: null, granted: null, refusedOn: null, givenOn: null };
        state.application = { ...asked, receivedOn: on, firstDueOn, ...unanswered };
        return;
      }
      case 'ResultsPublished': {
        const learners = event.data.learners.map(({ learner }) => [learner, null] as const);
        state.publication = { on, learners: new Map(learners) };
        return;
      }
      case 'PublicationWithdrawn':
        for (const learner of event.data.learners) state.publication?.learners.set(learner, on);
        return;
      default:
        if (state.application !== null) applyAnswer(state.application, event);
    }
  },
};

/** Folds the events of a disclosure into its state. */
export const disclosureFold: Fold<DisclosureState, DisclosureEvent> = foldEntries<
  DisclosureFacts,
  DisclosureEntry,
  DisclosureAnnulment
>(disclosureFacts, { type: 'DisclosureEntryAnnulled' }, { type: 'PublicationEntryAnnulled' });

type AnswerEvent = Exclude<
  DisclosureEntry,
  { type: 'DisclosureAsked' | 'ResultsPublished' | 'PublicationWithdrawn' }
>;

function applyAnswer(application: Application, event: AnswerEvent): void {
  const { occurredOn: on } = event;
  if (event.type === 'AnswerPutOff') application.putOff = { on, dueOn: event.data.dueOn };
  if (event.type === 'DisclosureGranted') application.granted = { on, basis: event.data.basis };
  if (event.type === 'DisclosureRefused') application.refusedOn = on;
  if (event.type === 'InformationGiven') application.givenOn = on;
}

/**
 * The entries that the entries before them do not carry: an answer without an open application,
 * information given without a grant or twice, a withdrawal of what is not published. D16.
 */
export function unfitEntries(state: DisclosureState): readonly DisclosureEntry[] {
  const before = disclosureFacts.initial();
  return entriesInForce(state).filter((entry) => {
    const fits = isCarried(before, entry);
    disclosureFacts.evolve(before, entry);
    return !fits;
  });
}

function isCarried({ application, publication }: DisclosureFacts, entry: DisclosureEntry): boolean {
  switch (entry.type) {
    case 'DisclosureAsked':
    case 'ResultsPublished':
      return true;
    case 'PublicationWithdrawn':
      return entry.data.learners.every((learner) => publication?.learners.get(learner) === null);
    case 'InformationGiven':
      if (entry.data.way === 'in-study') return true;
      return application !== null && application.granted !== null && application.givenOn === null;
    default:
      if (application === null || application.granted !== null) return false;
      if (application.refusedOn !== null) return false;
      return entry.type !== 'AnswerPutOff' || application.putOff === null;
  }
}

/** The status of an application on a day. */
export interface ApplicationStanding {
  readonly state: 'not-received' | 'waiting' | 'granted' | 'refused' | 'given';
  /** Last day for the answer as known on the day; null before the application was received. */
  readonly dueOn: string | null;
  /** By how many calendar days the answer is or was late; 0 where it is not. */
  readonly overdueDays: number;
}

/**
 * The status of an application on a day. A refusal or the giving of the information is the answer;
 * an application that is only granted is still unanswered. `overdueDays` counts a late answer. D16.
 * @example
 * applicationOn(state, '2026-12-20').overdueDays; // => 5
 */
export function applicationOn({ application }: DisclosureState, on: string): ApplicationStanding {
  if (application === null || on < application.receivedOn) {
    return { state: 'not-received', dueOn: null, overdueDays: 0 };
  }
  const { putOff, granted, refusedOn, givenOn, firstDueOn } = application;
  const dueOn = putOff !== null && putOff.on <= on ? putOff.dueOn : firstDueOn;
  const by = (day: string | null): boolean => day !== null && day <= on;
  const answered = by(refusedOn) ? refusedOn : givenOn;
  const overdueDays = daysLate(dueOn, by(answered) ? answered : on);
  if (by(refusedOn)) return { state: 'refused', dueOn, overdueDays };
  if (by(givenOn)) return { state: 'given', dueOn, overdueDays };
  return { state: by(granted?.on ?? null) ? 'granted' : 'waiting', dueOn, overdueDays };
}

function daysLate(due: string, on: string | null): number {
  return isLocalDate(due) && isLocalDate(on) ? Math.max(0, daysBetween(due, on)) : 0;
}

/** The learners whose results a publication shows on a day. */
export function shownOn({ publication }: DisclosureState, on: string): readonly string[] {
  if (publication === null || on < publication.on) return [];
  return [...publication.learners].flatMap(([learner, withdrawnOn]) =>
    withdrawnOn === null || on < withdrawnOn ? [learner] : [],
  );
}
