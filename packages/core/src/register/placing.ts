import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { editionNumbered, editionOn } from '../regulation/questions.ts';
import { regulationDecider, regulationMissing } from '../regulation/regulation.ts';
import type { Edition } from '../regulation/rules.ts';
import type { Place } from './context.ts';
import { registerStream } from './context.ts';
import { seriesName } from './number.ts';
import { registerDecider } from './state.ts';

/**
 * Where a new line goes: by the edition in force on its day. A command that is sent again goes
 * where it went first, even if an edition entered since (from an earlier day) names another
 * register for that day: so it stays one line with one number. Refuses `regulation-missing`, and
 * what `choose` refuses. D15, architecture §3.
 */
export async function placeOfLine(
  desk: Desk,
  { id, idGiven }: Pick<ReceivedCommand, 'id' | 'idGiven'>,
  on: string,
  choose: (edition: Edition) => Place | Refusal,
): Promise<Place | Refusal> {
  const { state } = await desk.load(regulationDecider, 'main');
  const edition = editionOn(state, on);
  if (edition === null) return regulationMissing({ on });
  const place = choose(edition);
  if (!idGiven) return place;
  const asked = new Set(isRefusal(place) ? [] : [registerStream(desk, place.key)]);
  for (const { edition: number, from } of state.editions) {
    const before = from > on ? null : editionNumbered(state, number);
    const other = before === null ? null : choose(before);
    if (other === null || isRefusal(other)) continue;
    const stream = registerStream(desk, other.key);
    if (asked.has(stream)) continue;
    asked.add(stream);
    const folded = await desk.load(registerDecider, seriesName(other.key));
    if (knowsCommand(folded, id)) return other;
  }
  return place;
}
