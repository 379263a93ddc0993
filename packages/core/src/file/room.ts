import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { receive } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { deriveId } from '../kernel/uuid.ts';
import { learnerDecider } from '../learner/state.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import { readOfficial } from '../official/reading.ts';
import { addFileDocument, closeFile, openFile } from './commands.ts';
import {
  commendationOf,
  decideAddFileDocument,
  decideCloseFile,
  decideOpenFile,
  fileDecider,
  fileStillOpen,
} from './file.ts';
import {
  correctInventoryLine,
  decideCorrectLineOfFile,
  decideRemoveDocument,
  removeFileDocument,
} from './inventory.ts';
import { decideTakeNumber, fileNumberDecider, fileNumberKey } from './number.ts';
import { certifyFilePart, decideCertifyPart, decideOpenPart, openFilePart } from './part.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;
type Opening = ReceivedCommand<z.output<typeof openFile.schema>>;

/** What a step of a file answers: `file` names it, `<learner>.<n>`. */
export interface FileReceipt extends Receipt {
  readonly file: string;
}

/** Personal files: opened, kept line by line and part by part, closed. D17. */
export interface FileRoom {
  open(raw: Raw<typeof openFile>): Promise<Result<FileReceipt>>;
  addDocument(raw: Raw<typeof addFileDocument>): Promise<Result<FileReceipt & { item: number }>>;
  removeDocument(raw: Raw<typeof removeFileDocument>): Promise<Result<FileReceipt>>;
  correctLine(raw: Raw<typeof correctInventoryLine>): Promise<Result<FileReceipt>>;
  certifyPart(raw: Raw<typeof certifyFilePart>): Promise<Result<FileReceipt>>;
  openPart(raw: Raw<typeof openFilePart>): Promise<Result<FileReceipt>>;
  close(raw: Raw<typeof closeFile>): Promise<Result<FileReceipt>>;
}

/**
 * The personal files of an organisation, for one sender. A learner has one open file at a time, and
 * a number is used once.
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
  const acted = {
    ...shared,
    context: async (
      { on, signer }: { readonly on?: string | undefined; readonly signer: string },
      { sender: { ground } }: ReceivedCommand,
    ) => {
      const day = await readActDay(desk, on);
      return isRefusal(day) ? day : { ...day, ground, official: await readOfficial(desk, signer) };
    },
    answer: fileReceipt,
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
    removeDocument: (raw) =>
      desk.run(removeFileDocument, raw, { ...acted, decide: decideRemoveDocument }),
    correctLine: (raw) =>
      desk.run(correctInventoryLine, raw, { ...acted, decide: decideCorrectLineOfFile }),
    certifyPart: (raw) => desk.run(certifyFilePart, raw, { ...acted, decide: decideCertifyPart }),
    openPart: (raw) =>
      desk.run(openFilePart, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideOpenPart,
        answer: fileReceipt,
      }),
    close: (raw) =>
      desk.run(closeFile, raw, { ...shared, decide: decideCloseFile, answer: fileReceipt }),
  };
}

/** Walks n = 1, 2, …: the file that knows the command, or the first that is not there yet. */
async function openFirstFree(desk: Desk, opening: Opening): Promise<Result<FileReceipt>> {
  const { learner } = opening.input;
  const borne: string[] = [];
  for (let n = 1; ; n += 1) {
    const file = `${learner}.${n}`;
    const { state, revision, commands } = await desk.load(fileDecider, learner, String(n));
    const known = knowsCommand({ commands }, opening.id);
    if (revision >= 0 && !known) {
      borne.push(state.number);
      if (state.closedOn !== null) continue;
      return { ok: false, refusal: fileStillOpen({ file, number: state.number, learner }) };
    }
    const taken = await takeNumber(desk, opening, borne);
    if (!taken.ok) return taken;
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

/** Takes the number in its own stream first, under an id that the opening gives. */
function takeNumber(desk: Desk, opening: Opening, borne: readonly string[]) {
  const { hash } = desk.kernel.store.ports;
  const id = deriveId(opening.id, 'file-number', hash);
  return desk.runReceived(
    { ...opening, id },
    {
      decider: fileNumberDecider,
      stream: ({ number }) => desk.stream('filenumber', fileNumberKey(number, hash)),
      context: ({ learner, on }) => readOpening(desk, learner, on),
      decide: (held, input) => decideTakeNumber(held, input, borne),
      answer: receipt,
    },
  );
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
