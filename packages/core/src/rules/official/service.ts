import { readSignedAct } from '../../acting/context.ts';
import { readFactDayOf } from '../../acting/fact-day.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { warnOfName } from '../../acting/name-warning.ts';
import { withNewId } from '../../acting/new-id.ts';
import { on } from '../../acting/on.ts';
import { correctedReceipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { warned } from '../../acting/warned.ts';
import { fitting } from '../../entry/fitting.ts';
import { readEditionOrFirst } from '../regulation/facts/reading.ts';
import {
  annulOfficialEntry,
  appointOfficial,
  correctOfficialEntry,
  relieveOfficial,
  renameOfficial,
} from './commands.ts';
import { readOfficialCorrection } from './context.ts';
import {
  decideAnnulOfficialEntry,
  decideCorrectOfficialEntry,
  officialFit,
} from './decide-entry.ts';
import { decideAppoint, decideRelieve, decideRename } from './decide.ts';
import { officialFold } from './facts/state.ts';

const onOfficial = on({ fold: officialFold, ...keyedBy('person') });

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
   * the person's name. It may lie before another appointment to the same office, and before the
   * first edition of the regulation, whose rules it has then.
   * Refuses `office-unknown`, `personal-id`, `already-appointed`, `period-reversed`,
   * `order-required`, `entry-contradicted`, `regulation-missing`. Warns of `name-not-in-parts`. D1,
   * R2 §3.2, SEC 7.
   */
  appoint: warned(
    onOfficial(appointOfficial, {
      context: (session, { from }) => readEditionOrFirst(session, from),
      decide: withNewId(
        ({ entries }, { person }) => (entries.size === 0 ? person : null),
        fitting(officialFit, decideAppoint),
      ),
    }),
    async (_, { person, name }) => warnOfName(person, name),
  ),

  /**
   * Relieves a person of an office, from a day on.
   * Refuses `not-appointed`, `order-required`, `entry-contradicted`, `regulation-missing`. D1, R2
   * §3.2.
   */
  relieve: onOfficial(relieveOfficial, {
    context: (session, input) => readEditionOrFirst(session, input.on),
    decide: fitting(officialFit, decideRelieve),
  }),

  /**
   * Records a person's new name from a day on, also late. Facts refer to the person by id, so those
   * that they signed before need no change.
   * Refuses `official-unknown`, `dated-ahead`, `regulation-missing`. Warns of `name-not-in-parts`.
   * D1.
   */
  rename: warned(
    onOfficial(renameOfficial, { context: readFactDayOf, decide: decideRename }),
    async (_, { person, name }) => warnOfName(person, name),
  ),

  /**
   * Annuls an appointment, a relief or a name from the start: it counts as if it had never been
   * made. The relief of an appointment is annulled with it.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `order-required`, `office-not-entitled`, `not-appointed`, `office-not-named`, `dated-ahead`,
   * `regulation-missing`. RK 1.8.
   */
  annul: onOfficial(annulOfficialEntry, {
    context: readSignedAct,
    decide: decideAnnulOfficialEntry,
  }),

  /**
   * Corrects the day or the values of an appointment, a relief or a name, which is annulled and
   * replaced. The answer's `replacedBy` is the event id of the entry in its place.
   * Refuses as `annul` does, as the command of the entry does, and `entry-field-unknown`,
   * `entry-field-needed`, `entry-unchanged`, `entry-erased`. RK 1.8, RK 1.5.
   */
  correct: warned(
    onOfficial.answering(correctOfficialEntry, {
      context: readOfficialCorrection,
      decide: decideCorrectOfficialEntry,
      answer: correctedReceipt,
    }),
    async (_, { person, to }) => warnOfName(person, to.name),
  ),
});
