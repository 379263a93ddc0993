import type { LocalDate } from '@letopis/core';
import { deadlineOf, editionOn, limitOf, suspensionsOf } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import type { DebtRecord, RetakeRecord } from '../views/debt-records.ts';
import type { DebtSubject } from '../views/debts.ts';
import { debts, debtsKey } from '../views/debts.ts';
import type { EnrollmentLife } from '../views/life.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';

/** What a debt or a retake is about: the enrollment, its module, the kind of assessment. */
interface Place {
  readonly learner: ShownName;
  readonly enrollment: string;
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly kindTitle: Titled | null;
}

/** A debt with titles and names, and its deadline. P9. */
export interface ShownDebt extends DebtRecord, Place {
  /**
   * Last day on which it may be settled, by the regulation and extended by leaves and pauses;
   * `null` if the regulation sets none.
   */
  readonly deadline: string | null;
}

/** A retake with titles and names. P9. */
export interface ShownRetake extends RetakeRecord, Place {}

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
  readonly counts: {
    readonly open: number;
    readonly settled: number;
    readonly expired: number;
    /** Number of open debts whose deadline is before the page's day; 0 for a page without a day. */
    readonly overdue: number;
  };
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
    shown.push(...own.filter(({ arose }) => here(arose.data)));
    retakes.push(...granted.filter((retake) => here(retake.granted.data)));
  }
  const title = group === null ? null : ((await reading.group(group))?.opened?.title ?? null);
  const count = (state: DebtRecord['state']): number =>
    shown.filter((debt) => debt.state === state).length;
  const { on } = reader;
  const late = ({ state, deadline }: ShownDebt): boolean =>
    state === 'open' && on !== null && deadline !== null && deadline < on;
  return {
    group: group === null ? null : { id: group, title },
    debts: shown.toSorted(
      (a, b) => rank(a) - rank(b) || compareShown(a.learner, b.learner) || order(a.on, b.on),
    ),
    calendar: retakes
      .filter(({ state }) => state !== 'withdrawn')
      .toSorted((a, b) => order(a.plannedOn, b.plannedOn) || compareShown(a.learner, b.learner)),
    counts: {
      open: count('open'),
      settled: count('settled'),
      expired: count('expired'),
      overdue: shown.filter(late).length,
    },
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
    if (subject.debts.length + subject.retakes.length === 0) continue;
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
  { learner, enrollment, module, debts: own, retakes }: DebtSubject,
): Promise<Pick<LearnerDebts, 'debts' | 'retakes'>> {
  const { assessmentKinds } = await reading.regulation();
  const name = await reading.name(learner);
  const programme = own[0]?.arose.data.programme ?? retakes[0]?.granted.data.programme ?? '';
  const modules = (await reading.programme(programme))?.modules ?? [];
  const title = modules.find(({ id }) => id === module)?.title ?? null;
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
  const shown: ShownDebt[] = [];
  for (const debt of own) {
    const deadline = await deadlineFor(reading, debt, life);
    shown.push({ ...debt, ...place(debt.arose.data.kind), deadline });
  }
  return {
    debts: shown,
    retakes: retakes.map((retake) => ({ ...retake, ...place(retake.granted.data.kind) })),
  };
}

/**
 * Uses the edition in force on the page's day, or on the debt's own day for a page without a day.
 * 273-FZ art. 58 part 5.
 */
async function deadlineFor(
  reading: Reading,
  { on, arose, pauses }: DebtRecord,
  life: EnrollmentLife | null,
): Promise<string | null> {
  const { editions } = await reading.regulation();
  const edition = editionOn(editions, reading.on ?? on);
  const limit = edition === null ? null : limitOf(edition.retakes, arose.data.kind);
  if (edition === null || limit === null) return null;
  const suspensions = suspensionsOf(
    (life?.steps ?? []).map((step) => ({
      on: step.on,
      reason: step.type === 'Suspended' ? step.data.reason : null,
    })),
  );
  const start = { on, pauses: pauses.map((one) => ({ from: one.on, until: one.data.until })) };
  const asOf = (reading.on ?? on) as LocalDate;
  return deadlineOf(suspensions, start, limit, edition.retakes.excludedReasons, asOf);
}
