import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { receive } from '../kernel/command.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { decideAnnulDocument, decideCorrectDocumentLine } from './about-line.ts';
import {
  annulDocument,
  correctDocumentLine,
  deliverDocument,
  issueDocument,
  receiveDocument,
  withdrawDocument,
} from './commands.ts';
import {
  keyOf,
  placeOf,
  readAbout,
  readIssue,
  readLine,
  readReceive,
  registerStream,
} from './context.ts';
import { decideIssueDocument } from './issue.ts';
import { decideDeliverDocument, decideWithdrawDocument } from './life.ts';
import { placeOfLine } from './placing.ts';
import { decideReceiveDocument } from './receive.ts';
import type { RegisterEvent } from './state.ts';
import { registerDecider } from './state.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What an act on a document answers. */
export interface DocumentReceipt extends Receipt {
  /** `<series>.<year>.<number>`: what every later command calls `document`. */
  readonly document: string;
}

/** What a new line answers. */
export interface NumberedReceipt extends DocumentReceipt {
  /** Number of the line in its series and year. */
  readonly number: number;
  /** The same as it is written. */
  readonly registrationNumber: string;
}

/** Documents and their registers: issued, received, corrected, annulled, delivered. D15. */
export interface DocumentRoom {
  issue(raw: Raw<typeof issueDocument>): Promise<Result<NumberedReceipt>>;
  receive(raw: Raw<typeof receiveDocument>): Promise<Result<NumberedReceipt>>;
  correct(raw: Raw<typeof correctDocumentLine>): Promise<Result<DocumentReceipt>>;
  annul(raw: Raw<typeof annulDocument>): Promise<Result<DocumentReceipt>>;
  withdraw(raw: Raw<typeof withdrawDocument>): Promise<Result<DocumentReceipt>>;
  deliver(raw: Raw<typeof deliverDocument>): Promise<Result<DocumentReceipt>>;
}

/**
 * The documents of an organisation, for one sender.
 * @example
 * const { registrationNumber } = must(await documentRoom(desk).issue({ kind: 'study-certificate',
 *   learner: 'l-1', enrollment: 'l-1.mentor.1', signer: 'p-1', on: '2026-11-20' }));
 * registrationNumber; // => 'С-0001/26'
 */
export function documentRoom(desk: Desk): DocumentRoom {
  const shared = {
    decider: registerDecider,
    stream: ({ document }: { readonly document: string }) =>
      desk.stream('register', ...keyOf(document)),
    answer: (outcome: Outcome<RegisterEvent>, input: { readonly document: string }) => ({
      ...receipt(outcome),
      document: input.document,
    }),
  };
  return {
    issue: (raw) => issue(desk, raw),
    receive: (raw) => receiveIn(desk, raw),
    correct: (raw) =>
      desk.run(correctDocumentLine, raw, {
        ...shared,
        context: (input, command) => readAbout(desk, input, command),
        decide: decideCorrectDocumentLine,
      }),
    annul: (raw) =>
      desk.run(annulDocument, raw, {
        ...shared,
        context: (input, command) => readAbout(desk, input, command),
        decide: decideAnnulDocument,
      }),
    withdraw: (raw) =>
      desk.run(withdrawDocument, raw, {
        ...shared,
        context: ({ on }) => readActDay(desk, on),
        decide: decideWithdrawDocument,
      }),
    deliver: (raw) =>
      desk.run(deliverDocument, raw, {
        ...shared,
        context: async ({ document, on }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          const line = await readLine(desk, document);
          const { state: about } = await desk.load(learnerDecider, line?.learner ?? '-');
          return { ...day, about };
        },
        decide: decideDeliverDocument,
      }),
  };
}

/** The register of a kind is a rule of an edition: it is read before the stream is named. */
async function issue(desk: Desk, raw: Raw<typeof issueDocument>): Promise<Result<NumberedReceipt>> {
  const received = receive(issueDocument, raw, desk.sender, desk.kernel.store.ports);
  if (!received.ok) return received;
  const { input } = received.value;
  const place = await placeOfLine(desk, received.value, input.on, (edition) =>
    placeOf(edition, input, 'issue', input.inPlaceOf),
  );
  if (isRefusal(place)) return { ok: false, refusal: place };
  return desk.runReceived(received.value, {
    decider: registerDecider,
    stream: () => registerStream(desk, place.key),
    context: (_, command) => readIssue(desk, input, place, command),
    decide: decideIssueDocument,
    answer: numbered,
  });
}

async function receiveIn(
  desk: Desk,
  raw: Raw<typeof receiveDocument>,
): Promise<Result<NumberedReceipt>> {
  const received = receive(receiveDocument, raw, desk.sender, desk.kernel.store.ports);
  if (!received.ok) return received;
  const { input } = received.value;
  const place = await placeOfLine(desk, received.value, input.on, (edition) =>
    placeOf(edition, input, 'receive'),
  );
  if (isRefusal(place)) return { ok: false, refusal: place };
  return desk.runReceived(received.value, {
    decider: registerDecider,
    stream: () => registerStream(desk, place.key),
    context: () => readReceive(desk, input, place),
    decide: decideReceiveDocument,
    answer: numbered,
  });
}

function numbered(outcome: Outcome<RegisterEvent>): NumberedReceipt {
  const [first] = outcome.events;
  const isLine = first?.type === 'DocumentIssued' || first?.type === 'DocumentReceived';
  const { document, number, registrationNumber } = isLine
    ? first.data
    : { document: '', number: 0, registrationNumber: '' };
  return { ...receipt(outcome), document, number, registrationNumber };
}
