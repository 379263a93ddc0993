import { must } from '@letopis/core';
import type { Debt, ProgrammeState } from '@letopis/core/facts';
import { debtRules, debtsOn, enrollmentFold, readStudy } from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { withCommissions } from './commission-academy.ts';
import type { Changes } from './enrollment-academy.ts';
import { mark, today } from './enrollment-academy.ts';

/** An academy whose learner `l-1` failed the interim test in `safety` on 5 October. */
export async function owing(changes: Changes = {}, from = '2026-09-01') {
  const academy = await withCommissions(changes, from);
  const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
  return { ...academy, failed, debt: failed };
}

/** An academy with a debt. */
export type Owing = Awaited<ReturnType<typeof owing>>;

type Read = Pick<Owing, 'session' | 'id'>;

async function read({ session, id }: Read) {
  const study = await readStudy(session, { enrollment: id });
  if (isRefusal(study)) throw new Error(study.text.en);
  return { study, state: (await session.load(enrollmentFold, id)).state };
}

/** The debts of the academy's learner on a day, or the programme that they are judged by. */
export async function debtsNow(academy: Read, on: string): Promise<readonly Debt[]> {
  const { study, state } = await read(academy);
  return debtsOn(state, debtRules(study), on);
}

/** The programme of the academy's learner. */
export const programmeOf = async (academy: Read): Promise<ProgrammeState> =>
  (await read(academy)).study.programme;

/** The open debts of the academy's learner today. */
export async function openDebtsOf(academy: Read): Promise<readonly string[]> {
  const debts = await debtsNow(academy, today);
  return debts.filter(({ status }) => status === 'open').map(({ debt }) => debt);
}

/** Grants the first retake of the debt for a day and passes it; the event id of the result. */
export async function pass(academy: Owing, on: string): Promise<string> {
  const { debts, id: enrollment, debt: of } = academy;
  const granting = { enrollment, of, plannedOn: on, on };
  const retake = must(await debts.grantRetake(granting)).eventId;
  return mark(academy, '4', on, { retake });
}
