import type { AnyProjection } from '../projection/any-projection.ts';
import { catalogueKey } from '../views/catalogue.ts';
import type { Person } from '../views/people.ts';

/** What is shown of the answer of a partition; null leaves it out of a scan. */
export type Show = (answer: unknown, key: string) => unknown;

/** What somebody sees of one view. Null closes a partition, or a whole prefix. */
export interface Rule {
  /** What is shown of one partition. */
  readonly get: (key: string) => Promise<Show | null>;
  /** What is shown of the partitions whose keys begin with a prefix. */
  readonly scan: (prefix: string) => Promise<Show | null>;
}

/** What somebody sees, view by view; a view without a rule is closed. */
export type Policy = ReadonlyMap<AnyProjection, Rule>;

/** Shows an answer as it is. */
export const whole: Show = (answer) => answer;

/** Titles and rules, which are open to all; not who has a closed change. RK 1.10. */
export const openCatalogue: Rule = {
  get: async (key) => (key === catalogueKey.closed ? null : whole),
  scan: async () => (answer, key) => (key === catalogueKey.closed ? null : answer),
};

/** A view of which single partitions are shown, and nothing is listed. */
export const single = (show: (answer: Person) => Person | null): Rule => ({
  get: async () => (answer) => show(answer as Person),
  scan: async () => null,
});
