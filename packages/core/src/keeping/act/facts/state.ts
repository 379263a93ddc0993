import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { actEvents } from './events.ts';
import { itemTarget, listYearOf } from './questions.ts';
import type { retentionActEvents } from './retention-events.ts';

/*
 * Stream: `<org>.act-<id>`. An act or order over several streams, and the outcome for each: an
 * order about a group, a selection for destruction, an erasure. D4, D19, architecture §3.
 */

/** Any event in the stream of an act over several streams. */
export type ActEvent = EventOf<(typeof actEvents | typeof retentionActEvents)[number]>;

type Step = Extract<ActEvent, { type: 'ActStepDone' | 'ActStepNotDone' }>;

type ActAnnulment = Extract<ActEvent, { type: 'ActEntryAnnulled' }>;

/** What was entered in an act: all but what its process notes. */
export type ActEntry = Exclude<ActEvent, Step | ActAnnulment>;

/** The kind of an act. */
export type ActKind = 'order' | 'destruction' | 'erasure';

/** The phase of an act. An order owes its commands at once, a selection after its last approval. */
export type ActPhase = 'selected' | 'owing' | 'closed' | 'called-off';

/** The outcome for one target. */
export interface ActTarget {
  standing: 'outstanding' | 'done' | 'not-done';
  /** Where its event is stored; null until it is done. */
  at: { readonly stream: string; readonly revision: number } | null;
  /** Code of the target's refusal, or null. */
  refusal: string | null;
}

/** The term of a listed carrier, as the act copied it. */
export interface ListedTerm {
  readonly term: string;
  /** The calendar year whose permanent inventories come before it. */
  readonly listYear: string;
}

/** What the entries of an act that count amount to. */
export interface ActSteps {
  id: string | null;
  kind: ActKind;
  phase: ActPhase;
  /** Day of the latest event: the next one may not be dated before it. */
  lastOn: string;
  /** Number and day of the act of selection; null for other acts. */
  selection: { readonly number: string; readonly date: string } | null;
  /** Approvals given so far, with who signed them. */
  readonly approvals: { readonly id: string; readonly person: string }[];
  /** By name of the target, of an act of selection. */
  readonly terms: Map<string, ListedTerm>;
}

/** What the events of an act over several streams amount to. */
export interface ActState extends ActSteps, WithEntries<ActEntry> {
  /** By name of the target, in the order of the list. */
  readonly targets: Map<string, ActTarget>;
}

/** How the entries of an act that count make its steps; for `stateWithout` too. */
export const actSteps: EntryFold<ActSteps, ActEntry> = {
  kind: 'act',
  initial: () => ({
    id: null,
    kind: 'order',
    phase: 'owing',
    lastOn: '',
    selection: null,
    approvals: [],
    terms: new Map(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'GroupOrdered':
        return begin(state, event, 'order');
      case 'CarriersSelected':
        begin(state, event, 'destruction');
        for (const item of event.data.items) {
          state.terms.set(itemTarget(item), { term: item.term, listYear: listYearOf(item) });
        }
        state.phase = 'selected';
        state.selection = { number: event.data.number, date: event.occurredOn };
        return;
      case 'ErasureOrdered':
        return begin(state, event, 'erasure');
      case 'SelectionApproved': {
        const { approval: id, last, signer } = event.data;
        state.approvals.push({ id, person: signer.person });
        state.lastOn = event.occurredOn;
        if (last) state.phase = 'owing';
        return;
      }
      case 'SelectionCalledOff':
        state.phase = 'called-off';
        return;
      case 'CarriersDestroyed':
      case 'ErasureActDrawnUp':
        state.phase = 'closed';
        state.lastOn = event.occurredOn;
        return;
    }
  },
};

function begin(state: ActSteps, event: ActEntry, kind: ActKind): void {
  Object.assign(state, { id: event.data.act, kind, lastOn: event.occurredOn });
}

const stepsFold = foldEntries<ActSteps, ActEntry, ActAnnulment>(actSteps, {
  type: 'ActEntryAnnulled',
});

/** Folds the events of an act over several streams into its state. */
export const actFold: Fold<ActState, ActEvent> = {
  kind: actSteps.kind,
  initial: () => ({ ...stepsFold.initial(), targets: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'ActStepDone' || event.type === 'ActStepNotDone') {
      return settleTarget(state, event);
    }
    stepsFold.evolve(state, event);
    if (event.type !== 'ActEntryAnnulled') {
      for (const target of targetsListedIn(event)) state.targets.set(target, outstanding());
      return;
    }
    const annulled = state.entries.get(event.data.corrects)?.event;
    if (annulled === undefined) return;
    for (const target of targetsListedIn(annulled)) state.targets.delete(target);
    if (annulled.type !== 'SelectionApproved') return;
    // What the approval owed is taken back: the next one owes it anew.
    for (const target of state.targets.keys()) state.targets.set(target, outstanding());
  },
};

const outstanding = (): ActTarget => ({ standing: 'outstanding', at: null, refusal: null });

/** The targets that an entry lists, in the order of its list. */
function targetsListedIn({ type, data }: ActEntry): readonly string[] {
  switch (type) {
    case 'GroupOrdered':
      return data.targets;
    case 'CarriersSelected':
      return data.items.map(itemTarget);
    case 'ErasureOrdered':
      return data.records;
    default:
      return [];
  }
}

function settleTarget(state: ActState, { data }: Step): void {
  const target = state.targets.get(data.target);
  if (target === undefined) return;
  if ('refusal' in data) {
    target.standing = 'not-done';
    target.refusal = data.refusal.code;
    return;
  }
  target.standing = 'done';
  target.at = { stream: data.stream, revision: data.revision };
  target.refusal = null;
}
