import type * as z from 'zod';
import type { Receipt } from '../acting/receipt.ts';
import { receipt } from '../acting/receipt.ts';
import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { streamKey } from '../kernel/event.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { deriveId } from '../kernel/uuid.ts';
import type { openFile } from './commands.ts';
import { refuseUnlessMayOpen } from './context.ts';
import { decideOpenFile, fileDecider, fileStillOpen } from './file.ts';
import { decideTakeNumber, fileNumberDecider, fileNumberKey } from './number.ts';

type Opening = ReceivedCommand<z.output<typeof openFile.schema>>;

/** What a step of a file answers: `file` names it, `<learner>.<n>`. */
export interface FileReceipt extends Receipt {
  readonly file: string;
}

/** The receipt of a step of a file. */
export const fileReceipt = (outcome: Outcome): FileReceipt => ({
  ...receipt(outcome),
  file: streamKey(outcome.stream).join('.'),
});

/** Walks n = 1, 2, …: the file that knows the command, or the first that is not there yet. */
export async function openFirstFree(session: Desk, opening: Opening): Promise<Result<FileReceipt>> {
  const { input } = opening;
  const { learner } = input;
  const borne: string[] = [];
  for (let n = 1; ; n += 1) {
    const file = `${learner}.${n}`;
    const { state, revision, commands } = await session.load(fileDecider, learner, String(n));
    const known = knowsCommand({ commands }, opening.id);
    if (revision >= 0 && !known) {
      borne.push(state.number);
      if (state.closedOn !== null) continue;
      return { ok: false, refusal: fileStillOpen({ file, number: state.number, learner }) };
    }
    const taken = await takeNumber(session, opening, borne);
    if (!taken.ok) return taken;
    const opened = await session.handle(opening, {
      fold: fileDecider,
      key: [learner, String(n)],
      context: () => refuseUnlessMayOpen(session, input),
      decide: (held) => decideOpenFile(held, { ...input, file }),
      answer: fileReceipt,
    });
    // Somebody opened this one meanwhile: look whether it is still open, and walk on if not.
    if (opened.ok || opened.refusal.code !== fileStillOpen.code) return opened;
    n -= 1;
  }
}

/** Takes the number in its own stream first, under an id that the opening gives. */
function takeNumber(
  session: Desk,
  opening: Opening,
  borne: readonly string[],
): Promise<Result<Receipt>> {
  const { hash } = session.kernel.store.ports;
  const { input } = opening;
  const command = { ...opening, id: deriveId(opening.id, 'file-number', hash) };
  return session.handle(command, {
    fold: fileNumberDecider,
    key: [fileNumberKey(input.number, hash)],
    context: () => refuseUnlessMayOpen(session, input),
    decide: (held) => decideTakeNumber(held, input, borne),
    answer: receipt,
  });
}
