import { recordEvents } from './archive/record-events.ts';
import { transferEvents } from './archive/transfer-events.ts';
import { carrierEvents } from './carrier/events.ts';
import { commendationEvents } from './commendation/events.ts';
import { enrollmentEvents } from './enrollment/events.ts';
import { evaluationEvents } from './evaluation/events.ts';
import { fileEvents } from './file/events.ts';
import { formEvents } from './form/events.ts';
import { groupEvents } from './group/events.ts';
import { importEvents } from './import/events.ts';
import { journalEvents } from './journal/events.ts';
import { learnerEvents } from './learner/events.ts';
import { officialEvents } from './official/events.ts';
import { programmeEvents } from './programme/events.ts';
import { regulationEvents } from './regulation/events.ts';
import type { EventOf } from './kernel/event-type.ts';

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
] as const;

/** Any decoded event of the library, told apart by `type`. */
export type CoreEvent = EventOf<(typeof coreEvents)[number]>;
