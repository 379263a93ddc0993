import type { ActState, ActTarget } from './state.ts';

/**
 * The targets of an act with one outcome, in the order of its list.
 * @example
 * targetsAt(state, 'not-done'); // => ['l-2.mentor.1']
 */
export function targetsAt(state: ActState, standing: ActTarget['standing']): readonly string[] {
  return [...state.targets].flatMap(([name, one]) => (one.standing === standing ? [name] : []));
}

/**
 * Name of a target in an act of destruction: a carrier of a record.
 * @example
 * itemTarget({ carrier: 'lesson-journal', record: 'journal-m-1.safety.2026' });
 * // => 'lesson-journal journal-m-1.safety.2026'
 */
export function itemTarget(item: { readonly carrier: string; readonly record: string }): string {
  return `${item.carrier} ${item.record}`;
}
