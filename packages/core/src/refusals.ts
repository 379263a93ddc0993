/* Every refusal: its literal code, its data, and what it says in Russian and English. */
import type * as refusals from './all-refusals.ts';

export * from './all-refusals.ts';

type Exported = (typeof refusals)[keyof typeof refusals];

/**
 * Every code that a refusal of core may carry, as a union of literals. A program that answers
 * refusals case by case narrows `refusal.code` to it, and the compiler finds a misspelt code. The
 * union follows the refusals themselves; refusals of `@letopis/ingest` and of a user's own commands
 * carry codes of their own, so `Refusal` takes any text.
 *
 * @example
 * const retry: readonly RefusalCode[] = ['office-not-named', 'reason-missing'];
 */
export type RefusalCode = Extract<Exported, { readonly code: string }>['code'];
