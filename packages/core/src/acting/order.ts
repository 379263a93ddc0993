import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/*
 * Whether the ground of an act is an order, or a decision of a court, which is obeyed without an
 * order of one's own. The regulation lists the acts that require one. RK 1.5, 1.8.
 */

/** Said when the regulation requires an order as the ground of an act that has none. */
export const orderRequired = refusal('order-required', (d: { act: string; ground: string }) => ({
  ru: `Для «${d.act}» нужен приказ или решение суда, с номером и датой; основание: ${d.ground}`,
  en: `${d.act} needs an order, or a court's decision, with number and date; it has: ${d.ground}`,
}));

/**
 * Is the ground an order, or a decision of a court, with number and date?
 * @example
 * isOrderOrCourt({ kind: 'order', number: '1-од', date: '2026-08-25' }); // => true
 * isOrderOrCourt({ kind: 'court', number: '2-118/2026', date: '2026-12-20' }); // => true
 * isOrderOrCourt({ kind: 'order', number: null, date: '2026-08-25' }); // => false
 * isOrderOrCourt(null); // => false
 */
export function isOrderOrCourt(ground: Ground | null): boolean {
  return isOfKind(ground, ['order']) && isNumbered(ground);
}

/**
 * Is the ground a paper with number and day, of whichever kind? RK 1.4.
 * @example
 * isNumbered({ kind: 'certificate', number: '14', date: '2026-10-12' }); // => true
 * isNumbered({ kind: 'certificate', number: null, date: '2026-10-12' }); // => false
 * isNumbered(null); // => false
 */
export function isNumbered(ground: Ground | null): boolean {
  return ground !== null && ground.number !== null && ground.date !== null;
}

/**
 * Is the ground of one of these kinds? A decision of a court serves where an order does.
 * @example
 * isOfKind({ kind: 'court', number: '2-118/2026', date: '2026-12-20' }, ['order']); // => true
 * isOfKind({ kind: 'court', number: '2-118/2026', date: '2026-12-20' }, ['protocol']); // => false
 * isOfKind(null, ['order']); // => false
 */
export function isOfKind(ground: Ground | null, kinds: readonly string[]): boolean {
  if (ground === null) return false;
  return kinds.includes(ground.kind) || (ground.kind === 'court' && kinds.includes('order'));
}

/**
 * Refuses `order-required` where the regulation requires an order for an act whose ground is
 * neither an order nor a decision of a court, with number and date.
 * @param needed the acts that need an order, or whether this one does.
 * @param entry the act's name in the list `needed`, if it differs from `act`.
 */
export function refuseUnlessOrder(
  act: string,
  needed: readonly string[] | boolean,
  ground: Ground | null,
  entry: string = act,
): Refusal | null {
  const needs = typeof needed === 'boolean' ? needed : needed.includes(entry);
  if (!needs || isOrderOrCourt(ground)) return null;
  const said = ground === null ? [] : [ground.kind, ground.number, ground.date];
  return orderRequired({ act, ground: said.filter((one) => one !== null).join(' ') || '—' });
}
