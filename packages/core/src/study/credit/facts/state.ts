import type { EventOf } from '../../../kernel/event-type.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { creditEvents } from './events.ts';

/*
 * State of an application for credit (зачёт), folded from its stream `<org>.credit-<credit>`. D11.
 */

/** Any event of an application's stream. */
export type CreditEvent = EventOf<(typeof creditEvents)[number]>;

type Applied = Extract<CreditEvent, { type: 'CreditApplied' }>['data'];

type Decided = Extract<CreditEvent, { type: 'CreditDecided' }>['data'];

/** A module (null: the programme as a whole) and the kind of assessment to credit. */
export type CreditSubject = Applied['wanted'][number];

/** A subject as it was granted. */
export type GrantedCredit = Decided['granted'][number];

/** The source of the result that is to be credited. */
export type CreditSource = Applied['source'];

/** An application for credit, as of the events folded so far. */
export interface CreditState {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  enrollment: string;
  /** Id of the achievement to credit; null: an earlier result. */
  achievement: string | null;
  source: CreditSource;
  /** The application as a paper: the one that was named with it, or its day alone. */
  application: Ground | null;
  /** Was a document given? */
  documented: boolean;
  /** The subjects that were applied for. */
  wanted: readonly CreditSubject[];
  /** Key of a subject → does its latest comparison or re-assessment suffice? */
  readonly compared: Map<string, boolean>;
  granted: readonly GrantedCredit[];
  /** Person id of who decided. */
  decidedBy: string | null;
  decidedOn: string | null;
  withdrawnOn: string | null;
  /** Keys of the subjects that the enrollment refused. */
  readonly notDone: string[];
  /** Latest day of an event; a new one may not be dated earlier. */
  lastOn: string;
}

/** The key of a subject, as refusals name it: `<module>: <kind>`. */
export const subjectKey = ({ module, kind }: CreditSubject): string => `${module ?? '*'}: ${kind}`;

/** Folds an application's stream. */
export const creditFold: Fold<CreditState, CreditEvent> = {
  kind: 'credit',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: '',
    achievement: null,
    source: { kind: 'own', organisation: null, achievedOn: null },
    application: null,
    documented: false,
    wanted: [],
    compared: new Map(),
    granted: [],
    decidedBy: null,
    decidedOn: null,
    withdrawnOn: null,
    notDone: [],
    lastOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (on > state.lastOn) state.lastOn = on;
    switch (event.type) {
      case 'CreditApplied': {
        const { credit: id, learner, enrollment, achievement, source, wanted } = event.data;
        const documented = event.data.document !== undefined;
        const paper = event.ground?.kind === 'application' ? event.ground : null;
        const application = paper ?? { kind: 'application', number: null, date: on };
        Object.assign(state, {
          id,
          learner,
          enrollment,
          achievement,
          source,
          application,
          documented,
          wanted,
        });
        return;
      }
      case 'CreditCompared':
        for (const one of event.data.lines) state.compared.set(subjectKey(one), one.suffices);
        return;
      case 'CreditDecided':
        state.granted = event.data.granted;
        state.decidedBy = event.data.signer.person;
        state.decidedOn = on;
        return;
      case 'CreditWithdrawn':
        state.withdrawnOn = on;
        return;
      case 'CreditNotDone':
        state.notDone.push(subjectKey(event.data));
        return;
    }
  },
};
