/*
 * The register of orders (журнал приказов) of one year: a number has one date, one title and one
 * signer; an order may be annulled and amended by others.
 * Stream: `<org>.orders-<year>`.
 * Events: OrderRegistered, OrderAnnulled, OrderAmended, OrderEntryAnnulled.
 * Commands: register, annul, amend; correct and annulEntry put an entry right.
 * Rules: decide.ts, decide-put-right.ts. That every act rests on an order that stands is asked of
 * every command in `acting/paper.ts`, by `facts/questions.ts`.
 * Sources: RK 1.5, RK 1.8, 273-FZ art. 53, 61.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { orderService } from './service.ts';
