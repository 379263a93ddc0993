import { refusal } from '../../../kernel/refusal.ts';

/** Said where no copy of a protocol is kept under the id, or its keeping was annulled. R3 §3.4. */
export const contestProtocolUnknown = refusal(
  'contest-protocol-unknown',
  (d: { contest: string }) => ({
    ru: `Копии протокола ${d.contest} нет: сначала внесите её (keepProtocol) или проверьте id`,
    en: `No copy of a protocol ${d.contest} is kept: enter it (keepProtocol), or check the id`,
  }),
);
