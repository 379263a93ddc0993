import { keyedBy } from '../../../acting/keyed-by.ts';
import { on } from '../../../acting/on.ts';
import { service } from '../../../acting/service.ts';
import { registerFold } from '../facts/state.ts';
import {
  annulBlankEntry,
  annulBlankStockEntry,
  assignBlanks,
  correctBlankEntry,
  correctBlankStockEntry,
  receiveBlanks,
  releaseBlanks,
  spoilBlank,
  writeOffBlanks,
} from './commands.ts';
import {
  readAnnulBlankEntry,
  readAnnulStockEntry,
  readAssign,
  readBlankAct,
  readCorrectBlankEntry,
  readCorrectStockEntry,
  readInRegister,
} from './context.ts';
import {
  decideReleaseBlanks,
  decideSpoilBlank,
  decideWriteOffBlanks,
} from './decide-in-register.ts';
import {
  decideAnnulBlankEntry,
  decideAnnulBlankStockEntry,
  decideCorrectBlankEntry,
  decideCorrectBlankStockEntry,
} from './decide-put-right.ts';
import { decideAssignBlanks, decideReceiveBlanks } from './decide.ts';
import { blankStockFold } from './facts/state.ts';

const onStock = on({ fold: blankStockFold, ...keyedBy('blank') });

const onRegister = on({ fold: registerFold, ...keyedBy('register') });

/**
 * Accountable blanks: received, assigned to a register, spoilt, written off, released; each of
 * these can be annulled or corrected. D15.
 *
 * @example
 * const range = { blank: 'diploma-blank', series: 'ПП', from: '0001', to: '0100' };
 * must(await blankService(session).receive({ ...range, signer: 'p-5', on: '2026-11-02' }));
 * must(await blankService(session).assign({ ...range, register: 'issued-documents.2026',
 *   signer: 'p-5', on: '2026-11-02' }));
 */
export const blankService = service({
  /**
   * Receives blanks into stock, by series and range of numbers.
   * Refuses `blank-kind-unknown`, `blanks-in-stock`, `blanks-too-many`, `office-not-entitled`,
   * `not-appointed`. D15.
   */
  receive: onStock(receiveBlanks, { context: readBlankAct, decide: decideReceiveBlanks }),

  /**
   * Assigns blanks to the register of a year: only there may they be used.
   * Refuses `blanks-not-in-stock`, `blanks-held`, `blanks-given-back`, `blanks-too-many`,
   * `office-not-entitled`, `not-appointed`. D15.
   */
  assign: onStock(assignBlanks, { context: readAssign, decide: decideAssignBlanks }),

  /**
   * Records that a blank was spoilt before a document was issued on it.
   * Refuses `blank-not-at-hand`, `blank-assigned-later`, `blank-used`, `blank-kind-unknown`,
   * `office-not-entitled`, `not-appointed`. D15.
   */
  spoil: onRegister(spoilBlank, { context: readInRegister, decide: decideSpoilBlank }),

  /**
   * Writes spoilt blanks off, by an act.
   * Refuses `write-off-act-missing`, `blank-not-spoilt`, `act-out-of-order` before a blank was
   * spoilt, `blank-kind-unknown`, `office-not-entitled`, `not-appointed`. D15.
   */
  writeOff: onRegister(writeOffBlanks, { context: readInRegister, decide: decideWriteOffBlanks }),

  /**
   * Releases unused blanks from a register, so that they can be assigned elsewhere.
   * Refuses `blank-not-at-hand`, `blank-used`, `blank-kind-unknown`, `office-not-entitled`,
   * `not-appointed`. D15.
   */
  release: onRegister(releaseBlanks, { context: readInRegister, decide: decideReleaseBlanks }),

  /**
   * Annuls a delivery or an assignment that was entered in error. What was done with its blanks
   * since is annulled before it; a wrong day or value is mended by `correctStockEntry`.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `office-not-entitled`, `not-appointed`. D15, RK 1.8.
   */
  annulStockEntry: onStock(annulBlankStockEntry, {
    context: readAnnulStockEntry,
    decide: decideAnnulBlankStockEntry,
  }),

  /**
   * Corrects the day, paper, numbers, supplier, register or signer of a delivery or an assignment,
   * also where its blanks were used since. The entry of before stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-field-unknown`, `entry-unchanged`,
   * `blanks-in-stock`, `blanks-not-in-stock`, `blanks-held`, `blanks-given-back`, `entry-rested-on`
   * where what was done with the blanks could not be beside it, `reason-missing`,
   * `office-not-entitled`, `not-appointed`. D15, RK 1.5, RK 1.8.
   */
  correctStockEntry: onStock(correctBlankStockEntry, {
    context: readCorrectStockEntry,
    decide: decideCorrectBlankStockEntry,
  }),

  /**
   * Annuls that blanks were spoilt, written off or released in a register, where that was entered
   * in error. A spoilt blank that was written off, and released ones that another register has, are
   * annulled after that.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `office-not-entitled`, `not-appointed`. D15, RK 1.8.
   */
  annulEntry: onRegister(annulBlankEntry, {
    context: readAnnulBlankEntry,
    decide: decideAnnulBlankEntry,
  }),

  /**
   * Corrects the day, the paper or the signer of what was done with blanks in a register, the
   * number and the cause of a spoilt one, and the numbers of released ones, also where another
   * register has these by now. The entry of before stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-field-unknown`, `entry-unchanged`,
   * `blank-not-at-hand`, `blank-assigned-later`, `blank-used`, `entry-rested-on`, `reason-missing`,
   * `office-not-entitled`, `not-appointed`. D15, RK 1.5, RK 1.8.
   */
  correctEntry: onRegister(correctBlankEntry, {
    context: readCorrectBlankEntry,
    decide: decideCorrectBlankEntry,
  }),
});
