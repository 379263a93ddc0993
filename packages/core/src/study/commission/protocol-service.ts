import { readDayOf } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  correctProtocolEntry,
  enterProtocolEntry,
  recordDissent,
  signProtocol,
} from './commands.ts';
import {
  readProtocolEntry,
  readProtocolEntryCorrection,
  readNumbering,
  readSignature,
} from './context.ts';
import { decideCorrectProtocolEntry, decideEnterProtocolEntry } from './decide-entries.ts';
import { decideRecordDissent, decideSignProtocol } from './decide-signing.ts';
import { commissionOf } from './facts/questions.ts';
import { commissionFold } from './facts/state.ts';
import { numberProtocol } from './protocol/commands.ts';
import { decideNumberProtocol } from './protocol/decide.ts';
import { protocolRegisterFold } from './protocol/facts/state.ts';

/** Answer of `number`: the protocol's number in the series of its year. */
export interface NumberReceipt extends Receipt {
  readonly number: number;
  readonly year: number;
}

const onProtocol = on({
  fold: commissionFold,
  key: ({ protocol }: { readonly protocol: string }) => [commissionOf(protocol)],
  answer: receipt,
});

const onSeries = on({
  fold: protocolRegisterFold,
  key: ({ series }: { readonly series: readonly string[] }) => series,
  answer: receipt,
});

/**
 * Protocols of sittings: numbered, filled with entries, corrected and signed. D8.
 *
 * @example
 * const protocols = protocolService(session);
 * const { number } = must(await protocols.number({ protocol: 'c-1.1' }));
 * must(await protocols.sign({ protocol: 'c-1.1', signer: 'p-1', on: '2026-12-20' }));
 */
export const protocolService = service({
  /**
   * Gives a protocol the next number in the series of its year, which the edition of the sitting's
   * day names. The answer has `number` and `year`.
   * Refuses `protocol-unknown`, `protocol-numbered-already`. D8.
   */
  number: onSeries.where(numberProtocol, {
    where: readNumbering,
    context: async (_session, _input, place) => place,
    decide: (state, _input, context) => decideNumberProtocol(state, context),
    answer: (outcome): NumberReceipt => {
      const { number = 0, year = 0 } = outcome.events[0]?.data ?? {};
      return { ...receipt(outcome), number, year };
    },
  }),

  /**
   * Enters a result of an enrollment in its protocol. The answer's `eventId` names the entry in a
   * later correction.
   * Refuses `protocol-unknown`, `protocol-is-signed`, `enrollment-unknown`,
   * `result-of-other-basis`, `line-entered-already`. D8.
   */
  enter: onProtocol(enterProtocolEntry, {
    context: readProtocolEntry,
    decide: decideEnterProtocolEntry,
  }),

  /**
   * Corrects an entry by another one, or strikes it out; the wrong one stays readable. The answer's
   * `eventId` names the entry that is now in force.
   * Refuses `line-not-in-force`, `line-unchanged`, `role-does-not-correct`, `reason-missing`,
   * `act-out-of-order`. D7, D8.
   */
  correct: onProtocol(correctProtocolEntry, {
    context: readProtocolEntryCorrection,
    decide: decideCorrectProtocolEntry,
  }),

  /**
   * Records a member's special opinion on an entry, before the last signature.
   * Refuses `not-present`, `has-no-vote`, `line-unknown`, `dissent-recorded-already`,
   * `protocol-is-complete`. D8.
   */
  dissent: onProtocol(recordDissent, { context: readDayOf, decide: decideRecordDissent }),

  /**
   * Signs a numbered protocol, for a member who was present and still has a seat.
   * Refuses `not-present`, `not-seated`, `protocol-not-numbered`, `protocol-empty`,
   * `signed-already`. D8.
   */
  sign: onProtocol(signProtocol, { context: readSignature, decide: decideSignProtocol }),
});
