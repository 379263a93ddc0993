import { foldEvents } from '../../../kernel/fold.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { DebtRules } from './debt-questions.ts';
import type { EnrollmentEvent, EnrollmentState } from './state.ts';
import { enrollmentFold } from './state.ts';

/** A fact of an enrollment's stream, as a view keeps it: without its command, refs and names. */
export interface EnrollmentFactSeen {
  /** Event id. */
  readonly event: string;
  readonly type: string;
  readonly on: string;
  readonly stream: string;
  readonly revision: number;
  /** Plain string order is log order. */
  readonly position: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly data: object;
}

/** The rules of a learner's study: the programme as planned, and whole editions. */
export interface StudyRules extends DebtRules {
  /** The edition in force on a day; null: none. */
  readonly editionOn: (on: string) => Edition | null;
}

/** An enrollment as its decisions see it, known from the facts that views keep. */
export interface StudySeen {
  readonly enrollment: string;
  /** The groups that any step names, those of annulled steps too. */
  readonly groups: ReadonlySet<string>;
  /** Event id of the last annulment of a step; null: none was annulled. */
  readonly annulment: string | null;
  readonly state: EnrollmentState;
  readonly rules: StudyRules;
}

/**
 * Makes of an enrollment's facts what its decisions see, so that a report asks the questions that a
 * command asks. Facts about retakes and pauses may be left out: no question of whether facts
 * contradict each other depends on them.
 */
export function studySeen(
  enrollment: string,
  facts: Iterable<EnrollmentFactSeen>,
  rules: StudyRules,
): StudySeen {
  const ordered = [...facts].toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const events = ordered.map(eventOf);
  const groups = events.flatMap(({ data }) => [
    ...('group' in data ? [data.group] : []),
    ...('toGroup' in data ? [data.toGroup ?? []].flat() : []),
  ]);
  return {
    enrollment,
    groups: new Set(groups),
    annulment: ordered.findLast(({ type }) => type === 'EnrollmentEntryAnnulled')?.event ?? null,
    state: foldEvents(enrollmentFold, events),
    rules,
  };
}

/** The event of a fact, without what the fold does not ask. */
function eventOf({ event: id, on, data, ...seen }: EnrollmentFactSeen): EnrollmentEvent {
  const { type, stream, revision, position, recordedAt, actor } = seen;
  const place = { id, type, stream, revision, position, occurredOn: on, recordedAt, actor };
  const unasked = {
    schemaVersion: 0,
    onBehalfOf: null,
    ground: null,
    commandId: '',
    commandDigest: '',
    causationId: null,
    refs: {},
  };
  return { ...unasked, ...place, data } as EnrollmentEvent;
}
