import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/* Whether an act rests on an order of the head. The regulation names the acts that need one. */

/** The regulation asks for an order as the ground of this act. */
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
 * Refuses `order-required` where an act needs an order and rests on none.
 * @param needed the acts of the regulation that need an order, or whether this one does.
 * @param entry how the list names the act, where it does not by the act's own name.
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
