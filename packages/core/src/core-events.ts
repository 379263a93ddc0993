import { actEvents } from './keeping/act/facts/events.ts';
import { retentionActEvents } from './keeping/act/facts/retention-events.ts';
import { evaluationEvents } from './keeping/evaluation/facts/events.ts';
import { importEvents } from './keeping/import/facts/events.ts';
import { rowsEvents } from './keeping/import/row/facts/events.ts';
import { loanEvents } from './keeping/loan/facts/events.ts';
import { preservationEvents } from './keeping/preservation/facts/events.ts';
import { retentionEvents } from './keeping/retention/facts/events.ts';
import { transferEvents } from './keeping/transfer/facts/events.ts';
import type { EventOf } from './kernel/event-type.ts';
import { achievementEvents, bankEvents } from './merit/achievement/facts/events.ts';
import { commendationEvents } from './merit/commendation/facts/events.ts';
import { contestEvents } from './merit/contest/facts/events.ts';
import { portfolioEvents } from './merit/portfolio/facts/events.ts';
import { carrierEvents } from './papers/carrier/facts/events.ts';
import { disclosureEvents } from './papers/disclosure/facts/events.ts';
import { fileEvents, fileNumberEvents } from './papers/file/facts/events.ts';
import { formEvents } from './papers/form/facts/events.ts';
import { orderEvents } from './papers/order/facts/events.ts';
import { printoutEvents, sheetEvents } from './papers/printout/facts/events.ts';
import { blankStockEvents } from './papers/register/blank/facts/events.ts';
import { registerEvents } from './papers/register/facts/events.ts';
import { acquaintanceEvents } from './people/acquaintance/facts/events.ts';
import { learnerEvents } from './people/learner/facts/events.ts';
import { linkEvents } from './people/link/facts/events.ts';
import { recordEvents } from './record/events.ts';
import { lawEvents } from './rules/law/facts/events.ts';
import { officialEvents } from './rules/official/facts/events.ts';
import { organisationEvents } from './rules/organisation/facts/events.ts';
import { regulationEvents } from './rules/regulation/facts/events.ts';
import { commissionEvents } from './study/commission/facts/events.ts';
import { protocolRegisterEvents } from './study/commission/protocol/facts/events.ts';
import { creditEvents } from './study/credit/facts/events.ts';
import { enrollmentEvents } from './study/enrollment/facts/events.ts';
import { groupEvents } from './study/group/facts/events.ts';
import { journalEvents } from './study/journal/facts/events.ts';
import { noteEvents } from './study/note/facts/events.ts';
import { programmeEvents } from './study/programme/facts/events.ts';
import { workEvents } from './study/work/facts/events.ts';

/** Every event type of the library; a codec is made from this list and the user's own. */
export const coreEvents = [
  ...regulationEvents,
  ...officialEvents,
  ...organisationEvents,
  ...lawEvents,
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
  ...rowsEvents,
  ...evaluationEvents,
  ...carrierEvents,
  ...formEvents,
  ...orderEvents,
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
  ...preservationEvents,
  ...loanEvents,
  ...disclosureEvents,
  ...printoutEvents,
  ...sheetEvents,
  ...fileNumberEvents,
  ...linkEvents,
  ...acquaintanceEvents,
  ...contestEvents,
  ...noteEvents,
] as const;

/** Any decoded event of the library, discriminated by `type`. */
export type CoreEvent = EventOf<(typeof coreEvents)[number]>;
