import { readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { standingOn } from '../../acting/own-paper.ts';
import { service } from '../../acting/service.ts';
import {
  annulDisclosureEntry,
  askDisclosure,
  giveInformation,
  grantDisclosure,
  publishResults,
  putOffAnswer,
  refuseDisclosure,
  tellInStudy,
  withdrawPublication,
} from './commands.ts';
import { readAsked, readPublication, readStep, readTelling } from './context.ts';
import {
  decideAsk,
  decideGive,
  decideGrant,
  decidePutOff,
  decideRefuse,
} from './decide-application.ts';
import { decideTell } from './decide-giving.ts';
import { decidePublishResults, decideWithdrawPublication } from './decide-publication.ts';
import { decideAnnulDisclosureEntry } from './decide-put-right.ts';
import type { DisclosureState } from './facts/state.ts';
import { disclosureFold } from './facts/state.ts';

const onDisclosure = on({ fold: disclosureFold, ...keyedBy('disclosure') });

/** The application, on which the answers stand. */
const paperOf = ({ application }: DisclosureState) => application?.paper ?? null;

/**
 * Information disclosed about learners: on application, on demand, in the course of study, or to
 * the public. D16, R1 §6.
 *
 * @example
 * const disclosures = disclosureService(session);
 * const { id } = must(await disclosures.ask({ learner: 'l-1', applicant: { kind: 'learner' },
 *   form: 'oral', purpose: 'acquaintance' }));
 * must(await disclosures.grant({ disclosure: id, basis: { by: 'right' }, signer: 'p-1',
 *   give: { given: { forms: [{ form: 'transcript' }] }, medium: 'oral' } }));
 */
export const disclosureService = service({
  /**
   * Records that somebody asks for information about a learner. Anybody may ask, because whether
   * they may have it is decided later. The receipt's `id` is the application's.
   * Refuses `already-exists`, `learner-unknown`, `application-form-unknown`, `purpose-unknown`,
   * `answer-term-unknown`. D16, R1 §6.3, R3 §4.4, R5 §6.4.
   */
  ask: onDisclosure.create(askDisclosure, { context: readAsked, decide: decideAsk }),

  /**
   * Puts the answer to an application off, once, by a notice with reasons.
   * Refuses `application-unknown`, `application-decided`, `put-off-too-late`, `put-off-too-far`,
   * `entry-contradicted`, `not-appointed`. D16, R1 §6.3.
   */
  putOff: onDisclosure(putOffAnswer, {
    context: readStep,
    decide: standingOn(decidePutOff, paperOf),
  }),

  /**
   * Grants an application on a basis: a right, an interest, a consent or the law. With `give` the
   * information is given at once. It stands on the application where that is a paper.
   * Refuses `application-unknown`, `application-decided`, `disclosure-not-open`,
   * `consent-not-holding`, `representative-unknown`, `representative-scope`, `entry-contradicted`,
   * `not-appointed`. D16, RK 1.16, R1
   * §6.2-6.3, R5 §6.2.
   */
  grant: onDisclosure(grantDisclosure, {
    context: readStep,
    decide: standingOn(decideGrant, paperOf),
  }),

  /**
   * Refuses an application on a ground of the regulation. It stands on the application where that
   * is a paper.
   * Refuses `application-unknown`, `application-decided`, `refusal-ground-unknown`,
   * `entry-contradicted`, `not-appointed`. D16, R1 §6.3.
   */
  refuse: onDisclosure(refuseDisclosure, {
    context: readStep,
    decide: standingOn(decideRefuse, paperOf),
  }),

  /**
   * Records that what was granted was given, once, if the recipient is still entitled that day.
   * Refuses `application-unknown`, `not-granted`, `information-given-already`,
   * `disclosure-not-open`, `consent-not-holding`, `entry-contradicted`, `not-appointed`. D16, R1
   * §6.3.
   */
  give: onDisclosure(giveInformation, {
    context: readStep,
    decide: standingOn(decideGive, paperOf),
  }),

  /**
   * Records which information a learner or a representative got in the course of study. The
   * receipt's `id` is the disclosure's.
   * Refuses `already-exists`, `learner-unknown`, `purpose-unknown`, `disclosure-not-open`,
   * `representative-unknown`, `representative-scope`, `not-appointed`. D16, RK 1.16, R1 §6.3, R3
   * §4.4, R4 §2.2.6, R5 §2.3.
   */
  tell: onDisclosure.create(tellInStudy, { context: readTelling, decide: decideTell }),

  /**
   * Records that results were published, each learner's on a consent to publication or all on a
   * norm of law. The order or other paper is the command's ground. The receipt's `id` is the
   * publication's.
   * Refuses `already-exists`, `publication-ground-missing`, `published-twice`,
   * `consent-not-holding`, `disclosure-not-open`, `not-appointed`. D16, R1 §5.3, R3 §3.5, §4.2.
   */
  publish: onDisclosure.create(publishResults, {
    context: readPublication,
    decide: decidePublishResults,
  }),

  /**
   * Records that what was published about some learners, by default about all, was withdrawn.
   * Refuses `publication-unknown`, `not-published`, `act-out-of-order`, `entry-contradicted`,
   * `not-appointed`. D16, R1 §5.3.
   */
  withdrawPublication: onDisclosure(withdrawPublication, {
    context: readStep,
    decide: decideWithdrawPublication,
  }),

  /**
   * Annuls an entry of an application, of information given, or of a publication, that was made in
   * error; enter it anew where it has another day or value. What rests on it, such as the answer on
   * an application, is annulled first.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D16, RK 1.8.
   */
  annulEntry: onDisclosure(annulDisclosureEntry, {
    context: readSignedAct,
    decide: decideAnnulDisclosureEntry,
  }),
});
