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

/**
 * The carrier and the record that such a name is made of.
 * @example
 * itemNamed('personal-files file-l-1.1'); // => { carrier: 'personal-files', record: 'file-l-1.1' }
 */
export function itemNamed(target: string): { readonly carrier: string; readonly record: string } {
  const [carrier = '', record = ''] = target.split(' ');
  return { carrier, record };
}

/**
 * The calendar year whose permanent inventories come before a carrier: that in which its term
 * started, or in which it may first be destroyed where no term runs.
 * @example
 * listYearOf({ startedOn: '2026-11-20', from: '2030-01-01' }); // => '2026'
 */
export const listYearOf = ({
  startedOn,
  from,
}: {
  readonly startedOn: string | null;
  readonly from: string;
}): string => (startedOn ?? from).slice(0, 4);
