/*
 * A bank of achievements (of learners, of groups or of the institution) and its replenishments.
 * Stream: `<org>.bank-<bank>`. Events: BankReplenished; ReplenishmentAnnulled annuls it,
 * declared with those of the achievement.
 * Commands: replenish (`replenishOffices` of the section `achievements`), annul (in one of
 * `correction.entryOffices`), in `decide.ts`; which
 * periods are overdue is in `facts/questions.ts`. The service is that of achievements.
 * Sources: D12, R3 §3.5.
 */
export type { BankState } from './facts/state.ts';
