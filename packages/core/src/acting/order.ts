import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/* Whether the ground of an act is an order. The regulation lists the acts that require one. */

/** Said when the regulation requires an order as the ground of an act that has none. */
export const orderRequired = refusal('order-required', (d: { act: string; ground: string }) => ({
  ru: `Для «${d.act}» нужен приказ с номером и датой, а основание: ${d.ground}`,
  en: `The act ${d.act} needs an order with number and date as its ground, and has: ${d.ground}`,
}));

/**
 * Is the ground an order with number and date?
 * @example
 * isOrder({ kind: 'order', number: '1-од', date: '2026-08-25' }); // => true
 * isOrder({ kind: 'order', number: null, date: '2026-08-25' }); // => false
 * isOrder(null); // => false
 */
export function isOrder(ground: Ground | null): boolean {
  return ground?.kind === 'order' && ground.number !== null && ground.date !== null;
}

/**
 * Is the ground an order, or a decision of a court with number and date? A court that voids an act
 * or changes a result is obeyed without an order of one's own. RK 1.8.
 */
export const isOrderOrCourt = (ground: Ground | null): boolean =>
  isOrder(ground?.kind === 'court' ? { ...ground, kind: 'order' } : ground);

/**
 * Refuses `order-required` where the regulation requires an order for an act whose ground is not an
 * order with number and date.
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
  if (!needs || isOrder(ground)) return null;
  const said = ground === null ? [] : [ground.kind, ground.number, ground.date];
  return orderRequired({ act, ground: said.filter((one) => one !== null).join(' ') || '—' });
}
