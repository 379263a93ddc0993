import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import { readActDay } from '../archive/acting.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import { receipt } from '../desk.ts';
import { receive } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerUnknown } from '../learner/learner.ts';
import { learnerDecider } from '../learner/state.ts';
import {
  addFileDocument, closeFile, commendationOf, decideAddFileDocument, decideCloseFile,
  decideOpenFile, fileDecider, fileStillOpen, openFile,
} from './file.ts'; // prettier-ignore

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;
type Opening = ReceivedCommand<z.output<typeof openFile.schema>>;

/** What a step of a file answers: `file` names it, `<learner>.<n>`. */
export interface FileReceipt extends Receipt {
  readonly file: string;
}

/** Personal files: opened, documents added to the inventory, closed. D17. */
export interface FileRoom {
  open(raw: Raw<typeof openFile>): Promise<Result<FileReceipt>>;
  addDocument(raw: Raw<typeof addFileDocument>): Promise<Result<FileReceipt & { item: number }>>;
  close(raw: Raw<typeof closeFile>): Promise<Result<FileReceipt>>;
}

/**
 * The personal files of an organisation, for one sender. A learner has one open file at a time.
 * @example
 * const { file } = must(await fileRoom(desk).open({ learner: 'l-1', number: '02-11/2026-1',
 *   on: '2026-09-01' })); // file: 'l-1.1'
 */
export function fileRoom(desk: Desk): FileRoom {
  const shared = {
    decider: fileDecider,
    stream: ({ file }: { readonly file: string }) => desk.stream('file', file),
    context: ({ on }: { readonly on: string }) => readActDay(desk, on),
  };
  return {
    open: async (raw) => {
      const received = receive(openFile, raw, desk.sender, desk.kernel.store.ports);
      return received.ok ? openFirstFree(desk, received.value) : received;
    },
    addDocument: (raw) =>
      desk.run(addFileDocument, raw, {
        ...shared,
        context: async (input) => {
          const day = await readActDay(desk, input.on);
          if (isRefusal(day)) return day;
          const commendation = commendationOf(input);
          if (commendation === null) return { award: null };
          return { award: (await desk.load(commendationDecider, commendation)).state };
        },
        decide: decideAddFileDocument,
        answer: (outcome) => {
          const data = outcome.events[0]?.data;
          return { ...fileReceipt(outcome), item: data && 'item' in data ? data.item : 0 };
        },
      }),
    close: (raw) =>
      desk.run(closeFile, raw, { ...shared, decide: decideCloseFile, answer: fileReceipt }),
  };
}

/** Walks n = 1, 2, …: the file that knows the command, or the first that is not there yet. */
async function openFirstFree(desk: Desk, opening: Opening): Promise<Result<FileReceipt>> {
  const { learner } = opening.input;
  for (let n = 1; ; n += 1) {
    const file = `${learner}.${n}`;
    const { state, revision, commands } = await desk.load(fileDecider, learner, String(n));
    const known = knowsCommand({ commands }, opening.id);
    if (revision >= 0 && !known) {
      if (state.closedOn !== null) continue;
      return { ok: false, refusal: fileStillOpen({ file, number: state.number, learner }) };
    }
    const opened = await desk.runReceived(opening, {
      decider: fileDecider,
      stream: () => desk.stream('file', learner, String(n)),
      context: ({ on }) => readOpening(desk, learner, on),
      decide: (held, input) => decideOpenFile(held, { ...input, file }),
      answer: fileReceipt,
    });
    // Somebody opened this one meanwhile: look whether it is still open, and walk on if not.
    if (opened.ok || opened.refusal.code !== fileStillOpen.code) return opened;
    n -= 1;
  }
}

async function readOpening(desk: Desk, learner: string, on: string): Promise<Refusal | null> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const { state } = await desk.load(learnerDecider, learner);
  return state.registered ? null : learnerUnknown({ learner });
}

const fileReceipt = (outcome: Outcome): FileReceipt => ({
  ...receipt(outcome),
  file: streamKey(outcome.stream).join('.'),
});
