import type * as z from 'zod';
import { readDay, readToday } from '../acting/act-day.ts';
import type { Created } from '../created.ts';
import { created, withId } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import {
  decideAddModule,
  decideChooseScale,
  decideCloseProgramme,
  decideOpenProgramme,
  decidePlannedResult,
  decideTargetGuideline,
} from './decide.ts';
import {
  addModule,
  chooseScale,
  closeProgramme,
  openProgramme,
  setPlannedResult,
  setTargetGuideline,
} from './programme.ts';
import type { ProgrammeEvent } from './state.ts';
import { programmeDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Programmes: modules, scales, forms of assessment, planned results. D2. */
export interface ProgrammeRoom {
  open(raw: Raw<typeof openProgramme>): Promise<Result<Created>>;
  addModule(raw: Raw<typeof addModule>): Promise<Result<Receipt>>;
  chooseScale(raw: Raw<typeof chooseScale>): Promise<Result<Receipt>>;
  setPlannedResult(raw: Raw<typeof setPlannedResult>): Promise<Result<Created>>;
  setTargetGuideline(raw: Raw<typeof setTargetGuideline>): Promise<Result<Created>>;
  close(raw: Raw<typeof closeProgramme>): Promise<Result<Receipt>>;
}

export function programmeRoom(desk: Desk): ProgrammeRoom {
  const shared = {
    decider: programmeDecider,
    stream: (input: { readonly programme: string }) => desk.stream('programme', input.programme),
    answer: (outcome: Outcome<ProgrammeEvent>) => receipt(outcome),
  };
  const dated = {
    ...shared,
    context: async (input: { readonly on?: string | undefined }) =>
      input.on ?? (await readToday(desk)),
  };
  const judged = {
    ...shared,
    context: (input: { readonly on?: string | undefined }) => readDay(desk, input.on),
  };
  return {
    open: (raw) =>
      desk.run(openProgramme, raw, {
        ...judged,
        stream: (input, command) => desk.stream('programme', input.id ?? command.id),
        decide: withId(decideOpenProgramme),
        answer: (outcome) => created(outcome, streamKey(outcome.stream)[0]),
      }),
    addModule: (raw) => desk.run(addModule, raw, { ...judged, decide: decideAddModule }),
    chooseScale: (raw) =>
      desk.run(chooseScale, raw, {
        ...shared,
        context: async (input) => {
          const day = await readDay(desk, input.on);
          if (isRefusal(day)) return day;
          return { ...day, official: await readOfficial(desk, input.chosenBy) };
        },
        decide: decideChooseScale,
      }),
    setPlannedResult: (raw) =>
      desk.run(setPlannedResult, raw, {
        ...dated,
        decide: withId(decidePlannedResult),
        answer: (outcome) => created(outcome, idSet(outcome)),
      }),
    setTargetGuideline: (raw) =>
      desk.run(setTargetGuideline, raw, {
        ...dated,
        decide: withId(decideTargetGuideline),
        answer: (outcome) => created(outcome, idSet(outcome)),
      }),
    close: (raw) => desk.run(closeProgramme, raw, { ...dated, decide: decideCloseProgramme }),
  };
}

function idSet(outcome: Outcome<ProgrammeEvent>): string | undefined {
  const set = outcome.events[0];
  if (set?.type === 'PlannedResultSet') return set.data.result;
  return set?.type === 'TargetGuidelineSet' ? set.data.guideline : undefined;
}
