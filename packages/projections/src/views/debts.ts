import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { DebtFact, DebtRecord, RetakeRecord } from './debt-records.ts';
import { DEBT_TYPES, debtsOf, retakesOf } from './debt-records.ts';
import type { ResultFact } from './result.ts';
import { RESULT_TYPES, resultFactOf, resultsOf } from './result.ts';

/** Debts and retakes of one enrollment in one module. */
export interface DebtSubject extends WithBasis {
  readonly kind: 'subject';
  readonly learner: string;
  readonly enrollment: string;
  /** `null` for the whole programme. */
  readonly module: string | null;
  /** In the order in which they arose. */
  readonly debts: readonly DebtRecord[];
  /** In the order in which they were granted. */
  readonly retakes: readonly RetakeRecord[];
}

/** An enrollment that had a debt or a retake while it was in a group. */
export interface Debtor extends WithBasis {
  readonly kind: 'debtor';
  readonly group: string;
  readonly learner: string;
  readonly enrollment: string;
  /** Its modules with a debt or a retake; `null` for the whole programme. */
  readonly modules: readonly (string | null)[];
}

/** The notices about debts that the learner of an enrollment was given. R4 §2.2.6. */
export interface DebtNotices extends WithBasis {
  readonly kind: 'notices';
  readonly learner: string;
  readonly enrollment: string;
  readonly notices: readonly Fact<'InformedOfDebts'>[];
}

/** What a partition of debts says, distinguished by `kind`. */
export type DebtsAnswer = DebtSubject | Debtor | DebtNotices;

type DebtorFact = Fact<'DebtArose' | 'RetakeGranted'>;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of debts: its facts in log order. */
export type DebtsView =
  | View<'subject', DebtFact | ResultFact>
  | View<'debtor', DebtorFact>
  | View<'notices', Fact<'InformedOfDebts'>>;

/** Keys of the partitions; a prefix leaves out the last parts. */
export const debtsKey = {
  /** Gives the key of the debts of one enrollment; the module `null` is the whole programme. */
  subject: (learner: string, enrollment: string, module: string | null): string =>
    partitionKey('subject', learner, enrollment, module),
  /** Prefix of all debts of a learner. */
  learner: (learner: string): string => partitionKey('subject', learner, ''),
  /** Gives the key of one debtor of a group, by enrollment. */
  debtor: (group: string, learner: string, enrollment: string): string =>
    partitionKey('debtor', group, learner, enrollment),
  /** Prefix of the debtors of a group; without one, of all groups. */
  debtors: (group?: string): string =>
    group === undefined ? partitionKey('debtor', '') : partitionKey('debtor', group, ''),
  /** Gives the key of the notices of debts given to a learner about one enrollment. */
  notices: (learner: string, enrollment = ''): string =>
    partitionKey('notices', learner, enrollment),
};

/**
 * Academic debts and retakes (P9, R1 §4.2.4, R4 §2.2.6, 273-FZ art. 58) in three kinds of
 * partition: `subject/<learner>/<enrollment>/<module>` has debts and retakes with the results that
 * they depend on, `debtor/<group>/<learner>/<enrollment>` says who has any, and
 * `notices/<learner>/<enrollment>` has the notices given to the learner.
 */
export const debts: Projection<DebtsView, DebtsAnswer> = {
  name: 'debts',
  version: 2,
  types: [...DEBT_TYPES, ...RESULT_TYPES, 'InformedOfDebts'],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'debtor' || kind === 'notices') return { kind, key, facts: [] };
    return { kind: 'subject', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'notices') {
      if (event.type === 'InformedOfDebts') view.facts.push(factOf(event));
    } else if (view.kind === 'debtor') {
      if (event.type === 'DebtArose' || event.type === 'RetakeGranted') {
        view.facts.push(factOf(event));
      }
    } else {
      const fact = isOneOf(event, DEBT_TYPES) ? factOf(event) : resultFactOf(event);
      if (fact !== null) view.facts.push(fact);
    }
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (event.type === 'InformedOfDebts') {
    return [debtsKey.notices(event.data.learner, event.data.enrollment)];
  }
  if (!isOneOf(event, DEBT_TYPES) && !isOneOf(event, RESULT_TYPES)) return [];
  const { learner, enrollment, module } = event.data;
  const subject = debtsKey.subject(learner, enrollment, module);
  if (event.type !== 'DebtArose' && event.type !== 'RetakeGranted') return [subject];
  return [subject, debtsKey.debtor(event.data.group, learner, enrollment)];
}

function read(view: DebtsView, on: string | null): DebtsAnswer {
  const { key } = view;
  if (view.kind === 'notices') {
    const notices = factsOn(view.facts, on);
    const [learner, enrollment] = [keyPart(key, 1), keyPart(key, 2)];
    return { kind: 'notices', learner, enrollment, notices, basis: basisOf(notices) };
  }
  if (view.kind === 'debtor') {
    const current = factsOn(view.facts, on);
    const modules = [...new Set(current.map(({ data }) => data.module))];
    const [group, learner, enrollment] = [keyPart(key, 1), keyPart(key, 2), keyPart(key, 3)];
    return { kind: 'debtor', group, learner, enrollment, modules, basis: basisOf(current) };
  }
  const [learner, enrollment] = [keyPart(key, 1), keyPart(key, 2)];
  const current = factsOn(view.facts, on);
  const own = current.filter(isDebtFact);
  const facts = current.filter((fact) => !isDebtFact(fact));
  const results = resultsOf(facts as readonly ResultFact[], null);
  return {
    kind: 'subject',
    learner,
    enrollment,
    module: keyPart(key, 3) || null,
    debts: debtsOf(own, results),
    retakes: retakesOf(own, results),
    // Results alone make no debt: without one the answer depends on nothing.
    basis: own.length === 0 ? null : basisOf(current),
  };
}

const isDebtFact = (fact: DebtFact | ResultFact): fact is DebtFact =>
  (DEBT_TYPES as readonly string[]).includes(fact.type);
