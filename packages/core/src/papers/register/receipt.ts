import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import type { RegisterEvent } from './facts/state.ts';

/** The receipt of a command about a document. */
export interface DocumentReceipt extends Receipt {
  /** The document's id, `<series>.<year>.<number>`, for later commands. */
  readonly document: string;
}

/** The receipt of lines taken over from an old book. */
export interface TakenOverReceipt extends Receipt {
  /** The id of each line, in the order in which they were given. */
  readonly documents: readonly string[];
}

/** The receipt of a new entry. */
export interface NumberedReceipt extends DocumentReceipt {
  /** Number of the entry in its series and year. */
  readonly number: number;
  /** The number as it is printed. */
  readonly registrationNumber: string;
}

/** Names the document of the first event. */
export function documentReceipt(outcome: Outcome<RegisterEvent>): DocumentReceipt {
  const data = outcome.events[0]?.data;
  return { ...receipt(outcome), document: data && 'document' in data ? data.document : '' };
}

/** Names each line that was taken over. */
export function takenOverReceipt(outcome: Outcome<RegisterEvent>): TakenOverReceipt {
  const documents = outcome.events.flatMap(({ type, data }) =>
    type === 'DocumentTakenOver' ? [data.document] : [],
  );
  return { ...receipt(outcome), documents };
}

/** Names the new entry and its number. */
export function numberedReceipt(outcome: Outcome<RegisterEvent>): NumberedReceipt {
  const [first] = outcome.events;
  const isLine = first?.type === 'DocumentIssued' || first?.type === 'DocumentReceived';
  const { document, number, registrationNumber } = isLine
    ? first.data
    : { document: '', number: 0, registrationNumber: '' };
  return { ...receipt(outcome), document, number, registrationNumber };
}
