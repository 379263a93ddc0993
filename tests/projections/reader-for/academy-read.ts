import { nameOfLine } from '@letopis/core';
import type { Asker, ViewReader } from '@letopis/projections';
import { ifPermitted } from '@letopis/projections';
import type { Academy } from '../academy.ts';
import { openAcademy } from '../academy.ts';
import { readerOver } from '../event-log.ts';

/* An academy with two groups, and readers that are bound to its people. */

export const ON = '2026-11-01';

export const as = (kind: Asker['kind'], person: string, on = ON): Asker => ({
  kind,
  person,
  purpose: 'path',
  on,
});

/** l-1 and l-2 study in g-1, l-3 in g-2; t-1 teaches safety in g-1. */
export function academy(): Academy {
  const log = openAcademy();
  log.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
  log.enroll('l-2.p-1.1', 'g-1', '2026-09-01');
  log.enroll('l-3.p-1.1', 'g-2', '2026-09-01');
  log.lesson('g-1', 'u-1', '2026-09-10', ['l-1', 'l-2']);
  log.record('l-1.p-1.1', 'g-1', '2026-09-20');
  log.record('l-2.p-1.1', 'g-1', '2026-09-20');
  return log;
}

export const reader = (log: Academy, on: string | null = ON): ViewReader =>
  readerOver(log.events, { on });

export const page = { group: 'g-1', module: 'safety' };

export async function listed<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of pages) found.push(one);
  return found;
}

export async function permitted(read: Promise<unknown>): Promise<boolean> {
  return (await ifPermitted(() => read)).ok;
}

/** l-1 is a minor until 15 March 2027; r-1 is her mother. */
export function withMother(scope?: string): Academy {
  const log = academy();
  log.add('LearnerDataChanged', '2026-09-01', {
    learner: 'l-1',
    birthDate: { value: '2009-03-15' },
  });
  const limited = scope === undefined ? {} : { scope };
  log.add('RepresentativeNamed', '2026-09-01', {
    learner: 'l-1',
    representative: 'r-1',
    relation: 'parent',
    until: null,
    name: { value: nameOfLine('Яшина Ольга Юрьевна') },
    ...limited,
  });
  return log;
}
