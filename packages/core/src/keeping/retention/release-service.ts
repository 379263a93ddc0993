import { service } from '../../acting/service.ts';
import { releaseCarrier, releaseRecord } from './commands.ts';
import { decideReleaseCarrier, decideReleaseRecord } from './decide-release.ts';
import { onRetention } from './service.ts';

/** What the process `actProcess` releases in `retention-main`; no application sends it. D19. */
export const releaseService = service({
  /**
   * Releases a carrier of a record for destruction, because a hold placed meanwhile stops it here.
   * The receipt says where the event is stored.
   * Refuses `under-hold`, `carrier-released`. D19.
   */
  carrier: onRetention(releaseCarrier, { decide: decideReleaseCarrier }),

  /**
   * Releases a record for the erasure of its personal data. The receipt says where the event is stored.
   * Refuses `under-hold`. D19, 152-FZ art. 21.
   */
  record: onRetention(releaseRecord, { decide: decideReleaseRecord }),
});
