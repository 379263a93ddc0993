import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { editionNumbered, editionOn } from '../regulation/questions.ts';
import { regulationDecider, regulationMissing } from '../regulation/regulation.ts';
import type { Edition } from '../regulation/rules.ts';
import type { IssueDocument, ReceiveDocument } from './commands.ts';
import type { Place } from './context.ts';
import { placeOf } from './context.ts';
import { seriesName } from './number.ts';
import { registerDecider } from './state.ts';

/** Where a new line goes: its place, and the words of the stream's key. */
export interface LinePlace {
  readonly place: Place;
  readonly key: readonly string[];
}

/** Finds where a document that is issued goes; refuses `document-kind-unknown`. */
export async function readIssuePlace(
  session: Desk,
  input: IssueDocument,
  command: ReceivedCommand,
): Promise<LinePlace | Refusal> {
  return linePlace(
    await placeOfLine(session, command, input.on, (edition) =>
      placeOf(edition, input, 'issue', input.inPlaceOf),
    ),
  );
}

/** The same for a document that is received. */
export async function readReceivePlace(
  session: Desk,
  input: ReceiveDocument,
  command: ReceivedCommand,
): Promise<LinePlace | Refusal> {
  return linePlace(
    await placeOfLine(session, command, input.on, (edition) => placeOf(edition, input, 'receive')),
  );
}

const linePlace = (place: Place | Refusal): LinePlace | Refusal =>
  isRefusal(place) ? place : { place, key: [seriesName(place.key)] };

/**
 * Where a new line goes: by the edition in force on its day. A command that is sent again goes
 * where it went first, even if an edition entered since (from an earlier day) names another
 * register for that day: so it stays one line with one number. Refuses `regulation-missing`, and
 * what `choose` refuses. D15, architecture §3.
 */
export async function placeOfLine(
  session: Desk,
  { id, idGiven }: Pick<ReceivedCommand, 'id' | 'idGiven'>,
  on: string,
  choose: (edition: Edition) => Place | Refusal,
): Promise<Place | Refusal> {
  const { state } = await session.load(regulationDecider, 'main');
  const edition = editionOn(state, on);
  if (edition === null) return regulationMissing({ on });
  const place = choose(edition);
  if (!idGiven) return place;
  const asked = new Set(isRefusal(place) ? [] : [seriesName(place.key)]);
  for (const { edition: number, from } of state.editions) {
    const before = from > on ? null : editionNumbered(state, number);
    const other = before === null ? null : choose(before);
    if (other === null || isRefusal(other)) continue;
    const series = seriesName(other.key);
    if (asked.has(series)) continue;
    asked.add(series);
    const folded = await session.load(registerDecider, series);
    if (knowsCommand(folded, id)) return other;
  }
  return place;
}
