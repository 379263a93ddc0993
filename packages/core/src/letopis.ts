import { achievementRoom } from './achievement/room.ts';
import { actRoom } from './act/room.ts';
import { loanRoom } from './archive/loan-room.ts';
import { transferRoom } from './archive/room.ts';
import { carrierRoom } from './carrier/room.ts';
import { commendationRoom } from './commendation/room.ts';
import { protocolRoom } from './commission/protocol-room.ts';
import { commissionRoom } from './commission/room.ts';
import { coreEvents } from './core-events.ts';
import { creditRoom } from './credit/room.ts';
import { custodyRoom } from './custody/room.ts';
import { Desk } from './desk.ts';
import { disclosureRoom } from './disclosure/room.ts';
import { debtRoom } from './enrollment/debt-room.ts';
import { assessmentRoom, enrollmentRoom } from './enrollment/room.ts';
import { evaluationRoom } from './evaluation/room.ts';
import { fileRoom } from './file/room.ts';
import { formRoom } from './form/room.ts';
import { groupRoom } from './group/room.ts';
import { importRoom } from './import/room.ts';
import { journalRoom } from './journal/room.ts';
import { codec } from './kernel/codec.ts';
import { groundGiven } from './kernel/command.ts';
import { LetopisError } from './kernel/errors.ts';
import type { EventStore } from './kernel/event-store.ts';
import type { EventType } from './kernel/event-type.ts';
import type { Ground } from './kernel/event.ts';
import type { KernelOptions } from './kernel/handle.ts';
import { Kernel } from './kernel/handle.ts';
import { learnerRoom } from './learner/room.ts';
import { linkRoom } from './link/room.ts';
import { officialRoom } from './official/room.ts';
import { portfolioRoom } from './portfolio/room.ts';
import { printoutRoom } from './printout/room.ts';
import { programmeRoom } from './programme/room.ts';
import { blankRoom } from './register/blank/room.ts';
import { documentRoom } from './register/room.ts';
import { regulationRoom } from './regulation/room.ts';
import { retentionRoom } from './retention/room.ts';
import { organisationId } from './values/identifier.ts';
import { workRoom } from './work/room.ts';

/** Makes a room: the commands of one aggregate, for one sender. */
export type RoomMaker<Room extends object = object> = (desk: Desk) => Room;

/** The rooms that makers make, by the same names. */
export type RoomsOf<Makers extends Readonly<Record<string, RoomMaker>>> = {
  readonly [Name in keyof Makers]: ReturnType<Makers[Name]>;
};

/** The library's own rooms. */
export const coreRooms = {
  regulation: regulationRoom,
  officials: officialRoom,
  programmes: programmeRoom,
  groups: groupRoom,
  learners: learnerRoom,
  enrollments: enrollmentRoom,
  assessments: assessmentRoom,
  journals: journalRoom,
  files: fileRoom,
  commendations: commendationRoom,
  transfers: transferRoom,
  loans: loanRoom,
  acts: actRoom,
  retention: retentionRoom,
  custody: custodyRoom,
  imports: importRoom,
  evaluations: evaluationRoom,
  carriers: carrierRoom,
  forms: formRoom,
  commissions: commissionRoom,
  protocols: protocolRoom,
  debts: debtRoom,
  works: workRoom,
  documents: documentRoom,
  blanks: blankRoom,
  credits: creditRoom,
  achievements: achievementRoom,
  portfolios: portfolioRoom,
  disclosures: disclosureRoom,
  printouts: printoutRoom,
  links: linkRoom,
} as const;

export interface LetopisOptions extends KernelOptions {
  readonly store: EventStore;
  /** The organisation's id, 1 to 24 small letters and digits: the prefix of its streams. */
  readonly organisation: string;
  /** Event types of your own, beside the library's. */
  readonly events?: readonly EventType[];
}

/** On whose behalf and on which paper a sender acts. */
export interface SenderOptions {
  readonly onBehalfOf?: string;
  /** The ground of every command that names none of its own. */
  readonly ground?: Ground;
}

/** One organisation's records in one store. */
export interface Letopis<Makers extends Readonly<Record<string, RoomMaker>>> {
  readonly organisation: string;
  readonly kernel: Kernel;
  /** The rooms, for one sender: `actor` is the id of the account that enters the facts. */
  as(actor: string, options?: SenderOptions): RoomsOf<Makers>;
  /**
   * Adds rooms of your own beside the library's; their event types go into `events`. One that bears
   * the name of a core room takes its place.
   *
   * @example
   * const school = letopis({ store, organisation: 'academy', events: bookEvents })
   *   .with({ books: bookRoom }).as('u-17');
   * must(await school.books.lend({ learner: 'l-1', book: 'b-1', on: '2026-10-05' }));
   */
  with<More extends Readonly<Record<string, RoomMaker>>>(more: More): Letopis<Makers & More>;
}

/**
 * Opens an organisation's records.
 *
 * Throws `misuse` for a bad organisation id; `as` does for an empty actor or a bad ground.
 *
 * @example
 * const school = letopis({ store, organisation: 'academy' }).as('u-17', {
 *   ground: order('1-од', '2026-08-25') });
 * must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
 */
export function letopis(options: LetopisOptions): Letopis<typeof coreRooms> {
  const { store, organisation, events = [], ...limits } = options;
  if (!organisationId.safeParse(organisation).success) {
    const say = `${JSON.stringify(organisation)} is no organisation id: 1 to 24 of a-z and 0-9`;
    throw new LetopisError('misuse', say, { organisation });
  }
  return house(organisation, new Kernel(store, codec(coreEvents, events), limits), coreRooms);
}

function house<Makers extends Readonly<Record<string, RoomMaker>>>(
  organisation: string,
  kernel: Kernel,
  makers: Makers,
): Letopis<Makers> {
  return {
    organisation,
    kernel,
    as: (actor, { onBehalfOf = null, ground = null }: Nullable<SenderOptions> = {}) => {
      if (typeof actor !== 'string' || actor === '') {
        throw new LetopisError(
          'misuse',
          'every command needs the id of the account that enters it',
        );
      }
      if (ground !== null && !groundGiven.safeParse(ground).success) {
        const say = `${JSON.stringify(ground)} is no ground: make one with order('1-од', day)`;
        throw new LetopisError('misuse', say, { ground });
      }
      const desk = new Desk(organisation, { actor, onBehalfOf, ground }, kernel);
      const rooms = Object.entries(makers).map(([name, make]) => [name, make(desk)] as const);
      return Object.fromEntries(rooms) as RoomsOf<Makers>;
    },
    with: (more) => house(organisation, kernel, { ...makers, ...more }),
  };
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
