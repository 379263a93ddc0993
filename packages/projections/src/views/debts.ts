import type { CoreEvent } from '@letopis/core';
import type { Dated, Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf, sourceOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { DebtFact, PauseRecord, RetakeRecord } from './debt-records.ts';
import { DEBT_TYPES, pausesIn, retakesOf } from './debt-records.ts';
import type { ResultFact, ResultRecord } from './result.ts';
import { RESULT_TYPES, resultFactOf, resultsOf } from './result.ts';

/**
 * What the debts of one enrollment in one module are derived from: results, retakes, pauses. Which
 * failures are debts depends on the regulation and the programme, so that the report says it.
 */
export interface DebtSubject extends WithBasis {
  readonly kind: 'subject';
  readonly learner: string;
  readonly enrollment: string;
  /** `null` for the whole programme. */
  readonly module: string | null;
  readonly programme: string;
  /** In the order in which they were recorded. */
  readonly results: readonly ResultRecord[];
  readonly pauses: readonly PauseRecord[];
  /** In the order in which they were granted. */
  readonly retakes: readonly RetakeRecord[];
}

/** An enrollment that failed or missed something, or had a retake, while it was in a group. */
export interface Debtor extends WithBasis {
  readonly kind: 'debtor';
  readonly group: string;
  readonly learner: string;
  readonly enrollment: string;
  /** Its modules with a failure, an absence or a retake; `null` for the whole programme. */
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

/** The first failure, absence or retake of an enrollment in a module, by its day. */
interface DebtorFact extends Dated {
  readonly module: string | null;
}

const DEBTOR_TYPES = [
  'AssessmentRecorded',
  'ResultCredited',
  'AssessmentCorrected',
  'RetakeGranted',
] as const;

type NoticeFact = Fact<'InformedOfDebts' | 'DebtEntryAnnulled'>;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of debts: its facts in log order. */
export type DebtsView =
  | View<'subject', DebtFact | ResultFact>
  | View<'debtor', DebtorFact>
  | View<'notices', NoticeFact>;

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
  version: 3,
  types: [...DEBT_TYPES, ...RESULT_TYPES, 'InformedOfDebts'],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'debtor' || kind === 'notices') return { kind, key, facts: [] };
    return { kind: 'subject', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'notices') {
      if (event.type === 'InformedOfDebts' || event.type === 'DebtEntryAnnulled') {
        view.facts.push(factOf(event));
      }
    } else if (view.kind === 'debtor') {
      addDebtor(view.facts, event);
    } else {
      const fact = isOneOf(event, DEBT_TYPES) ? factOf(event) : resultFactOf(event);
      if (fact !== null) view.facts.push(fact);
    }
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (event.type === 'InformedOfDebts' || isNoticeAnnulled(event)) {
    return [debtsKey.notices(event.data.learner, event.data.enrollment)];
  }
  if (!isOneOf(event, DEBT_TYPES) && !isOneOf(event, RESULT_TYPES)) return [];
  const { learner, enrollment, module } = event.data;
  const subject = debtsKey.subject(learner, enrollment, module);
  if (!isOneOf(event, DEBTOR_TYPES) || !mayOwe(event)) return [subject];
  return [subject, debtsKey.debtor(event.data.group, learner, enrollment)];
}

type DebtorEvent = Extract<CoreEvent, { type: (typeof DEBTOR_TYPES)[number] }>;

/** May the event make a debt: a failing mark, an absence, or a granted retake? */
function mayOwe(event: DebtorEvent): boolean {
  if (event.type === 'RetakeGranted') return true;
  if (event.type === 'AssessmentCorrected') return !event.data.mark.passes;
  if (event.type === 'ResultCredited') return event.data.mark?.passes === false;
  const { result } = event.data;
  return result.outcome === 'mark' ? !result.mark.passes : result.outcome === 'absent';
}

/** Only an earlier day adds a fact, so that the partition stays small. */
function addDebtor(facts: DebtorFact[], event: CoreEvent): void {
  if (!isOneOf(event, DEBTOR_TYPES) || !mayOwe(event)) return;
  const { module } = event.data;
  const on = event.occurredOn;
  if (facts.some((one) => one.module === module && one.on <= on)) return;
  facts.push({ module, on, source: sourceOf(event) });
}

type NoticeAnnulled = Extract<CoreEvent, { type: 'DebtEntryAnnulled' }>;

const isNoticeAnnulled = (event: CoreEvent): event is NoticeAnnulled =>
  event.type === 'DebtEntryAnnulled' && event.data.entry === 'InformedOfDebts';

function read(view: DebtsView, on: string | null): DebtsAnswer {
  const { key } = view;
  if (view.kind === 'notices') {
    const facts = factsOn(view.facts, on);
    const annulled = new Set(
      facts.flatMap((one) => (one.type === 'DebtEntryAnnulled' ? [one.data.corrects] : [])),
    );
    const notices = facts.filter(
      (one) => one.type === 'InformedOfDebts' && !annulled.has(one.source.event),
    ) as readonly Fact<'InformedOfDebts'>[];
    const [learner, enrollment] = [keyPart(key, 1), keyPart(key, 2)];
    return { kind: 'notices', learner, enrollment, notices, basis: basisOf(facts) };
  }
  if (view.kind === 'debtor') {
    const current = factsOn(view.facts, on);
    const modules = [...new Set(current.map(({ module }) => module))];
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
    programme: current[0]?.data.programme ?? '',
    results,
    pauses: pausesIn(own),
    retakes: retakesOf(own, results),
    basis: basisOf(current),
  };
}

const isDebtFact = (fact: DebtFact | ResultFact): fact is DebtFact =>
  (DEBT_TYPES as readonly string[]).includes(fact.type);
