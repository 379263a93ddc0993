import { accountOf } from './acting/account.ts';
import type { SenderOptions } from './acting/sender-grounds.ts';
import { senderGrounds } from './acting/sender-grounds.ts';
import type { Makers } from './acting/service.ts';
import { operationsOf, service } from './acting/service.ts';
import { Session } from './acting/session.ts';
import { coreEvents } from './core-events.ts';
import { retentionActService } from './keeping/act/retention-service.ts';
import { actService } from './keeping/act/service.ts';
import { evaluationService } from './keeping/evaluation/service.ts';
import { importService } from './keeping/import/service.ts';
import { loanService } from './keeping/loan/service.ts';
import { preservationService } from './keeping/preservation/service.ts';
import { presenceService } from './keeping/retention/presence/service.ts';
import { seizureService } from './keeping/retention/seizure/service.ts';
import { retentionService } from './keeping/retention/service.ts';
import { transferService } from './keeping/transfer/service.ts';
import { codec } from './kernel/codec.ts';
import { CommandHandler } from './kernel/command-handler.ts';
import { LetopisError } from './kernel/errors.ts';
import type { EventStore } from './kernel/event-store.ts';
import type { EventType } from './kernel/event-type.ts';
import type { HandlerOptions } from './kernel/handler-options.ts';
import { achievementService } from './merit/achievement/service.ts';
import { commendationService } from './merit/commendation/service.ts';
import { contestService } from './merit/contest/service.ts';
import { portfolioService } from './merit/portfolio/service.ts';
import { carrierService } from './papers/carrier/service.ts';
import { disclosureService } from './papers/disclosure/service.ts';
import { fileService } from './papers/file/service.ts';
import { formService } from './papers/form/service.ts';
import { orderService } from './papers/order/service.ts';
import { printoutService } from './papers/printout/service.ts';
import { blankService } from './papers/register/blank/service.ts';
import { documentService } from './papers/register/service.ts';
import { acquaintanceService } from './people/acquaintance/service.ts';
import { learnerService } from './people/learner/service.ts';
import { linkService } from './people/link/service.ts';
import { lawService } from './rules/law/service.ts';
import { officialService } from './rules/official/service.ts';
import { organisationService } from './rules/organisation/service.ts';
import { regulationService } from './rules/regulation/service.ts';
import { protocolService } from './study/commission/protocol-service.ts';
import { commissionService } from './study/commission/service.ts';
import { creditService } from './study/credit/service.ts';
import { assessmentService } from './study/enrollment/assessment/service.ts';
import { correctionService } from './study/enrollment/correction/service.ts';
import { courseService } from './study/enrollment/course/service.ts';
import { debtService } from './study/enrollment/debt/service.ts';
import { enrollmentService } from './study/enrollment/life/service.ts';
import { groupService } from './study/group/service.ts';
import { journalService } from './study/journal/service.ts';
import { noteService } from './study/note/service.ts';
import { programmeService } from './study/programme/service.ts';
import { workService } from './study/work/service.ts';
import { organisationId } from './values/identifier.ts';

/** The services of an organisation, under the names by which they were declared. */
export type ServicesOf<Given extends Makers> = {
  readonly [Name in keyof Given]: ReturnType<Given[Name]>;
};

/** The library's services, under the names by which an application calls them. */
export const coreServices = {
  regulation: regulationService,
  organisation: organisationService,
  law: lawService,
  officials: officialService,
  programmes: programmeService,
  groups: groupService,
  learners: learnerService,
  enrollments: service({ ...enrollmentService.rows, ...courseService.rows }),
  assessments: service({ ...assessmentService.rows, ...correctionService.rows }),
  journals: journalService,
  files: fileService,
  commendations: commendationService,
  transfers: transferService,
  loans: loanService,
  acts: actService,
  retention: service({ ...retentionService.rows, ...retentionActService.rows }),
  presence: presenceService,
  seizures: seizureService,
  custody: preservationService,
  imports: importService,
  evaluations: evaluationService,
  carriers: carrierService,
  forms: formService,
  orders: orderService,
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
  acquaintances: acquaintanceService,
  contests: contestService,
  notes: noteService,
} as const;

/**
 * What `letopis` opens an organisation's records with. Without `authorise` every sender may send
 * every command. SEC 18.
 */
export interface LetopisOptions extends HandlerOptions {
  /** Where the events are stored. */
  readonly store: EventStore;
  /** The organisation's id, 1 to 24 small letters and digits: the prefix of its streams. */
  readonly organisation: string;
  /** Your own event types, in addition to the library's. */
  readonly events?: readonly EventType[];
}

/** One organisation's records in one store. */
export interface Letopis<Given extends Makers> {
  readonly organisation: string;
  /** Handles this organisation's commands; processes run their commands through it. */
  readonly handler: CommandHandler;
  /**
   * The services for one sender; `actor` is the id of the account that enters the facts: 1 to 64
   * Latin letters, digits, `.`, `_` and `-`, never a name or an address. Throws `misuse` for
   * another one, an invalid ground, or a ground for no method that may take one. SEC 8.
   *
   * @example
   * const school = letopis({ store, organisation: 'academy' }).as('u-17', {
   *   grounds: { enrollments: { enroll: order('1-од', '2026-08-25') } } });
   */
  as(actor: string, options?: SenderOptions<Given>): ServicesOf<Given>;
  /**
   * Adds services of your own to the library's; their event types go into `events`. A service with
   * the name of a core service replaces it.
   *
   * @example
   * const school = letopis({ store, organisation: 'academy', events: bookEvents })
   *   .with({ books: bookService }).as('u-17');
   * must(await school.books.lend({ learner: 'l-1', book: 'b-1', on: '2026-10-05' }));
   */
  with<More extends Makers>(more: More): Letopis<Given & More>;
}

/**
 * Opens an organisation's records in a store. Throws `misuse` for an invalid organisation id.
 *
 * @example
 * const school = letopis({ store, organisation: 'academy' }).as('u-17');
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
    new CommandHandler(store, codec(coreEvents, events), limits),
    coreServices,
  );
}

function openLetopis<Given extends Makers>(
  organisation: string,
  handler: CommandHandler,
  makers: Given,
): Letopis<Given> {
  const operations = operationsOf(Object.values(makers));
  return {
    organisation,
    handler,
    as: (actor, options = {}) => {
      const grounds = senderGrounds(options, makers);
      const { onBehalfOf } = options;
      const behalf = onBehalfOf === undefined ? null : accountOf(onBehalfOf, 'onBehalfOf');
      const sender = { actor: accountOf(actor, 'actor'), onBehalfOf: behalf, ground: null };
      const made = Object.entries(makers).map(([name, make]) => {
        const own = grounds.get(name);
        return [
          name,
          make(new Session(organisation, sender, handler, operations, own, 'refused')),
        ] as const;
      });
      return Object.fromEntries(made) as ServicesOf<Given>;
    },
    with: (more) => openLetopis(organisation, handler, { ...makers, ...more }),
  };
}
