import type { EventStore, RegulationPreset } from '@letopis/core';
import { creditGranting, must, runProcess } from '@letopis/core';
import { openGifted } from './gifted-school.ts';
import { schoolOver } from './records-school.ts';

/** The application of l-1 for credit of two subjects from another school. */
export const application = {
  id: 'c-1',
  enrollment: 'l-1.mentor.1',
  applicant: 'learner' as const,
  source: {
    kind: 'other-organisation' as const,
    organisation: 'Школа № 5',
    achievedOn: '2026-05-25',
  },
  document: { title: 'Справка об обучении', number: 'справка-77', date: '2026-05-30' },
  wanted: [
    { module: 'safety', kind: 'interim' },
    { module: 'practice', kind: 'interim' },
  ],
  on: '2026-10-05',
};

/** The comparison for safety; that for the other subject differs only in the subject. */
export const line = {
  module: 'safety',
  sourceTitle: 'Основы безопасности',
  result: '5',
  kind: 'interim',
  method: 'comparison' as const,
  sourceHours: 36,
  hours: 34,
  suffices: true,
};

export const comparison = {
  credit: 'c-1',
  lines: [line, { ...line, module: 'practice', sourceTitle: 'Практикум', result: '4' }],
  comparedBy: 'p-9',
  on: '2026-10-08',
};

export const decision = {
  credit: 'c-1',
  granted: [
    { module: 'safety', kind: 'interim', value: '5' },
    { module: 'practice', kind: 'interim', value: '4' },
  ],
  decidedBy: 'p-1',
  controlledBy: 'p-2' as string | null,
  on: '2026-10-12',
};

/** The school with the application recorded. */
export async function openCredit(changes: Partial<RegulationPreset> = {}) {
  const school = await openGifted(changes);
  must(await school.credits.apply(application));
  return school;
}

/** The process of granted credits, in a program that knows of no earlier run. */
export function granting(store: EventStore) {
  const { handler } = schoolOver(store);
  return { codec: handler.codec, process: creditGranting(handler, 'academy') };
}

/** Runs the process to its end. */
export function grant(store: EventStore) {
  return runProcess({ store, ...granting(store) });
}
