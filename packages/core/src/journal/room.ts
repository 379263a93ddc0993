import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { readProgramme } from '../programme/reading.ts';
import { readEdition } from '../regulation/reading.ts';
import type { AnnulLesson } from './commands.ts';
import { annulLesson, correctLesson, holdLesson } from './commands.ts';
import { decideCorrectLesson } from './correction.ts';
import type { AnnulContext, JournalEvent, JournalState, LessonContext } from './journal.ts';
import { decideAnnulLesson, decideHoldLesson, journalDecider, studyYearOf } from './journal.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;
type Held = z.output<typeof holdLesson.schema>;

/** What a held lesson answers: `journal` and `lesson` name it from now on. */
export interface LessonReceipt extends Receipt {
  readonly journal: string;
  readonly lesson: string;
}

/** Journals: lessons held, with attendance. D5. */
export interface JournalRoom {
  holdLesson(raw: Raw<typeof holdLesson>): Promise<Result<LessonReceipt>>;
  annulLesson(raw: Raw<typeof annulLesson>): Promise<Result<LessonReceipt>>;
  correctLesson(raw: Raw<typeof correctLesson>): Promise<Result<LessonReceipt>>;
}

/**
 * The journals of an organisation, for one sender. Whether a learner is enrolled is not asked: a
 * guest may sit in a lesson, and their enrollment is another stream.
 * @example
 * const { lesson } = must(await journalRoom(desk).holdLesson({ group: 'm-1', module: 'safety',
 *   topic: 'Вводный инструктаж', hours: 2, teacher: 'p-9', present: ['l-1'], on: '2026-09-07' }));
 */
export function journalRoom(desk: Desk): JournalRoom {
  const shared = {
    decider: journalDecider,
    answer: (outcome: Parameters<typeof receipt>[0] & { events: readonly JournalEvent[] }) =>
      lessonReceipt(outcome),
  };
  return {
    holdLesson: (raw) =>
      desk.run(holdLesson, raw, {
        ...shared,
        stream: (input) => desk.stream('journal', ...keyOf(input)),
        context: (input) => readLesson(desk, input),
        decide: (state, input, context, command) =>
          decideHoldLesson(state, lessonOf(input, command), context),
      }),
    annulLesson: (raw) =>
      desk.run(annulLesson, raw, {
        ...shared,
        stream: ({ journal }) => desk.stream('journal', journal),
        context: (input) => readAct(desk, input),
        decide: (state: JournalState, input, context) => decideAnnulLesson(state, input, context),
      }),
    correctLesson: (raw) =>
      desk.run(correctLesson, raw, {
        ...shared,
        stream: ({ journal }) => desk.stream('journal', journal),
        context: async (input) => {
          const act = await readAct(desk, input);
          if (isRefusal(act)) return act;
          const { state } = await desk.load(journalDecider, input.journal);
          const held = state.lessons.get(input.lesson);
          const lessonEdition = held === undefined ? null : await readEdition(desk, held.on);
          if (isRefusal(lessonEdition)) return lessonEdition;
          return { ...act, lessonEdition, teacher: await readOfficial(desk, input.teacher) };
        },
        decide: (state: JournalState, input, context) => decideCorrectLesson(state, input, context),
      }),
  };
}

const yearOf = ({ studyYear, on }: Held): string => studyYear ?? studyYearOf(on);
const keyOf = (input: Held): readonly string[] => [input.group, input.module, yearOf(input)];

function lessonOf(input: Held, command: ReceivedCommand) {
  const journal = keyOf(input).join('.');
  return { ...input, studyYear: yearOf(input), journal, lesson: input.id ?? command.id };
}

/** An act on a lesson: its day, the signer, and the place that offices may be limited to. */
async function readAct(
  desk: Desk,
  { journal, signer, on }: Pick<AnnulLesson, 'journal' | 'signer' | 'on'>,
): Promise<AnnulContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const group = await readGroup(desk, journal.split('.')[0] ?? '');
  if (isRefusal(group)) return group;
  const programme = await readProgramme(desk, group.programme);
  if (isRefusal(programme)) return programme;
  const official = await readOfficial(desk, signer);
  return { ...day, signer: official, programme: group.programme, level: programme.level };
}

async function readLesson(desk: Desk, input: Held): Promise<LessonContext | Refusal> {
  const day = await readActDay(desk, input.on);
  if (isRefusal(day)) return day;
  const group = await readGroup(desk, input.group);
  if (isRefusal(group)) return group;
  const programmeState = await readProgramme(desk, group.programme);
  if (isRefusal(programmeState)) return programmeState;
  const teacher = await readOfficial(desk, input.teacher);
  return { ...day, programme: group.programme, programmeState, teacher };
}

function lessonReceipt(
  outcome: Parameters<typeof receipt>[0] & { events: readonly JournalEvent[] },
): LessonReceipt {
  const data = outcome.events[0]?.data;
  const lesson = data !== undefined && 'lesson' in data ? data.lesson : '';
  const journal = data !== undefined && 'journal' in data ? data.journal : '';
  return { ...receipt(outcome), journal, lesson };
}
