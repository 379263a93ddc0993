import type { CoreEvent } from '@letopis/core';
import type { Answered, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { DebtFact, DebtRecord, RetakeRecord } from './debt-records.ts';
import { DEBT_TYPES, debtsOf, retakesOf } from './debt-records.ts';
import type { ResultFact } from './result.ts';
import { RESULT_TYPES, resultFactOf, resultsOf } from './result.ts';

/** Debts and retakes of one enrollment in one module. */
export interface DebtSubject extends Answered {
  readonly kind: 'subject';
  readonly learner: string;
  readonly enrollment: string;
  /** Null: of the whole programme. */
  readonly module: string | null;
  /** In the order in which they arose. */
  readonly debts: readonly DebtRecord[];
  /** In the order in which they were granted. */
  readonly retakes: readonly RetakeRecord[];
}

/** An enrollment that had a debt or a retake while it was in a group. */
export interface Debtor extends Answered {
  readonly kind: 'debtor';
  readonly group: string;
  readonly learner: string;
  readonly enrollment: string;
  /** Its modules with a debt or a retake; null: the whole programme. */
  readonly modules: readonly (string | null)[];
}

/** What the learner of an enrollment was told of their debts, and when. R4 §2.2.6. */
export interface DebtsTold extends Answered {
  readonly kind: 'told';
  readonly learner: string;
  readonly enrollment: string;
  readonly told: readonly Fact<'InformedOfDebts'>[];
}

/** What a partition of debts says, told apart by `kind`. */
export type DebtsAnswer = DebtSubject | Debtor | DebtsTold;

type DebtorFact = Fact<'DebtArose' | 'RetakeGranted'>;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of debts: its facts in the order of the log. */
export type DebtsView =
  | View<'subject', DebtFact | ResultFact>
  | View<'debtor', DebtorFact>
  | View<'told', Fact<'InformedOfDebts'>>;

/** Keys of the partitions; a prefix leaves out the last parts. */
export const debtsKey = {
  subject: (learner: string, enrollment: string, module: string | null): string =>
    partitionKey('subject', learner, enrollment, module),
  /** Prefix of all debts of a learner. */
  learner: (learner: string): string => partitionKey('subject', learner, ''),
  debtor: (group: string, learner: string, enrollment: string): string =>
    partitionKey('debtor', group, learner, enrollment),
  /** Prefix of the debtors of a group; without one, of all groups. */
  debtors: (group?: string): string =>
    group === undefined ? partitionKey('debtor', '') : partitionKey('debtor', group, ''),
  told: (learner: string, enrollment = ''): string => partitionKey('told', learner, enrollment),
};

/**
 * Academic debts and retakes (P9, R1 §4.2.4, R4 §2.2.6, 273-FZ art. 58) in three kinds of
 * partition: `subject/<learner>/<enrollment>/<module>` holds debts and retakes with the results
 * that they rest on, `debtor/<group>/<learner>/<enrollment>` says who has any, and
 * `told/<learner>/<enrollment>` what the learner was told.
 */
export const debts: Projection<DebtsView, DebtsAnswer> = {
  name: 'debts',
  version: 1,
  types: [...DEBT_TYPES, ...RESULT_TYPES, 'InformedOfDebts'],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'debtor' || kind === 'told') return { kind, key, facts: [] };
    return { kind: 'subject', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'told') {
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
    return [debtsKey.told(event.data.learner, event.data.enrollment)];
  }
  if (!isOneOf(event, DEBT_TYPES) && !isOneOf(event, RESULT_TYPES)) return [];
  const { learner, enrollment, module } = event.data;
  const subject = debtsKey.subject(learner, enrollment, module);
  if (event.type !== 'DebtArose' && event.type !== 'RetakeGranted') return [subject];
  return [subject, debtsKey.debtor(event.data.group, learner, enrollment)];
}

function read(view: DebtsView, on: string | null): DebtsAnswer {
  const { key } = view;
  if (view.kind === 'told') {
    const told = standing(view.facts, on);
    const [learner, enrollment] = [keyPart(key, 1), keyPart(key, 2)];
    return { kind: 'told', learner, enrollment, told, basis: basisOf(told) };
  }
  if (view.kind === 'debtor') {
    const held = standing(view.facts, on);
    const modules = [...new Set(held.map(({ data }) => data.module))];
    const [group, learner, enrollment] = [keyPart(key, 1), keyPart(key, 2), keyPart(key, 3)];
    return { kind: 'debtor', group, learner, enrollment, modules, basis: basisOf(held) };
  }
  const [learner, enrollment] = [keyPart(key, 1), keyPart(key, 2)];
  const held = standing(view.facts, on);
  const own = held.filter(isDebtFact);
  const facts = held.filter((fact) => !isDebtFact(fact));
  const results = resultsOf(facts as readonly ResultFact[], null);
  return {
    kind: 'subject',
    learner,
    enrollment,
    module: keyPart(key, 3) || null,
    debts: debtsOf(own, results),
    retakes: retakesOf(own, results),
    // Results alone make no debt: what stands without one rests on nothing.
    basis: own.length === 0 ? null : basisOf(held),
  };
}

const isDebtFact = (fact: DebtFact | ResultFact): fact is DebtFact =>
  (DEBT_TYPES as readonly string[]).includes(fact.type);
