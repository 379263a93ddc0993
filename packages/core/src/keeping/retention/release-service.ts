import { service } from '../../acting/service.ts';
import { annulRelease, releaseCarrier, releaseRecord } from './commands.ts';
import { readReleased } from './context.ts';
import { decideAnnulRelease, decideReleaseCarrier, decideReleaseRecord } from './decide-release.ts';
import { onRetention } from './service.ts';

/**
 * What the process `actProcess` releases for an act. Applications do not send these commands. D19.
 */
export const releaseService = service({
  /**
   * Releases a carrier of a record for destruction, in the stream of the holds, because a hold
   * placed meanwhile must stop it.
   * Refuses `under-hold`, `carrier-released`. D19.
   */
  carrier: onRetention(releaseCarrier, { context: readReleased, decide: decideReleaseCarrier }),

  /**
   * Releases a record for the erasure of its personal data.
   * Refuses `under-hold`. D19, 152-FZ art. 21.
   */
  record: onRetention(releaseRecord, { context: readReleased, decide: decideReleaseRecord }),

  /**
   * Annuls the release of a carrier with the approval that it came of.
   * Refuses `carrier-not-released`. D19, RK 1.8.
   */
  annul: onRetention(annulRelease, { decide: decideAnnulRelease }),
});
