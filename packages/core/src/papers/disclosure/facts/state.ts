import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { daysBetween, isLocalDate } from '../../../values/local-date.ts';
import type { disclosureEvents } from './events.ts';

/*
 * Stream: `<org>.disclosure-<id>`. One case of giving out information: an application with its
 * answer, something told in the course of study, or a publication. D16.
 */

/** Any event in the stream of a disclosure. */
export type DisclosureEvent = EventOf<(typeof disclosureEvents)[number]>;

/** Who asked or was told. */
export interface Recipient {
  readonly kind: string;
  readonly representative: string | null;
}

/** What opened the information. */
export interface DisclosureBasis {
  readonly by: string;
  readonly consent: string | null;
  readonly norm: string | null;
}

/** An application or a demand, with all that came of it. */
export interface Application {
  readonly learner: string;
  readonly applicant: Recipient;
  readonly way: string;
  readonly purpose: string;
  readonly deadline: string | null;
  readonly receivedOn: string;
  /** Last day of answering as first set, and as put off. */
  readonly firstDueOn: string;
  putOff: { readonly on: string; readonly dueOn: string } | null;
  granted: { readonly on: string; readonly basis: DisclosureBasis } | null;
  refusedOn: string | null;
  givenOn: string | null;
}

/** Published results: of whom, since when, and who was taken down when. */
export interface Publication {
  readonly on: string;
  /** Learner → first day on which they are no longer shown; null: they are. */
  readonly learners: Map<string, string | null>;
}

/** What the events of a disclosure amount to. */
export interface DisclosureState {
  /** Null: there is no such case yet. */
  id: string | null;
  application: Application | null;
  publication: Publication | null;
  /** Day of the latest step. */
  lastOn: string;
}

/** Folds the events of a disclosure into its state. */
export const disclosureFold: Fold<DisclosureState, DisclosureEvent> = {
  kind: 'disclosure',
  initial: () => ({ id: null, application: null, publication: null, lastOn: '' }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    state.id = event.data.disclosure;
    if (on > state.lastOn) state.lastOn = on;
    switch (event.type) {
      case 'DisclosureAsked': {
        const { learner, applicant, way, purpose, deadline, dueOn: firstDueOn } = event.data;
        const asked = { learner, applicant, way, purpose, deadline, receivedOn: on, firstDueOn };
        const unanswered = { putOff: null, granted: null, refusedOn: null, givenOn: null };
        state.application = { ...asked, ...unanswered };
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

type AnswerEvent = Exclude<
  DisclosureEvent,
  { type: 'DisclosureAsked' | 'ResultsPublished' | 'PublicationWithdrawn' }
>;

function applyAnswer(application: Application, event: AnswerEvent): void {
  const { occurredOn: on } = event;
  if (event.type === 'AnswerPutOff') application.putOff = { on, dueOn: event.data.dueOn };
  if (event.type === 'DisclosureGranted') application.granted = { on, basis: event.data.basis };
  if (event.type === 'DisclosureRefused') application.refusedOn = on;
  if (event.type === 'InformationGiven') application.givenOn = on;
}

/** Where an application stands on a day. */
export interface ApplicationStanding {
  readonly state: 'not-received' | 'waiting' | 'granted' | 'refused' | 'given';
  /** Last day of answering, as it stood on the day; null: it had not come in. */
  readonly dueOn: string | null;
  /** By how many calendar days it is, or was, late; 0: it is not. */
  readonly overdueDays: number;
}

/**
 * Where an application stands on a day. It is answered when it is refused or when the information
 * is given; granted alone it still waits. An overdue one tells by how many days. D16.
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

/** Learners whose results a publication shows on a day. */
export function shownOn({ publication }: DisclosureState, on: string): readonly string[] {
  if (publication === null || on < publication.on) return [];
  return [...publication.learners].flatMap(([learner, withdrawnOn]) =>
    withdrawnOn === null || on < withdrawnOn ? [learner] : [],
  );
}
