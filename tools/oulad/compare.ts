import { createHash } from 'node:crypto';
import type { EventStore } from '@letopis/core';
import type { LineFields, StoredLine } from '@letopis/core/kernel';
import { lineHash, parseLine } from '@letopis/core/kernel';

/*
 * Two logs of one import hold the same facts in other bytes: `recordedAt`, `salt` and `prev` differ
 * by their nature, and so do event and command ids, since the import itself was received under an
 * id drawn at random and all others derive from it. An id is therefore compared as what it names:
 * an event's as `stream@revision`, a command's as its first event. Commitments to personal values
 * have random nonces too: the values beside the lines are compared instead. Everything else is
 * compared as it is.
 */

interface StreamFacts {
  revision: number;
  recordedAt: string;
  /** Hash of the last line, which is the next line's `prev`. */
  hash: string | null;
  /** Digest of all facts so far. */
  facts: string;
}

/** The facts of a log by stream, as digests. */
export interface LogFacts {
  readonly streams: ReadonlyMap<string, StreamFacts>;
  readonly events: number;
  /** Streams whose chain is broken, in words. */
  readonly broken: readonly string[];
  /** A line of this log as text without what is random. */
  readonly factOf: (stored: StoredLine) => string;
}

/** Reads a whole log, and checks the chain of each stream while reading. */
export async function readFacts(store: EventStore, streamPrefix: string): Promise<LogFacts> {
  const streams = new Map<string, StreamFacts>();
  const broken: string[] = [];
  const names: Names = { events: new Map(), commands: new Map() };
  const factOf = (stored: StoredLine): string => neutral(stored, names);
  let events = 0;
  for await (const { lines } of store.readAll('', { streamPrefix })) {
    for (const stored of lines) {
      const fields = parseLine(stored.line, stored.position);
      const { stream, revision, recordedAt } = fields;
      const at = `${stream}@${revision}`;
      names.events.set(fields.id, at);
      if (!names.commands.has(fields.commandId)) names.commands.set(fields.commandId, at);
      const end = streams.get(stream) ?? { revision: -1, recordedAt: '', hash: null, facts: '' };
      if (revision !== end.revision + 1) broken.push(`${at} comes after ${end.revision}`);
      if (fields.prev !== end.hash) broken.push(`${at} does not name the line before it`);
      if (recordedAt < end.recordedAt) broken.push(`${at} is older than the line before it`);
      const hash = lineHash(stored.line, store.ports.hash);
      const facts = createHash('sha256').update(end.facts).update(factOf(stored)).digest('base64');
      streams.set(stream, { revision, recordedAt, hash, facts });
      events += 1;
    }
  }
  return { streams, events, broken, factOf };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What the ids of a log name. Events and commands are apart, because an event's id may equal its
 * command's.
 */
interface Names {
  readonly events: Map<string, string>;
  readonly commands: Map<string, string>;
}

function neutral({ line, beside }: StoredLine, { events, commands }: Names): string {
  const fields = JSON.parse(line) as LineFields;
  const values = beside === null || beside === 'emptied' ? beside : personalValues(beside);
  const sealed = Object.keys(fields.sealed ?? {});
  const ofChance = { id: null, commandId: null, prev: null, salt: null, recordedAt: null };
  const said = JSON.stringify({ ...fields, ...ofChance, sealed, beside: values });
  const named = (one: string): string => events.get(one) ?? commands.get(one) ?? one;
  return `${commands.get(fields.commandId)} ${said.replaceAll(UUID, named)}`;
}

function personalValues(
  beside: Readonly<Record<string, { readonly value: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(beside).map(([path, { value }]) => [path, value]));
}

/** How many facts two stores have in common, and where they differ. */
export interface Comparison {
  readonly streams: number;
  readonly events: number;
  /**
   * In words, with the first differing fact of each stream; empty where the stores have the same
   * facts.
   */
  readonly differences: readonly string[];
}

/** How many differences are printed with their facts; the others are counted. */
const TOLD = 10;

/** Compares two stores stream by stream: the same facts in the same order, each chain intact. */
export async function compareStores(
  one: EventStore,
  other: EventStore,
  streamPrefix: string,
): Promise<Comparison> {
  const [a, b] = [await readFacts(one, streamPrefix), await readFacts(other, streamPrefix)];
  const differences = [...a.broken, ...b.broken];
  const names = new Set([...a.streams.keys(), ...b.streams.keys()]);
  const differing = [...names].filter((name) => {
    const [mine, theirs] = [a.streams.get(name), b.streams.get(name)];
    return mine?.facts !== theirs?.facts || mine?.revision !== theirs?.revision;
  });
  for (const name of differing.slice(0, TOLD)) {
    const [mine, theirs] = [await factsIn(one, a, name), await factsIn(other, b, name)];
    const at = mine.findIndex((fact, revision) => fact !== theirs[revision]);
    const first = at < 0 ? mine.length : at;
    const say = `\n  ${mine[first] ?? 'nothing'}\n  ${theirs[first] ?? 'nothing'}`;
    differences.push(`${name}@${first}:${say}`);
  }
  if (differing.length > TOLD) differences.push(`${differing.length - TOLD} more streams differ`);
  return { streams: names.size, events: a.events, differences };
}

async function factsIn(
  store: EventStore,
  { factOf }: LogFacts,
  stream: string,
): Promise<readonly string[]> {
  const facts: string[] = [];
  for await (const page of store.readStream(stream)) facts.push(...page.map(factOf));
  return facts;
}
