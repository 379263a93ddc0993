import type { Hint } from './hint.ts';
import { actHints } from './hints-acts.ts';
import { bodyHints } from './hints-bodies.ts';
import { paperHints } from './hints-papers.ts';
import { peopleHints } from './hints-people.ts';
import { studyHints } from './hints-study.ts';

/**
 * What each method is asked, by its name; a method without an entry has its schema alone. After a
 * colon stands a second way to ask the same method.
 */
export const hints: Readonly<Record<string, Hint>> = {
  ...peopleHints,
  ...studyHints,
  ...paperHints,
  ...actHints,
  ...bodyHints,
};
