import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** The regulation asks for an order as the ground of this act. */
export const orderRequired = refusal('order-required', (d: { act: string; ground: string }) => ({
  ru: `Для «${d.act}» нужен приказ с номером и датой, а основание: ${d.ground}`,
  en: `The act ${d.act} needs an order with number and date as its ground, and has: ${d.ground}`,
}));

/** Is the ground an order with number and date? */
export function isOrder(ground: Ground | null): boolean {
  return ground?.kind === 'order' && ground.number !== null && ground.date !== null;
}

/** The refusal that an order is missing. */
export function withoutOrder(act: string, ground: Ground | null): Refusal {
  return orderRequired({ act, ground: ground === null ? '—' : JSON.stringify(ground) });
}
