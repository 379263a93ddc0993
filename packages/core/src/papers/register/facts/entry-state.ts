import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Signer } from '../../../values/shape.ts';
import type {
  contentShape,
  documentMarkShape,
  oldLineShape,
  paperShape,
  writtenMarkShape,
} from './content-events.ts';
import type { DocumentActs } from './document-act-state.ts';
import { noActs } from './document-act-state.ts';
import type { documentIssued, documentLineCorrected, documentReceived } from './events.ts';
import type { documentTakenOver } from './old-book-events.ts';

/*
 * One entry of a register: what it says, as entered or as corrected last, and what happened to its
 * document. D15, RK §4 situation 8.
 */

/** An event that makes an entry: of a document issued here, received, or of an old book. */
export type NewEntryEvent = EventOf<
  typeof documentIssued | typeof documentReceived | typeof documentTakenOver
>;

/** The paper of a document: an accountable blank, or plain paper. */
export type DocumentPaper = z.infer<typeof paperShape>;

/** What a document states besides names and marks. */
export type DocumentContent = z.infer<typeof contentShape>;

/** A mark as a document shows it, with the events that it is taken from. */
export type DocumentMark = z.infer<typeof documentMarkShape>;

/** A mark as it is written on a document of elsewhere, or in an old book. */
export type WrittenMark = z.infer<typeof writtenMarkShape>;

/** Where a line stands in an old book, and what it says of its document. */
export type OldLine = z.infer<typeof oldLineShape>;

/** An entry of the register, and what happened to its document. */
export interface RegisterEntry extends DocumentActs {
  readonly document: string;
  readonly number: number;
  /** Id of the event of the entry. */
  readonly event: string;
  /** Id of the register, or of the old book. */
  readonly register: string;
  readonly kind: string;
  /** The learner; of a line of an old book, the line's own id: it stands for whom it names. */
  readonly learner: string;
  readonly enrollment: string | null;
  /** Earlier enrollments whose marks enter too. */
  readonly earlier: readonly string[];
  readonly programme: string | null;
  readonly completedBy: string | null;
  /** Issued here, received from another organisation, or taken over from an old book. */
  readonly origin: 'issued' | 'received' | 'taken-over';
  readonly standing: 'original' | 'duplicate' | 'replacement';
  readonly first: string | null;
  readonly on: string;
  readonly refs: Refs;
  /** Id of the event in force: of the entry, or of its last correction. */
  inForce: string;
  paper: DocumentPaper;
  content: DocumentContent;
  marks: readonly DocumentMark[];
  /** The marks as they are written, where no result here is behind them; null: it has its own. */
  marksWritten: readonly WrittenMark[] | null;
  /** Who issued a document of another organisation; null: it was issued here, or see `old`. */
  issuer: string | null;
  /** Where a line of an old book stands there; null: it is none. */
  old: OldLine | null;
  /** Who signed the document; null for a received one. */
  signer: Signer | null;
  /** Day of the latest correction of the entry; else that of the entry. */
  lineOn: string;
  /** Day of the latest event about the document: its annulment may not be dated before it. */
  lastActOn: string;
}

/** The entry that an event makes. */
export function entryMade(event: NewEntryEvent): RegisterEntry {
  const { document, number, kind, paper, content } = event.data;
  const issued = event.type === 'DocumentIssued' ? event.data : null;
  const on = event.occurredOn;
  return {
    document,
    number,
    event: event.id,
    kind,
    ...aboutWhom(event),
    earlier: issued?.earlier ?? [],
    programme: issued?.programme ?? null,
    standing: issued?.standing ?? 'original',
    completedBy: issued?.completedBy ?? null,
    origin: ORIGINS[event.type],
    first: issued?.first ?? null,
    on,
    refs: event.refs,
    inForce: event.id,
    paper,
    content,
    marks: issued?.marks ?? [],
    marksWritten: writtenIn(event) ?? null,
    issuer: event.type === 'DocumentReceived' ? event.data.issuer : null,
    old: event.type === 'DocumentTakenOver' ? event.data.old : null,
    signer: issued?.signer ?? null,
    lineOn: on,
    lastActOn: on,
    ...noActs(),
  };
}

const ORIGINS = {
  DocumentIssued: 'issued',
  DocumentReceived: 'received',
  DocumentTakenOver: 'taken-over',
} as const;

const writtenIn = (event: NewEntryEvent): readonly WrittenMark[] | undefined =>
  event.type === 'DocumentIssued' ? event.data.marksWritten : event.data.marks;

/** The book that an entry is in, and whom it is about. */
function aboutWhom({
  type,
  data,
}: NewEntryEvent): Pick<RegisterEntry, 'register' | 'learner' | 'enrollment'> {
  if (type === 'DocumentTakenOver') {
    return { register: data.book, learner: data.document, enrollment: null };
  }
  const { register, learner, enrollment } = data;
  return { register, learner, enrollment };
}

/** The entry says what its correction says; what that leaves out stays as it was. */
export function correctEntry(
  entry: RegisterEntry,
  { id, data }: EventOf<typeof documentLineCorrected>,
): void {
  entry.inForce = id;
  entry.paper = data.paper;
  entry.content = data.content;
  entry.marks = data.marks;
  entry.marksWritten = data.marksWritten ?? entry.marksWritten;
  entry.issuer = data.issuer ?? entry.issuer;
  entry.old = data.old ?? entry.old;
  entry.signer = data.documentSigner ?? entry.signer;
  entry.lineOn = data.actedOn;
}
