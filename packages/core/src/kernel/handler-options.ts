import type { Authorise } from './authorise.ts';

/**
 * Limits of a command handler: how long it tries, how old a context may be, how large its cache is;
 * and who may send a command.
 */
export interface HandlerOptions {
  /**
   * Asked for every command that is handled here, those of processes and of ingest too; null lets
   * the command in, a reason makes the refusal `not-authorised`. By default **everything is
   * allowed**: the application then asks before it calls. SEC 18.
   */
  readonly authorise?: Authorise;
  /** How long to try again after conflicts and lost answers, in milliseconds; default 10,000. */
  readonly patienceMs?: number;
  /**
   * How old a context may be, in milliseconds; default 0: every context is read for every command.
   */
  readonly contextMaxAgeMs?: number;
  /** Size of the cache of folded states, in events that they were folded from; default 200,000. */
  readonly cacheEventsMax?: number;
}
