import type { WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { FormHeld } from './form-questions.ts';
import { formsEndedOn } from './form-questions.ts';
import type {
  studyEntryAnnulled,
  studyFormEnded,
  studyFormSet,
  yearDecided,
} from './study-events.ts';

/* How a learner studies: the part of an enrollment's state that can be annulled entry by entry. */

/** An entry about how a learner studies. */
export type StudyEntry = EventOf<typeof yearDecided | typeof studyFormSet | typeof studyFormEnded>;

/** An event of this part of the state. */
export type StudyEvent = StudyEntry | EventOf<typeof studyEntryAnnulled>;

/** A decision on a study year, with its event id and day. */
export type YearDecision = EventOf<typeof yearDecided>['data'] & {
  readonly event: string;
  readonly on: string;
};

/** What the entries that count amount to. */
interface OwnState {
  /** By study year; the latest decision that counts. */
  readonly years: Map<string, YearDecision>;
  /** All decisions that count, in the order of their days: a year may have a second one. */
  readonly decisions: YearDecision[];
  /** Study years that the learner repeats: their results no longer count. 273-FZ art. 58 part 9. */
  readonly yearsRepeated: Set<string>;
  /** In the order of their days. */
  readonly forms: FormHeld[];
}

/** How a learner studies, as of the events folded so far. */
export type StudyState = OwnState & WithEntries<StudyEntry>;

/** How the entries make the state; for {@link stateWithout} too. */
export const ownStudyFold = {
  kind: 'enrollment',
  initial: (): OwnState => ({
    years: new Map(),
    decisions: [],
    yearsRepeated: new Set(),
    forms: [],
  }),
  evolve: (state: OwnState, event: StudyEntry): void => {
    const { id, occurredOn: on } = event;
    switch (event.type) {
      case 'YearDecided': {
        const { studyYear, outcome } = event.data;
        const decision = { ...event.data, event: id, on };
        state.years.set(studyYear, decision);
        state.decisions.push(decision);
        if (outcome === 'repeats') state.yearsRepeated.add(studyYear);
        return;
      }
      case 'StudyFormSet': {
        const { aspect, form, until } = event.data;
        const unended = { endedFrom: null, endedBy: null };
        state.forms.push({ event: id, aspect, form, from: on, until, ...unended });
        return;
      }
      case 'StudyFormEnded': {
        for (const held of formsEndedOn(state, event.data, on)) {
          held.endedFrom = on;
          held.endedBy = id;
        }
      }
    }
  },
};

/** Folds the entries about how a learner studies. */
export const studyFold = foldEntries<OwnState, StudyEntry, EventOf<typeof studyEntryAnnulled>>(
  ownStudyFold,
  { type: 'StudyEntryAnnulled' },
);
