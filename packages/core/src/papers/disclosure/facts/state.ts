import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { daysBetween, isLocalDate } from '../../../values/local-date.ts';
import type { disclosureEvents } from './events.ts';

/*
 * Stream: `<org>.disclosure-<id>`. One case of disclosure: an application with its answer,
 * information given in the course of study, or a publication. D16.
 */

/** Any event in the stream of a disclosure. */
export type DisclosureEvent = EventOf<(typeof disclosureEvents)[number]>;

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

/** What the events of a disclosure amount to. */
export interface DisclosureState {
  /** Null while the stream is empty. */
  id: string | null;
  application: Application | null;
  publication: Publication | null;
  /** Day of the latest event. */
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
