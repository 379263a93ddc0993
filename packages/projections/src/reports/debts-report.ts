import type {
  DebtFacts,
  DebtRules,
  DebtStatus,
  PlannedProgramme,
  ResultSubject,
} from '@letopis/core/facts';
import {
  debtsOf,
  editionOn,
  leavingClosesDebts,
  resultSubjectKey,
  suspensionsOf,
  termsOf,
} from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import { onceEach } from '../projection/once-each.ts';
import type { ProgrammeTitles } from '../views/catalogue-titles.ts';
import type { PauseRecord, RetakeRecord } from '../views/debt-records.ts';
import type { DebtSubject } from '../views/debts.ts';
import { debts, debtsKey } from '../views/debts.ts';
import type { EnrollmentLife } from '../views/life.ts';
import type { PersonalFileAnswer } from '../views/personal-file.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { CountedRecord, ResultRecord } from '../views/result.ts';
import { countedResults, subjectOfResult } from '../views/result.ts';
import type { DebtCounts } from './debt-counts.ts';
import { debtCounts } from './debt-counts.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';
import { retakable } from './retakable.ts';

/** What a debt or a retake is about: the enrollment, its module, the kind of assessment. */
interface Place {
  readonly learner: ShownName;
  readonly enrollment: string;
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly kindTitle: Titled | null;
}

/** An academic debt, as it stands on the page's day. D9, RK 1.2. */
export interface DebtRecord {
  /** Event id of the failed result, which names the debt. */
  readonly debt: string;
  /** The day on which it arose. */
  readonly on: string;
  readonly kind: string;
  /** The group in which the failed result was given. */
  readonly group: string;
  readonly countsFor: ResultSubject;
  readonly state: DebtStatus;
  readonly failed: ResultRecord;
  /** The result or credit that settled it; `null` if it is not settled. */
  readonly settled: { readonly result: string; readonly on: string } | null;
  /** First day on which it could no longer be settled; `null` if it is not expired. */
  readonly expiredOn: string | null;
  /**
   * Last day on which it may be settled, by the regulation and extended by leaves and pauses;
   * `null` if the regulation sets none.
   */
  readonly deadline: string | null;
  readonly attemptsUsed: number;
  /** Pauses of its term, annulled ones too. */
  readonly pauses: readonly PauseRecord[];
}

/** A debt with titles and names. P9. */
export interface ShownDebt extends DebtRecord, Place {}

/** A retake with titles and names. P9. */
export interface ShownRetake extends Omit<RetakeRecord, 'state'>, Place {
  /** `not-owed`: it waits, but what it would repeat is failed no more, or owed no more. */
  readonly state: RetakeRecord['state'] | 'not-owed';
}

/** The debts and retakes of a learner, and the notices that the learner was given about them. */
export interface LearnerDebts {
  readonly debts: readonly ShownDebt[];
  readonly retakes: readonly ShownRetake[];
  readonly notices: readonly Fact<'InformedOfDebts'>[];
}

/** The debts of a group, or of the whole organisation, and the calendar of retakes. P9. */
export interface DebtsPage {
  readonly basis: PageBasis;
  /** `null` for all groups. */
  readonly group: { readonly id: string; readonly title: string | null } | null;
  /** Open debts first, then by the learner's name. */
  readonly debts: readonly ShownDebt[];
  /** Retakes by planned day, without the withdrawn ones. */
  readonly calendar: readonly ShownRetake[];
  readonly counts: DebtCounts;
}

/**
 * Lists the debts and retakes of all enrollments that had any while in the group, or of the whole
 * organisation where no group is given. As of a day, a result that was corrected since counts with
 * its corrected value. P9, R4 §2.2.6.
 */
export async function debtsReport(
  reader: ViewReader,
  { group = null }: { readonly group?: string | null } = {},
): Promise<DebtsPage> {
  const reading = new Reading(reader);
  const found = new Map<string, DebtSubject>();
  for await (const debtor of reading.scan(debts, debtsKey.debtors(group ?? undefined))) {
    if (debtor.kind !== 'debtor') continue;
    for (const module of debtor.modules) {
      const key = debtsKey.subject(debtor.learner, debtor.enrollment, module);
      const subject = await reading.get(debts, key);
      if (subject?.kind === 'subject') found.set(key, subject);
    }
  }
  const shown: ShownDebt[] = [];
  const retakes: ShownRetake[] = [];
  for (const subject of found.values()) {
    const { debts: own, retakes: granted } = await showSubject(reading, subject);
    const here = (data: { readonly group: string }): boolean =>
      group === null || data.group === group;
    shown.push(...own.filter(here));
    retakes.push(...granted.filter((retake) => here(retake.granted.data)));
  }
  const title = group === null ? null : ((await reading.group(group))?.opened?.title ?? null);
  await reading.tellApart();
  return {
    group: group === null ? null : { id: group, title },
    debts: shown.toSorted(
      (a, b) => rank(a) - rank(b) || compareShown(a.learner, b.learner) || order(a.on, b.on),
    ),
    calendar: retakes
      .filter(({ state }) => state !== 'withdrawn' && state !== 'annulled')
      .toSorted((a, b) => order(a.plannedOn, b.plannedOn) || compareShown(a.learner, b.learner)),
    counts: await debtCounts(reading, shown),
    basis: reading.basis(),
  };
}

const rank = ({ state }: ShownDebt): number => (state === 'open' ? 0 : 1);

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Lists all debts and retakes of a learner, and the notices given about them. R4 §2.2.6. */
export async function debtsOfLearner(reading: Reading, learner: string): Promise<LearnerDebts> {
  const all = { debts: [] as ShownDebt[], retakes: [] as ShownRetake[] };
  for await (const subject of reading.scan(debts, debtsKey.learner(learner))) {
    if (subject.kind !== 'subject') continue;
    const shown = await showSubject(reading, subject);
    all.debts.push(...shown.debts);
    all.retakes.push(...shown.retakes);
  }
  const notices: Fact<'InformedOfDebts'>[] = [];
  for await (const found of reading.scan(debts, debtsKey.notices(learner))) {
    if (found.kind === 'notices') notices.push(...found.notices);
  }
  return { ...all, notices };
}

async function showSubject(
  reading: Reading,
  subject: DebtSubject,
): Promise<Pick<LearnerDebts, 'debts' | 'retakes'>> {
  const { learner, enrollment, module, retakes } = subject;
  const { assessmentKinds, editions } = await reading.regulation();
  const name = await reading.name(learner);
  const programme = await reading.programme(subject.programme);
  const title = programme?.modules.find(({ id }) => id === module)?.title ?? null;
  const place = (kind: string): Place => ({
    learner: name,
    enrollment,
    module: module === null ? null : { id: module, title },
    kindTitle: assessmentKinds[kind] ?? null,
  });
  const found = await reading.get(personalFile, personalFileKey.life(learner, enrollment));
  const life = found?.kind === 'life' ? found.life : null;
  // Who was never enrolled owes nothing. RK 1.8.
  if (life?.status === 'annulled') return { debts: [], retakes: [] };
  const rules: DebtRules = {
    programme: plannedProgramme(programme),
    editionOn: onceEach((on) => editionOn(editions, on)),
  };
  const course = await reading.get(personalFile, personalFileKey.course(learner, enrollment));
  const own = debtsIn(subject, life, decisionsIn(course), rules, reading.on);
  const owed = retakable(subject, own, { left: leftBy(life), rules, on: reading.on });
  return {
    debts: own.map((debt) => ({ ...debt, ...place(debt.kind) })),
    retakes: retakes.map((retake) => {
      const { kind, of } = retake.granted.data;
      const idle = retake.state === 'waiting' && !owed.has(of);
      return { ...retake, ...place(kind), state: idle ? 'not-owed' : retake.state };
    }),
  };
}

/** What a programme plans, as the rules of debts ask it. */
export function plannedProgramme(programme: ProgrammeTitles | null): PlannedProgramme {
  const { programmeType = '', mandatory = [] } = programme?.opened ?? {};
  const modules = Object.fromEntries((programme?.modules ?? []).map((one) => [one.id, one]));
  return { programmeType, mandatory, modules };
}

/** The decisions on study years that stand. RK 1.6. */
function decisionsIn(course: PersonalFileAnswer | null) {
  const entries = course?.kind === 'course' ? course.entries : [];
  return entries.flatMap(({ fact, annulled }) =>
    annulled === null && fact.type === 'YearDecided' ? [{ ...fact.data, on: fact.on }] : [],
  );
}

/** The discharge with which study ended; null: it did not end so. */
function leftBy(life: EnrollmentLife | null): DebtFacts<CountedRecord>['left'] {
  const last = life?.steps.at(-1);
  return last?.type === 'Discharged' ? { on: last.on, reason: last.data.reason } : null;
}

/**
 * The debts of one enrollment in one module, as of a day; without a day no term counts as over, as
 * no day is asked. RK 1.2, 273-FZ art. 58 part 5.
 */
function debtsIn(
  { results: records, pauses }: DebtSubject,
  life: EnrollmentLife | null,
  decisions: ReturnType<typeof decisionsIn>,
  rules: DebtRules,
  on: string | null,
): readonly DebtRecord[] {
  const results = countedResults(records);
  // An annulled result has its subject too: a pause may name the failure by it.
  const subjects = new Map(
    records.map(({ result, first, on: day }) => [
      result,
      resultSubjectKey(subjectOfResult(first.data, day)),
    ]),
  );
  const standing = pauses.filter(({ annulled }) => annulled === null);
  const facts: DebtFacts<CountedRecord> = {
    results,
    pauses: standing.map(({ fact: { on: from, data } }) => ({
      from,
      until: data.until,
      debt: data.debt,
    })),
    subjectOf: (event) => subjects.get(event) ?? null,
    suspensions: suspensionsOf(
      (life?.steps ?? []).map((step) => ({
        on: step.on,
        reason: step.type === 'Suspended' ? step.data.reason : null,
      })),
    ),
    yearsRepeated: new Set(
      decisions.flatMap(({ outcome, studyYear }) => (outcome === 'repeats' ? [studyYear] : [])),
    ),
    terms: termsOf(decisions),
    left: leftBy(life),
  };
  const last = records.reduce((day, one) => (one.on > day ? one.on : day), '');
  const closed = facts.left !== null && leavingClosesDebts(facts.left, rules, facts.left.on);
  const asOf = on ?? (closed && facts.left.on > last ? facts.left.on : last);
  return debtsOf(facts, rules, null, asOf).map((debt) => {
    const { failed, settledBy, countsFor } = debt;
    return {
      debt: debt.debt,
      on: debt.on,
      kind: countsFor.kind,
      group: failed.record.first.data.group,
      countsFor,
      state: debt.status,
      failed: failed.record,
      settled: settledBy === null ? null : { result: settledBy.event, on: settledBy.on },
      expiredOn: debt.status === 'expired' ? debt.expiredOn : null,
      deadline: debt.deadline,
      attemptsUsed: debt.attemptsUsed,
      pauses: pauses.filter(
        ({ fact }) => subjects.get(fact.data.debt) === resultSubjectKey(countsFor),
      ),
    };
  });
}
