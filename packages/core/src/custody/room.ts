import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Created } from '../created.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { CommandType, ReceivedCommand } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import {
  decideCheckIntegrity,
  decideRecordBackup,
  decideRecordRestore,
  decideReplaceMedium,
} from './backups.ts';
import {
  checkEntries,
  checkIntegrity,
  closePeriod,
  definePeriod,
  recordBackup,
  recordExport,
  recordRestore,
  replaceMedium,
  settleFinding,
} from './commands.ts';
import type { CustodyEvent, CustodyState } from './custody.ts';
import { custodyDecider } from './custody.ts';
import type { CustodyContext, SignedInput } from './periods.ts';
import {
  decideCheckEntries,
  decideClosePeriod,
  decideDefinePeriod,
  decideRecordExport,
  decideSettleFinding,
} from './periods.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Exports, checks and backups of one study year after the other. D20, R4 §5.6, §6.1-6.3. */
export interface CustodyRoom {
  definePeriod(raw: Raw<typeof definePeriod>): Promise<Result<Receipt>>;
  closePeriod(raw: Raw<typeof closePeriod>): Promise<Result<Receipt>>;
  recordExport(raw: Raw<typeof recordExport>): Promise<Result<Created>>;
  checkEntries(raw: Raw<typeof checkEntries>): Promise<Result<Created>>;
  settleFinding(raw: Raw<typeof settleFinding>): Promise<Result<Receipt>>;
  recordBackup(raw: Raw<typeof recordBackup>): Promise<Result<Created>>;
  checkIntegrity(raw: Raw<typeof checkIntegrity>): Promise<Result<Created>>;
  replaceMedium(raw: Raw<typeof replaceMedium>): Promise<Result<Receipt>>;
  recordRestore(raw: Raw<typeof recordRestore>): Promise<Result<Created>>;
}

/**
 * The custody of an organisation's electronic records, for one sender.
 * @example
 * must(await custodyRoom(desk).definePeriod({ studyYear: '2026', period: 'q1',
 *   from: '2026-09-01', until: '2026-10-31', signer: 'p-1', on: '2026-09-01' }));
 */
export function custodyRoom(desk: Desk): CustodyRoom {
  const shared = {
    decider: custodyDecider,
    stream: ({ studyYear }: SignedInput) => desk.stream('custody', studyYear),
    context: (input: SignedInput) => readCustody(desk, input),
  };
  const run = <Input extends SignedInput, Given>(
    type: CommandType<Input, Given>,
    raw: Sent<Given>,
    decide: (state: CustodyState, input: Input, context: CustodyContext) => Decision,
  ): Promise<Result<Receipt>> => desk.run(type, raw, { ...shared, decide, answer: receipt });
  /** A command that creates something: it is named by the given id, or by the command's. */
  const make = <Input extends SignedInput & { readonly id?: string | undefined }, Given>(
    type: CommandType<Input, Given>,
    raw: Sent<Given>,
    decide: (state: CustodyState, input: Input, context: CustodyContext, id: string) => Decision,
  ): Promise<Result<Created>> =>
    desk.run(type, raw, {
      ...shared,
      decide: (state, input, context, command: ReceivedCommand<Input>) =>
        decide(state, input, context, input.id ?? command.id),
      answer: (outcome: Outcome<CustodyEvent>) => ({ ...receipt(outcome), id: idOf(outcome) }),
    });
  return {
    definePeriod: (raw) => run(definePeriod, raw, decideDefinePeriod),
    closePeriod: (raw) => run(closePeriod, raw, decideClosePeriod),
    recordExport: (raw) =>
      make(recordExport, raw, (state, input, context, id) =>
        decideRecordExport(state, { ...input, export: id }, context),
      ),
    checkEntries: (raw) =>
      make(checkEntries, raw, (state, input, context, id) =>
        decideCheckEntries(state, { ...input, check: id }, context),
      ),
    settleFinding: (raw) => run(settleFinding, raw, decideSettleFinding),
    recordBackup: (raw) =>
      make(recordBackup, raw, (state, input, context, id) =>
        decideRecordBackup(state, { ...input, backup: id }, context),
      ),
    checkIntegrity: (raw) =>
      make(checkIntegrity, raw, (state, input, context, id) =>
        decideCheckIntegrity(state, { ...input, check: id }, context),
      ),
    replaceMedium: (raw) => run(replaceMedium, raw, decideReplaceMedium),
    recordRestore: (raw) =>
      make(recordRestore, raw, (state, input, context, id) =>
        decideRecordRestore(state, { ...input, restore: id }, context),
      ),
  };
}

/** The id of what a command made, from its event. */
function idOf({ events }: Outcome<CustodyEvent>): string {
  const [event] = events;
  switch (event?.type) {
    case 'PeriodExported':
      return event.data.export;
    case 'EntriesChecked':
    case 'IntegrityChecked':
      return event.data.check;
    case 'BackupMade':
      return event.data.backup;
    case 'BackupRestored':
      return event.data.restore;
    default:
      return '';
  }
}

async function readCustody(
  desk: Desk,
  { on, signer }: SignedInput,
): Promise<CustodyContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  return { ...day, official: await readOfficial(desk, signer) };
}
