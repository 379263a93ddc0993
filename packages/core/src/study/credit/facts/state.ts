import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { creditEvents } from './events.ts';

/* Stream: `<org>.credit-<id>`. One application for credit (зачёт), and what came of it. D11. */

export type CreditEvent = EventOf<(typeof creditEvents)[number]>;

type Applied = Extract<CreditEvent, { type: 'CreditApplied' }>['data'];

type Decided = Extract<CreditEvent, { type: 'CreditDecided' }>['data'];

/** A subject and the kind of assessment that credit is wanted for. */
export type CreditSubject = Applied['wanted'][number];

/** A subject as it was granted. */
export type GrantedCredit = Decided['granted'][number];

/** Where the result was earned. */
export type CreditSource = Applied['source'];

export interface CreditState {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  enrollment: string;
  achievement: string | null;
  source: CreditSource;
  documented: boolean;
  wanted: readonly CreditSubject[];
  /** Does the latest comparison or re-assessment of a subject suffice? By its key. */
  readonly compared: Map<string, boolean>;
  granted: readonly GrantedCredit[];
  decidedBy: string | null;
  decidedOn: string | null;
  withdrawnOn: string | null;
  /** Subjects, by key, that the enrollment refused. */
  readonly notDone: string[];
  lastOn: string;
}

/** The key of a subject. */
export const subjectKey = ({ module, kind }: CreditSubject): string => `${module ?? '*'}: ${kind}`;

export const creditFold: Fold<CreditState, CreditEvent> = {
  kind: 'credit',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: '',
    achievement: null,
    source: { kind: 'own', organisation: null, achievedOn: null },
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
        Object.assign(state, {
          id,
          learner,
          enrollment,
          achievement,
          source,
          documented,
          wanted,
        });
        return;
      }
      case 'CreditCompared':
        for (const line of event.data.lines) state.compared.set(subjectKey(line), line.suffices);
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
