import { readSignedAct } from '../../acting/context.ts';
import { withDefaultId } from '../../acting/default-id.ts';
import { readFactDayOf } from '../../acting/fact-day.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { warnOfName } from '../../acting/name-warning.ts';
import { withNewId } from '../../acting/new-id.ts';
import { on } from '../../acting/on.ts';
import { correctedReceipt, receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import { warned } from '../../acting/warned.ts';
import { fitting } from '../../entry/fitting.ts';
import {
  annulLearnerEntry,
  changeLearner,
  correctLearnerEntry,
  endRepresentative,
  endSpecialStatus,
  giveConsent,
  giveExternalId,
  listAsGifted,
  nameRepresentative,
  recordSpecialNeeds,
  registerLearner,
  withdrawConsent,
} from './commands.ts';
import { readCorrection } from './context.ts';
import { decideEndSpecialStatus } from './decide-conditions.ts';
import {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
} from './decide-consent.ts';
import { decideAnnulLearnerEntry, decideCorrectLearnerEntry, learnerFit } from './decide-entry.ts';
import { decideExternalId, readExternalId } from './decide-external-id.ts';
import { withSnilsOfOne } from './decide-identity.ts';
import { decideChange, decideGifted, decideRegister, decideSpecialNeeds } from './decide.ts';
import { learnerFold } from './facts/state.ts';
import type { FindLearner } from './find-context.ts';
import { findByExternalId } from './find-context.ts';
import { readIdentity, warnOfIdentity } from './identity-context.ts';

const onLearner = on({ fold: learnerFold, ...keyedBy('learner') });

/**
 * Learners: personal data, representatives, consents, special needs and listings as gifted. D3.
 *
 * @example
 * must(await learnerService(session).register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
 */
export const learnerService = service({
  /**
   * Registers a learner. The answer's `id` is the given one, or else the command's id.
   * Refuses `already-exists`, `personal-id` for an id that is a SNILS, a phone number or a name
   * with a birth date, `registration-annulled` for an id whose registration was annulled, save with
   * `again`, `registration-not-annulled`, `snils-taken` where `general.sameSnils` is `refuse`,
   * `birth-date-ahead`, `dated-ahead`, `regulation-missing`.
   * Warns of `snils-on-another` and `name-not-in-parts`. D3, R1 §3.2, RK 1.8, SEC 7.
   */
  register: warned(
    onLearner.create(registerLearner, {
      context: (session, input) => readIdentity(session, input.id, input),
      decide: withSnilsOfOne(decideRegister),
    }),
    (session, input, { id }) => warnOfIdentity(session, id, input),
  ),

  /**
   * Records new personal data from a day on; fields that are not given stay as they are. Each field
   * holds from its own day, so that a change may be entered late. A change that is `closed` hides
   * who the learner was before it, on whatever day and as known whenever, and the representatives
   * who do not stay; readers of pages have to be bound as an office of `disclosure.closedOffices`.
   * Refuses `learner-unknown`, `change-before-registration`, `snils-taken`, `birth-date-ahead`,
   * `closed-paper-missing`, `representative-unknown`, `entry-contradicted`, `dated-ahead`,
   * `regulation-missing`.
   * Warns as `register` does, and of `linked-not-closed`. D3, RK 1.10, Family Code art. 139.
   */
  change: warned(
    onLearner(changeLearner, {
      context: (session, input) => readIdentity(session, input.learner, input),
      decide: withSnilsOfOne(fitting(learnerFit, decideChange)),
    }),
    (session, input) => warnOfIdentity(session, input.learner, input),
  ),

  /**
   * Records the id that another system has for the learner, from a day on; it takes the place of an
   * earlier one of that system. The id is personal data, and is erased with the learner's.
   * Refuses `learner-unknown`, `external-id-taken`, `external-id-standing`,
   * `change-before-registration`, `dated-ahead`, `regulation-missing`. SEC 7.
   */
  giveExternalId: onLearner(giveExternalId, {
    context: readExternalId,
    decide: fitting(learnerFit, decideExternalId),
  }),

  /**
   * Finds the learner who has an id in another system on a day, today by default. Answers the
   * learner's id, or null where nobody has it.
   * Refuses `external-id-ambiguous`, `invalid-input`, `regulation-missing`. SEC 7.
   */
  find: (session: Session) => (asked: FindLearner) => findByExternalId(session, asked),

  /**
   * Records a minor's legal representative. Where a court or the guardianship body changes the
   * scope of their rights, end them on that day and name the representative anew, on its paper.
   * Refuses `learner-unknown`, `personal-id`, `learner-of-age`, `representative-standing`,
   * `scope-paper-missing`, `period-reversed`, `entry-contradicted`, `dated-ahead`.
   * Warns of `name-not-in-parts`. D3, RK 1.16, SEC 7.
   */
  nameRepresentative: warned(
    onLearner(nameRepresentative, {
      context: readFactDayOf,
      decide: withNewId(
        ({ representatives }, { representative }) =>
          representatives.some(({ id }) => id === representative) ? null : representative,
        fitting(learnerFit, decideRepresentative),
      ),
    }),
    async (_, { representative, name }) => warnOfName(representative, name),
  ),

  /**
   * Ends a representative's rights; the given day is the first without them.
   * Refuses `learner-unknown`, `representative-unknown`, `entry-contradicted`, `dated-ahead`. D3.
   */
  endRepresentative: onLearner(endRepresentative, {
    context: readFactDayOf,
    decide: fitting(learnerFit, decideEndRepresentative),
  }),

  /**
   * Records a consent. The answer's `id` is the consent's.
   * Refuses `learner-unknown`, `already-exists`, `minor-acts-alone`, `representative-unknown`,
   * `representative-scope`, `period-reversed`, `dated-ahead`. D3, RK 1.16, R1 §5.3, §6.2, 152-FZ
   * art. 9.
   */
  giveConsent: onLearner.answering(giveConsent, {
    context: readFactDayOf,
    decide: fitting(learnerFit, withDefaultId(decideConsent)),
    answer: (outcome) => {
      const [given] = outcome.events;
      return { ...receipt(outcome), id: given?.type === 'ConsentGiven' ? given.data.consent : '' };
    },
  }),

  /**
   * Records that a consent was withdrawn; the given day is the first without it.
   * Refuses `learner-unknown`, `consent-unknown`, `consent-withdrawn`,
   * `withdrawal-before-consent`, `minor-acts-alone`, `representative-unknown`,
   * `representative-scope`, `dated-ahead`. D3, RK 1.16, 152-FZ art. 9.
   */
  withdrawConsent: onLearner(withdrawConsent, {
    context: readFactDayOf,
    decide: fitting(learnerFit, decideWithdrawal),
  }),

  /**
   * Records special educational needs from a day on.
   * Refuses `learner-unknown`, `period-reversed`, `dated-ahead`. D3, R4 §2.2.7, R5 §2.2.
   */
  recordSpecialNeeds: onLearner(recordSpecialNeeds, {
    context: readFactDayOf,
    decide: fitting(learnerFit, decideSpecialNeeds),
  }),

  /**
   * Records that the state resource on gifted children lists the learner.
   * Refuses `learner-unknown`, `period-reversed`, `dated-ahead`. D3, R5 §3.4.
   */
  listAsGifted: onLearner(listAsGifted, {
    context: readFactDayOf,
    decide: fitting(learnerFit, decideGifted),
  }),

  /**
   * Ends special needs or the listing as gifted; the given day is the first without it.
   * Refuses `learner-unknown`, `special-status-not-held`, `entry-contradicted`, `dated-ahead`. D3.
   */
  endSpecialStatus: onLearner(endSpecialStatus, {
    context: readFactDayOf,
    decide: fitting(learnerFit, decideEndSpecialStatus),
  }),

  /**
   * Annuls an entry from the start: it counts as if it had never been made. The end of a period or
   * the withdrawal of a consent is annulled with it. An office of `disclosure.closedOffices` signs
   * what undoes a closed change, or makes it hide less: that reveals what it hid.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `office-not-entitled`, `not-appointed`, `office-not-named`, `dated-ahead`,
   * `regulation-missing`. RK 1.8, RK 1.10.
   */
  annul: onLearner(annulLearnerEntry, {
    context: readSignedAct,
    decide: decideAnnulLearnerEntry,
  }),

  /**
   * Corrects the day or the values of an entry, which is annulled and replaced. The answer's
   * `replacedBy` is the event id of the entry in its place. A change that was entered openly is
   * closed by `to: { closed, ground }`, and `closed: null` opens one again.
   * Refuses as `annul` does, as the command of the entry does, and `entry-field-unknown`,
   * `entry-field-needed`, `entry-unchanged`, `entry-erased`. Warns as `register` does. RK 1.8, RK
   * 1.5.
   */
  correct: warned(
    onLearner.answering(correctLearnerEntry, {
      context: readCorrection,
      decide: decideCorrectLearnerEntry,
      answer: correctedReceipt,
    }),
    (session, { learner, to }) => warnOfIdentity(session, learner, to),
  ),
});
