import type { Hint } from './hint.ts';
import { actHints } from './hints-acts.ts';
import { annulHints } from './hints-annul.ts';
import { bodyHints } from './hints-bodies.ts';
import { importHints } from './hints-imports.ts';
import { orderHints } from './hints-orders.ts';
import { paperHints } from './hints-papers.ts';
import { peopleHints } from './hints-people.ts';
import { presenceHints } from './hints-presence.ts';
import { rightHints } from './hints-right.ts';
import { studyHints } from './hints-study.ts';

/**
 * The hint of each method, by its name; a method without one gets input from its schema alone. A
 * name with a colon is a second hint of the same method.
 */
export const hints: Readonly<Record<string, Hint>> = {
  ...peopleHints,
  ...importHints,
  ...studyHints,
  ...paperHints,
  ...actHints,
  ...bodyHints,
  ...orderHints,
  ...rightHints,
  ...annulHints,
  ...presenceHints,
};
