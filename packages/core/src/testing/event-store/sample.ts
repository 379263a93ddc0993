import type { AppendItem, EventStore, StoredLine } from '../../kernel/event-store.ts';
import type {
  FollowOptions,
  FollowPage,
  LogPage,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
} from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import type { Beside, LineFields, NewEvent } from '../../kernel/event.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { parseLine } from '../../kernel/line.ts';
import { fail } from '../suite/expectation.ts';

/** A stream of the sample organisation. */
export const sampleStream = (key: string | number, organisation = 'academy'): string =>
  `${organisation}.sample-${key}`;

/** The n-th sample id: a UUID of version 7, the same in every run. */
export function sampleId(n: number): string {
  return `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A valid event with the n-th sample id. */
export function sampleEvent(n: number, over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: sampleId(n),
    type: 'SampleNoted',
    schema: 1,
    occurredOn: '2026-09-01',
    actor: 'u-1',
    onBehalfOf: null,
    ground: null,
    commandId: sampleId(n),
    commandDigest: n.toString(16).padStart(32, '0'),
    causationId: null,
    refs: { learner: [`l-${n}`] },
    data: { n },
    sealed: null,
    ...over,
  };
}

/** An item to append with the n-th sample event. */
export function sampleItem(n: number, data?: JsonObject, over: Partial<NewEvent> = {}): AppendItem {
  return { event: sampleEvent(n, data === undefined ? over : { ...over, data }) };
}

/** Items with the sample events from `first` on. */
export function sampleItems(first: number, count: number): readonly AppendItem[] {
  return Array.from({ length: count }, (_, i) => sampleItem(first + i));
}

/** An item whose event has one personal value, beside the line. */
export function sealedItem(n: number, value = 'Ильина Анна Петровна'): AppendItem {
  const hash = 'q'.repeat(43) + '=';
  const beside: Beside = { name: { nonce: 'AAAAAAAAAAAAAAAAAAAAAA==', value: `"${value}"` } };
  return { event: sampleEvent(n, { sealed: { name: { key: null, hash } } }), beside };
}

/** All lines of a stream, in the order in which the store gave them. */
export async function streamLines(
  store: EventStore,
  stream: string,
  options: ReadStreamOptions = {},
): Promise<readonly StoredLine[]> {
  const lines: StoredLine[] = [];
  for await (const page of store.readStream(stream, options)) lines.push(...page);
  return lines;
}

/** All pages of the log. */
export async function logPages(
  store: EventStore,
  after: Position = START,
  options: ReadAllOptions = {},
): Promise<readonly LogPage[]> {
  const pages: LogPage[] = [];
  for await (const page of store.readAll(after, options)) pages.push(page);
  return pages;
}

/** All lines of the log. */
export async function logLines(
  store: EventStore,
  after: Position = START,
  options: ReadAllOptions = {},
): Promise<readonly StoredLine[]> {
  return (await logPages(store, after, options)).flatMap((page) => page.lines);
}

/** The fields of a stored line. */
export const fieldsOf = (stored: StoredLine): LineFields => parseLine(stored.line, stored.position);

/** The event ids of lines. */
export const idsOf = (lines: readonly StoredLine[]): readonly string[] =>
  lines.map((stored) => fieldsOf(stored).id);

/** The numbers of the sample events in these lines, as `sampleId` was given them. */
export const numbersOf = (lines: readonly StoredLine[]): readonly number[] =>
  idsOf(lines).map((id) => Number.parseInt(id.slice(-12), 16));

/**
 * Longest time that a test waits for a follower, in milliseconds; only a faulty store reaches it.
 */
export const FOLLOW_GUARD_MS = 4000;

/**
 * Follows a log until the visitor returns true. Fails where the follower gives nothing for too
 * long.
 */
export async function followUntil(
  store: EventStore,
  after: Position,
  options: Omit<FollowOptions, 'signal'>,
  visit: (page: FollowPage) => Promise<boolean> | boolean,
): Promise<void> {
  const signal = AbortSignal.timeout(FOLLOW_GUARD_MS);
  for await (const page of store.follow(after, { pollMs: 5, ...options, signal })) {
    if (await visit(page)) return;
  }
  fail('the follower fell silent before everything had come');
}
