import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { readEdition } from '../regulation/facts/reading.ts';
import { appointOfficial, relieveOfficial, renameOfficial } from './commands.ts';
import { decideAppoint, decideRelieve, decideRename } from './decide.ts';
import { officialFold } from './facts/state.ts';

const onOfficial = on({
  fold: officialFold,
  key: ({ person }: { readonly person: string }) => [person],
  answer: receipt,
});

/**
 * Officials: who holds which office, from which day to which. D1.
 *
 * @example
 * must(await officialService(session).appoint({ person: 'p-9', office: 'teacher',
 *   from: '2026-09-01' }));
 */
export const officialService = service({
  /**
   * Appoints a person to an office of the regulation, from a day on. The command may also record
   * the person's name.
   * Refuses `office-unknown`, `already-appointed`, `appointment-out-of-order`, `period-reversed`,
   * `official-name-out-of-order`, `order-required`, `regulation-missing`. D1, R2 §3.2.
   */
  appoint: onOfficial(appointOfficial, {
    context: (session, { from }) => readEdition(session, from),
    decide: decideAppoint,
  }),

  /**
   * Relieves a person of an office, from a day on.
   * Refuses `not-appointed`, `appointment-out-of-order`, `order-required`, `regulation-missing`.
   * D1, R2 §3.2.
   */
  relieve: onOfficial(relieveOfficial, {
    context: (session, input) => readEdition(session, input.on),
    decide: decideRelieve,
  }),

  /**
   * Records a person's new name from a day on. Facts refer to the person by id, so those that they
   * signed before need no change.
   * Refuses `official-unknown`, `official-name-out-of-order`. D1.
   */
  rename: onOfficial(renameOfficial, { decide: decideRename }),
});
