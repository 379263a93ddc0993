import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { editionNumbered, editionOn } from '../../rules/regulation/facts/questions.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import { regulationMissing } from '../../rules/regulation/facts/unknown.ts';
import type {
  DocumentKind,
  RegisterRules,
} from '../../rules/regulation/sections/document-kinds.ts';
import type { IssueDocument, ReceiveDocument } from './commands.ts';
import type { SeriesKey } from './facts/questions.ts';
import { documentParts, seriesName, seriesOn } from './facts/questions.ts';
import { registerFold } from './facts/state.ts';
import { documentKindUnknown } from './refusals.ts';

/** The kind of a document, the register of its entry, and the key of that register's stream. */
export interface RegisterPlace {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  readonly key: SeriesKey;
}

/** Where a new entry goes: its place, and the key of the stream. */
export interface EntryPlace {
  readonly place: RegisterPlace;
  readonly key: readonly string[];
}

/** Where a new entry goes by the edition of its day. Refuses `document-kind-unknown`. */
export function placeByEdition(
  { documents }: Edition,
  { kind: id, on }: { readonly kind: string; readonly on: string },
  act: 'issue' | 'receive',
  inPlaceOf: string | null = null,
): RegisterPlace | Refusal {
  const registerOf = (kind: DocumentKind): string | null => {
    if (act === 'receive') return kind.receivedRegister;
    return inPlaceOf === null ? kind.register : (kind.duplicateRegister ?? kind.register);
  };
  const kind = documents.kinds.find((one) => one.id === id);
  const name = kind === undefined ? null : registerOf(kind);
  const register = documents.registers.find((one) => one.id === name);
  if (kind === undefined || register === undefined) {
    const kinds = documents.kinds.filter((one) => registerOf(one) !== null);
    return documentKindUnknown({ kind: id, kinds: kinds.map((one) => one.id), act });
  }
  return { kind, register, key: seriesOn(register, on) };
}

/** Key of the register's stream that a document's entry is in. */
export const registerKeyOf = (document: string): readonly [string, string] => {
  const { series, year } = documentParts(document);
  return [series, year];
};

/** Finds where the entry of an issued document goes. Refuses `document-kind-unknown`. */
export async function readIssuePlace(
  session: Session,
  input: IssueDocument,
  command: ReceivedCommand,
): Promise<EntryPlace | Refusal> {
  return toEntryPlace(
    await placeOfEntry(session, command, input.on, (edition) =>
      placeByEdition(edition, input, 'issue', input.inPlaceOf),
    ),
  );
}

/** Finds where the entry of a received document goes. Refuses `document-kind-unknown`. */
export async function readReceivePlace(
  session: Session,
  input: ReceiveDocument,
  command: ReceivedCommand,
): Promise<EntryPlace | Refusal> {
  return toEntryPlace(
    await placeOfEntry(session, command, input.on, (edition) =>
      placeByEdition(edition, input, 'receive'),
    ),
  );
}

const toEntryPlace = (place: RegisterPlace | Refusal): EntryPlace | Refusal =>
  isRefusal(place) ? place : { place, key: [seriesName(place.key)] };

/**
 * Finds where a new entry goes, by the edition in force on its day. A command that is sent again
 * goes where it went first, even if an edition that was entered since (from an earlier day) names
 * another register for that day: it stays one entry with one number. Refuses `regulation-missing`,
 * and what `choose` refuses. D15, architecture §3.
 */
export async function placeOfEntry(
  session: Session,
  { id, idGiven }: Pick<ReceivedCommand, 'id' | 'idGiven'>,
  on: string,
  choose: (edition: Edition) => RegisterPlace | Refusal,
): Promise<RegisterPlace | Refusal> {
  const { state } = await session.load(regulationFold, 'main');
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
    const folded = await session.load(registerFold, series);
    if (knowsCommand(folded, id)) return other;
  }
  return place;
}
