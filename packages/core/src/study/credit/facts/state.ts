import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { creditEntryAnnulled, creditEvents, creditNotDone } from './events.ts';

/*
 * State of an application for credit (зачёт), folded from its stream `<org>.credit-<credit>`. D11.
 */

/** Any event of an application's stream. */
export type CreditEvent = EventOf<(typeof creditEvents)[number]>;

type CreditAnnulment = EventOf<typeof creditEntryAnnulled>;

/** A step of an application: an entry of its stream, which may be annulled. */
export type CreditEntry = Exclude<CreditEvent, CreditAnnulment | EventOf<typeof creditNotDone>>;

type Applied = Extract<CreditEvent, { type: 'CreditApplied' }>['data'];

type Decided = Extract<CreditEvent, { type: 'CreditDecided' }>['data'];

/** A module (null: the programme as a whole) and the kind of assessment to credit. */
export type CreditSubject = Applied['wanted'][number];

/** A subject as it was granted. */
export type GrantedCredit = Decided['granted'][number];

/** The source of the result that is to be credited. */
export type CreditSource = Applied['source'];

/** What the steps of an application that count amount to. */
export interface CreditSteps {
  /** Null while no application counts. */
  id: string | null;
  learner: string;
  enrollment: string;
  /** Id of the achievement to credit; null: an earlier result. */
  achievement: string | null;
  source: CreditSource;
  /** Day of the application; '' without one. No other step may be earlier. */
  appliedOn: string;
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
}

/** The steps of an application with the entries that they were made from. */
export type CreditRecord = CreditSteps & WithEntries<CreditEntry>;

/** An application for credit, as of the events folded so far. */
export interface CreditState extends CreditRecord {
  /** Keys of the subjects of the decision that counts which the enrollment refused. */
  readonly notDone: string[];
}

/** The key of a subject, as refusals name it: `<module>: <kind>`. */
export const subjectKey = ({ module, kind }: CreditSubject): string => `${module ?? '*'}: ${kind}`;

/** How the steps of an application that count, in the order of their days, make its state. */
export const creditSteps: EntryFold<CreditSteps, CreditEntry> = {
  kind: 'credit',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: '',
    achievement: null,
    source: { kind: 'own', organisation: null, achievedOn: null },
    appliedOn: '',
    application: null,
    documented: false,
    wanted: [],
    compared: new Map(),
    granted: [],
    decidedBy: null,
    decidedOn: null,
    withdrawnOn: null,
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'CreditApplied': {
        const { credit: id, learner, enrollment, achievement, source, wanted } = event.data;
        const documented = event.data.document !== undefined;
        const paper = event.ground?.kind === 'application' ? event.ground : null;
        const application = paper ?? { kind: 'application', number: null, date: on };
        Object.assign(state, { id, learner, enrollment, achievement, source, wanted });
        Object.assign(state, { appliedOn: on, application, documented });
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
    }
  },
};

const foldSteps = foldEntries<CreditSteps, CreditEntry, CreditAnnulment>(creditSteps, {
  type: 'CreditEntryAnnulled',
});

/** Folds an application's stream. */
export const creditFold: Fold<CreditState, CreditEvent> = {
  kind: foldSteps.kind,
  initial: () => ({ ...foldSteps.initial(), notDone: [] }),
  evolve: (state, event) => {
    if (event.type === 'CreditNotDone') {
      state.notDone.push(subjectKey(event.data));
      return;
    }
    foldSteps.evolve(state, event);
    // What the enrollment refused was granted by the decision that is gone.
    if (state.decidedOn === null) state.notDone.length = 0;
  },
};

/**
 * The steps that the steps before them do not carry: any without an application, or after its
 * decision or withdrawal, and a decision that grants what was not found sufficient. D11.
 */
export function unfitCreditSteps(
  state: Pick<WithEntries<CreditEntry>, 'entries'>,
): readonly CreditEntry[] {
  const before = creditSteps.initial();
  return entriesInForce(state).filter((step) => {
    const fits = isCarried(before, step);
    creditSteps.evolve(before, step);
    return !fits;
  });
}

function isCarried(before: CreditSteps, step: CreditEntry): boolean {
  if (step.type === 'CreditApplied') return true;
  const { id, decidedOn, withdrawnOn, achievement, compared } = before;
  if (id === null || decidedOn !== null || withdrawnOn !== null) return false;
  if (step.type !== 'CreditDecided' || achievement !== null) return true;
  return step.data.granted.every((one) => compared.get(subjectKey(one)) === true);
}
