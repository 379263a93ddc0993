import { achievementEvents, bankEvents } from './achievement/events.ts';
import { actEvents } from './act/events.ts';
import { loanEvents } from './archive/loan-events.ts';
import { transferEvents } from './archive/transfer-events.ts';
import { carrierEvents } from './carrier/events.ts';
import { commendationEvents } from './commendation/events.ts';
import { commissionEvents, protocolRegisterEvents } from './commission/events.ts';
import { creditEvents } from './credit/events.ts';
import { custodyEvents } from './custody/events.ts';
import { disclosureEvents } from './disclosure/events.ts';
import { enrollmentEvents } from './enrollment/events.ts';
import { evaluationEvents } from './evaluation/events.ts';
import { fileEvents, fileNumberEvents } from './file/events.ts';
import { formEvents } from './form/events.ts';
import { groupEvents } from './group/events.ts';
import { importEvents } from './import/events.ts';
import { journalEvents } from './journal/events.ts';
import type { EventOf } from './kernel/event-type.ts';
import { learnerEvents } from './learner/events.ts';
import { linkEvents } from './link/events.ts';
import { officialEvents } from './official/events.ts';
import { portfolioEvents } from './portfolio/events.ts';
import { printoutEvents, sheetEvents } from './printout/events.ts';
import { programmeEvents } from './programme/events.ts';
import { recordEvents } from './record/events.ts';
import { blankStockEvents } from './register/blank/events.ts';
import { registerEvents } from './register/events.ts';
import { regulationEvents } from './regulation/events.ts';
import { retentionActEvents } from './retention/act-events.ts';
import { retentionEvents } from './retention/events.ts';
import { workEvents } from './work/events.ts';

/** Every event type of the library; a codec is made from it and a user's own lists. */
export const coreEvents = [
  ...regulationEvents,
  ...officialEvents,
  ...programmeEvents,
  ...groupEvents,
  ...learnerEvents,
  ...enrollmentEvents,
  ...journalEvents,
  ...fileEvents,
  ...commendationEvents,
  ...recordEvents,
  ...transferEvents,
  ...importEvents,
  ...evaluationEvents,
  ...carrierEvents,
  ...formEvents,
  ...commissionEvents,
  ...protocolRegisterEvents,
  ...workEvents,
  ...registerEvents,
  ...blankStockEvents,
  ...actEvents,
  ...retentionEvents,
  ...retentionActEvents,
  ...creditEvents,
  ...achievementEvents,
  ...bankEvents,
  ...portfolioEvents,
  ...custodyEvents,
  ...loanEvents,
  ...disclosureEvents,
  ...printoutEvents,
  ...sheetEvents,
  ...fileNumberEvents,
  ...linkEvents,
] as const;

/** Any decoded event of the library, told apart by `type`. */
export type CoreEvent = EventOf<(typeof coreEvents)[number]>;
