import { achievementService } from './achievement/service.ts';
import { actService } from './act/service.ts';
import type { MethodsMaker } from './acting/service.ts';
import { operationsOf, service } from './acting/service.ts';
import { loanService } from './archive/loan-service.ts';
import { transferService } from './archive/service.ts';
import { carrierService } from './carrier/service.ts';
import { commendationService } from './commendation/service.ts';
import { protocolService } from './commission/protocol-service.ts';
import { commissionService } from './commission/service.ts';
import { coreEvents } from './core-events.ts';
import { creditService } from './credit/service.ts';
import { custodyService } from './custody/service.ts';
import { Desk } from './desk.ts';
import { disclosureService } from './disclosure/service.ts';
import { assessmentService } from './enrollment/assessment-service.ts';
import { correctionService } from './enrollment/correction-service.ts';
import { debtService } from './enrollment/debt-service.ts';
import { enrollmentService } from './enrollment/service.ts';
import { evaluationService } from './evaluation/service.ts';
import { fileService } from './file/service.ts';
import { formService } from './form/service.ts';
import { groupService } from './group/service.ts';
import { importService } from './import/service.ts';
import { journalService } from './journal/service.ts';
import { codec } from './kernel/codec.ts';
import { groundGiven } from './kernel/command.ts';
import { LetopisError } from './kernel/errors.ts';
import type { EventStore } from './kernel/event-store.ts';
import type { EventType } from './kernel/event-type.ts';
import type { Ground } from './kernel/event.ts';
import type { KernelOptions } from './kernel/handle.ts';
import { Kernel } from './kernel/handle.ts';
import { learnerService } from './learner/service.ts';
import { linkService } from './link/service.ts';
import { officialService } from './official/service.ts';
import { portfolioService } from './portfolio/service.ts';
import { printoutService } from './printout/service.ts';
import { programmeService } from './programme/service.ts';
import { blankService } from './register/blank/service.ts';
import { documentService } from './register/service.ts';
import { regulationService } from './regulation/service.ts';
import { retentionActService } from './retention/act-service.ts';
import { retentionService } from './retention/service.ts';
import { organisationId } from './values/identifier.ts';
import { workService } from './work/service.ts';

type Makers = Readonly<Record<string, MethodsMaker>>;

/** The methods that makers make, by the same names. */
export type ServicesOf<Given extends Makers> = {
  readonly [Name in keyof Given]: ReturnType<Given[Name]>;
};

/** The library's own services, by the names under which an application finds them. */
export const coreServices = {
  regulation: regulationService,
  officials: officialService,
  programmes: programmeService,
  groups: groupService,
  learners: learnerService,
  enrollments: enrollmentService,
  assessments: service({ ...assessmentService.rows, ...correctionService.rows }),
  journals: journalService,
  files: fileService,
  commendations: commendationService,
  transfers: transferService,
  loans: loanService,
  acts: actService,
  retention: service({ ...retentionService.rows, ...retentionActService.rows }),
  custody: custodyService,
  imports: importService,
  evaluations: evaluationService,
  carriers: carrierService,
  forms: formService,
  commissions: commissionService,
  protocols: protocolService,
  debts: debtService,
  works: workService,
  documents: documentService,
  blanks: blankService,
  credits: creditService,
  achievements: achievementService,
  portfolios: portfolioService,
  disclosures: disclosureService,
  printouts: printoutService,
  links: linkService,
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
export interface Letopis<Given extends Makers> {
  readonly organisation: string;
  readonly kernel: Kernel;
  /** The services, for one sender: `actor` is the id of the account that enters the facts. */
  as(actor: string, options?: SenderOptions): ServicesOf<Given>;
  /**
   * Adds services of your own beside the library's; their event types go into `events`. One that
   * bears the name of a core service takes its place.
   *
   * @example
   * const school = letopis({ store, organisation: 'academy', events: bookEvents })
   *   .with({ books: bookService }).as('u-17');
   * must(await school.books.lend({ learner: 'l-1', book: 'b-1', on: '2026-10-05' }));
   */
  with<More extends Makers>(more: More): Letopis<Given & More>;
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
export function letopis(options: LetopisOptions): Letopis<typeof coreServices> {
  const { store, organisation, events = [], ...limits } = options;
  if (!organisationId.safeParse(organisation).success) {
    const say = `${JSON.stringify(organisation)} is no organisation id: 1 to 24 of a-z and 0-9`;
    throw new LetopisError('misuse', say, { organisation });
  }
  return openLetopis(
    organisation,
    new Kernel(store, codec(coreEvents, events), limits),
    coreServices,
  );
}

function openLetopis<Given extends Makers>(
  organisation: string,
  kernel: Kernel,
  makers: Given,
): Letopis<Given> {
  const operations = operationsOf(Object.values(makers));
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
      const sender = { actor, onBehalfOf, ground };
      const session = new Desk(organisation, sender, kernel, operations);
      const made = Object.entries(makers).map(([name, make]) => [name, make(session)] as const);
      return Object.fromEntries(made) as ServicesOf<Given>;
    },
    with: (more) => openLetopis(organisation, kernel, { ...makers, ...more }),
  };
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
