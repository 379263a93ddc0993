import { readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { annulLawEntry, confirmWording } from './commands.ts';
import { decideAnnulLawEntry, decideConfirmWording } from './decide.ts';
import { lawFold } from './facts/state.ts';

const onLaw = on({ fold: lawFold, key: () => ['main'], answer: receipt });

/**
 * Wordings of acts that the library prints, confirmed by somebody who compared them with the act.
 *
 * @example
 * must(await lawService(session).confirm({ signer: 'p-1',
 *   items: [{ item: 'order-1324/annex-5/1.4', wording }],
 *   publication: { title: 'Официальный интернет-портал правовой информации' } }));
 */
export const lawService = service({
  /**
   * Records that wordings were compared with a publication of the act and are the same. Words that
   * the act has otherwise go into the regulation instead (`general.indicatorWordings`).
   * Refuses `law-item-unknown`, `law-wording-differs`, `law-wording-confirmed`, `law-item-twice`,
   * `act-out-of-order` before the publication, `not-appointed`, `office-not-entitled`,
   * `order-required`, `dated-ahead`.
   */
  confirm: onLaw(confirmWording, { context: readSignedAct, decide: decideConfirmWording }),

  /**
   * Annuls a confirmation that was made in error: reports say again that the wording was not
   * compared.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `order-required`,
   * `not-appointed`, `office-not-entitled`. RK 1.8.
   */
  annulEntry: onLaw(annulLawEntry, { context: readSignedAct, decide: decideAnnulLawEntry }),
});
