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

/** Where a debt or a retake stands: the enrollment, its module, the kind of assessment. */
interface Place {
  readonly learner: ShownName;
  readonly enrollment: string;
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly kindTitle: Titled | null;
}

/** A debt with its words and its last day. P9. */
export interface ShownDebt extends DebtRecord, Place {
  /** Last day of its term by the regulation, as leaves and pauses move it; null: it has none. */
  readonly deadline: string | null;
}

/** A retake with its words. P9. */
export interface ShownRetake extends RetakeRecord, Place {}

/** The debts and retakes of a learner, and what the learner was told. */
export interface LearnerDebts {
  readonly debts: readonly ShownDebt[];
  readonly retakes: readonly ShownRetake[];
  readonly told: readonly Fact<'InformedOfDebts'>[];
}

/** The debts of a group, or of a whole organisation, with the retakes in the order of days. P9. */
export interface DebtsPage {
  readonly basis: PageBasis;
  /** Null: all groups. */
  readonly group: { readonly id: string; readonly title: string | null } | null;
  /** Open ones first, then by name. */
  readonly debts: readonly ShownDebt[];
  /** The calendar of retakes: by planned day, withdrawn ones left out. */
  readonly calendar: readonly ShownRetake[];
  readonly counts: {
    readonly open: number;
    readonly settled: number;
    readonly expired: number;
    /** Open ones whose last day is over on the page's day; on no day there are none. */
    readonly overdue: number;
  };
}

/**
 * Debts and the calendar of retakes of the enrollments that had any in a group; without a group,
 * of all. As of a day: a result that was corrected since counts as it stands. P9, R4 §2.2.6.
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

/** All debts and retakes of a learner, and what the learner was told of them. R4 §2.2.6. */
export async function debtsOfLearner(reading: Reading, learner: string): Promise<LearnerDebts> {
  const all = { debts: [] as ShownDebt[], retakes: [] as ShownRetake[] };
  for await (const subject of reading.scan(debts, debtsKey.learner(learner))) {
    if (subject.kind !== 'subject') continue;
    if (subject.debts.length + subject.retakes.length === 0) continue;
    const shown = await showSubject(reading, subject);
    all.debts.push(...shown.debts);
    all.retakes.push(...shown.retakes);
  }
  const told: Fact<'InformedOfDebts'>[] = [];
  for await (const found of reading.scan(debts, debtsKey.told(learner))) {
    if (found.kind === 'told') told.push(...found.told);
  }
  return { ...all, told };
}

async function showSubject(
  reading: Reading,
  { learner, enrollment, module, debts: held, retakes }: DebtSubject,
): Promise<Pick<LearnerDebts, 'debts' | 'retakes'>> {
  const { assessmentKinds } = await reading.regulation();
  const name = await reading.name(learner);
  const programme = held[0]?.arose.data.programme ?? retakes[0]?.granted.data.programme ?? '';
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
  const shown: ShownDebt[] = [];
  for (const debt of held) {
    const deadline = await deadlineFor(reading, debt, life);
    shown.push({ ...debt, ...place(debt.arose.data.kind), deadline });
  }
  return {
    debts: shown,
    retakes: retakes.map((retake) => ({ ...retake, ...place(retake.granted.data.kind) })),
  };
}

/** By the edition in force on the page's day, else on the debt's own; 273-FZ art. 58 part 5. */
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
