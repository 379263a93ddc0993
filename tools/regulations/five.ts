import type { Regulation } from './clause.ts';
import { r1 } from './r1.ts';
import { r2 } from './r2.ts';
import { r3 } from './r3.ts';
import { r4 } from './r4.ts';
import { r5 } from './r5.ts';

/** The five regulations, clause by clause. */
export const regulations: readonly Regulation[] = [
  {
    name: 'R1',
    of: 'Centre of further professional education',
    clauses: r1,
    others: ['1.1', '1.2', '1.3.1', '1.3.3', '2.1', '2.3'],
  },
  {
    name: 'R2',
    of: 'Academy of further professional education',
    clauses: r2,
    others: ['1.1', '1.2'],
  },
  {
    name: 'R3',
    of: 'Children’s creativity centre',
    clauses: r3,
    others: ['1.1', '1.2', '2.3', '5.1'],
  },
  {
    name: 'R4',
    of: 'Online school of a sole proprietor',
    clauses: r4,
    others: ['1.1', '1.2', '1.4.1', '1.4.3', '1.5', '2.1', '2.2.8', '3.2', '3.3', '6.6', '7.4'],
  },
  {
    name: 'R5',
    of: 'Special school, general education',
    clauses: r5,
    others: ['1.1.1', '1.1.2', '1.3', '2.1', '2.4', '3.2.4'],
  },
];
