import * as z from 'zod';
import { refuseIfReversed } from '../acting/period.ts';
import { groupUnknown } from '../group/unknown.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { LocalisedText } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { EnrollmentContext } from './context.ts';
import { refuseIfPlaceHeld, refuseIfTakesNobody } from './enroll.ts';
import { reinstated, studyStarted, suspended, transferred } from './events.ts';
import { enrollmentId } from './id.ts';
import { mayAct, refsOf, unlessOutside, whoseOf } from './life.ts';
import { notInRegulation } from './not-in-regulation.ts';
import { placeOn } from './place.ts';
import type { EnrollmentState } from './state.ts';

/* Study started, transferred, suspended, reinstated. D4. */

/** Study begins on this day, where enrolling left it open. R1 §3.2. */
export const startStudy = command(
  'start-study',
  z.strictObject({ enrollment: enrollmentId, on: localDate }),
);

/** Moves the learner to another group of the same programme; `on` is the first day in it. */
export const transferLearner = command(
  'transfer-learner',
  z.strictObject({ enrollment: enrollmentId, to: identifier, on: localDate }),
);

/** Suspends study (academic leave); `on` is the first day of leave, `until` its planned last. */
export const suspendStudy = command(
  'suspend-study',
  z.strictObject({
    enrollment: enrollmentId,
    reason: identifier,
    until: localDate.nullable().default(null),
    on: localDate,
  }),
);

/** Takes the learner back after leave or discharge, by default into the group they left. */
export const reinstateLearner = command(
  'reinstate-learner',
  z.strictObject({ enrollment: enrollmentId, group: identifier.optional(), on: localDate }),
);

/* Refusals */

export const studyBegun = refusal('study-begun', (d: { enrollment: string; since: string }) => ({
  ru: `Учёба по ${d.enrollment} уже начата (${d.since})`,
  en: `Study in ${d.enrollment} has begun already (${d.since})`,
}));

const STATUS_WORDS: Readonly<Record<string, LocalisedText>> = {
  'not-enrolled': { ru: 'ещё не зачислен(а)', en: 'not yet enrolled' },
  'not-begun': { ru: 'учёба не начата', en: 'study has not begun' },
  studying: { ru: 'учится', en: 'studying' },
  suspended: { ru: 'учёба приостановлена', en: 'study is suspended' },
  ended: { ru: 'обучение окончено', en: 'the enrollment has ended' },
};

/** A status in words, with the day since when. */
export function statusWords(status: string, since: string | null): LocalisedText {
  const { ru, en } = STATUS_WORDS[status] ?? { ru: status, en: status };
  return since === null ? { ru, en } : { ru: `${ru} с ${since}`, en: `${en} since ${since}` };
}

/** The act does not fit what holds on its day. */
export const notPossibleNow = refusal(
  'not-possible-now',
  (d: { act: string; on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `На ${d.on} нельзя «${d.act}»: ${words.ru}`,
      en: `On ${d.on} the act ${d.act} is not possible: ${words.en}`,
    };
  },
);

export const otherProgramme = refusal(
  'other-programme',
  (d: { group: string; programme: string; groupProgramme: string }) => ({
    ru: `Группа ${d.group} учится по программе ${d.groupProgramme}, а зачисление на ${d.programme}`,
    en: `Group ${d.group} follows ${d.groupProgramme}, and the enrollment is in ${d.programme}`,
  }),
);

export const sameGroup = refusal('same-group', (d: { group: string; on: string }) => ({
  ru: `На ${d.on} слушатель уже в группе ${d.group}: укажите другую`,
  en: `On ${d.on} the learner is in group ${d.group} already: name another`,
}));

/* Decide */

type By = Pick<ReceivedCommand, 'sender'>;

export function decideStartStudy(
  state: EnrollmentState,
  input: z.output<typeof startStudy.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const edition = mayAct(state, { act: 'start-study', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  if (state.studyFrom !== null) return studyBegun({ enrollment, since: state.studyFrom });
  const { status, since, group } = placeOn(state, on);
  if (status !== 'not-begun' || group === null) {
    return notPossibleNow({ act: 'start-study', on, status, since });
  }
  const next = { act: 'start-study', enrollment, on, phase: 'open', group, studyFrom: on } as const;
  const refs = refsOf(state, group);
  const data = { ...whoseOf(state), edition: edition.edition };
  return unlessOutside(state, next, studyStarted.draft({ occurredOn: on, refs, data }));
}

export function decideTransfer(
  state: EnrollmentState,
  input: z.output<typeof transferLearner.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, to, on } = input;
  const edition = mayAct(state, { act: 'transfer', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const { status, since, group } = placeOn(state, on);
  if ((status !== 'studying' && status !== 'not-begun') || group === null) {
    return notPossibleNow({ act: 'transfer', on, status, since });
  }
  if (group === to) return sameGroup({ group, on });
  const no = refuseUnlessMayEnter(state, to, on, context, edition.enrollment.onePer);
  if (no !== null) return no;
  const data = { ...whoseOf(state), fromGroup: group, toGroup: to, edition: edition.edition };
  return unlessOutside(
    state,
    { act: 'transfer', enrollment, on, phase: 'open', group: to },
    transferred.draft({ occurredOn: on, refs: refsOf(state, group, to), data }),
  );
}

export function decideSuspend(
  state: EnrollmentState,
  input: z.output<typeof suspendStudy.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, reason, until, on } = input;
  const edition = mayAct(state, { act: 'suspend', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const reasons = edition.enrollment.suspensionReasons.map((one) => one.id);
  if (!reasons.includes(reason)) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons });
  }
  const reversed = refuseIfReversed(on, until);
  if (reversed !== null) return reversed;
  const { status, since, group } = placeOn(state, on);
  if (status !== 'studying' || group === null) {
    return notPossibleNow({ act: 'suspend', on, status, since });
  }
  return unlessOutside(
    state,
    { act: 'suspend', enrollment, on, phase: 'suspended', group },
    suspended.draft({
      occurredOn: on,
      refs: refsOf(state, group),
      data: { ...whoseOf(state), reason, until, edition: edition.edition },
    }),
  );
}

export function decideReinstate(
  state: EnrollmentState,
  input: z.output<typeof reinstateLearner.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const edition = mayAct(state, { act: 'reinstate', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const { status, since, group: left } = placeOn(state, on);
  const completed = state.line.at(-1)?.type === 'Completed';
  if ((status !== 'suspended' && status !== 'ended') || completed || left === null) {
    return notPossibleNow({ act: 'reinstate', on, status, since });
  }
  const group = input.group ?? left;
  // Back from leave into one's own group is no new admission: a closed group takes its own back.
  if (status === 'ended' || group !== left) {
    const no = refuseUnlessMayEnter(state, group, on, context, edition.enrollment.onePer);
    if (no !== null) return no;
  }
  return unlessOutside(
    state,
    { act: 'reinstate', enrollment, on, phase: 'open', group },
    reinstated.draft({
      occurredOn: on,
      refs: refsOf(state, left, group),
      data: { ...whoseOf(state), group, edition: edition.edition },
    }),
  );
}

/** Why the learner may not enter a group on a day; null: they may. */
function refuseUnlessMayEnter(
  state: EnrollmentState,
  group: string,
  on: string,
  context: EnrollmentContext,
  onePer: 'group' | 'programme',
) {
  const open = context.group;
  if (open === null || open.id !== group) return groupUnknown({ group });
  if (open.programme !== state.programme) {
    const { programme } = state;
    return otherProgramme({ group, programme, groupProgramme: open.programme });
  }
  return refuseIfTakesNobody(open, on) ?? refuseIfPlaceHeld(context.siblings, group, on, onePer);
}
