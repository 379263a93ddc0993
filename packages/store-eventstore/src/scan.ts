import type { Position } from '@letopis/core';
import type { LogPage, ReadAllOptions, StoredLine } from '@letopis/core/store';
import type { ClientFilter, ClientItem, LogPlace } from './client.ts';
import type { Connection } from './connection.ts';
import type { Feed } from './feed.ts';
import { Cut, Silence } from './feed.ts';
import { itemPosition, positionOf } from './position.ts';
import type { ReadLine } from './record.ts';
import { Retries } from './retries.ts';

/** Records that the server looks at between two checkpoints. */
const WINDOW = 512;
/**
 * Number of checkpoints after which a page is given, full or not, so that a long scan keeps its
 * progress.
 */
const CHECKPOINTS_PER_PAGE = 40;
/**
 * Silence, in milliseconds, after which a server counts as one that never reports that it has
 * caught up.
 */
const QUIET_MS = 500;

type ScanOptions = ReadAllOptions & { readonly pageSize: number };

/** How far a scan has come, across all of its subscriptions. */
interface Scan {
  readonly end: Position;
  readonly options: ScanOptions;
  readonly read: (item: ClientItem, position: Position) => ReadLine;
  place: LogPlace;
  position: Position;
  lines: StoredLine[];
  checkpoints: number;
  /** Should it read every line of this log itself, because the server reports too little? */
  wide: boolean;
}

/**
 * The log after a place and up to `end`, in pages, by a subscription whose filter the server
 * applies. A subscription that breaks, falls silent or simply ends is begun again where it had come
 * to, until the stated time has passed without progress. Throws `unreachable` then.
 */
export async function* scanLog(
  connection: Connection,
  place: LogPlace,
  end: Position,
  options: ScanOptions,
  read: (item: ClientItem, position: Position) => ReadLine,
): AsyncGenerator<LogPage, void, void> {
  if (options.types?.length === 0) {
    yield { lines: [], scannedTo: end };
    return;
  }
  const scan: Scan = {
    end,
    options,
    read,
    place,
    position: positionOf(place),
    lines: [],
    checkpoints: 0,
    wide: false,
  };
  const retries = new Retries(connection, scan.position);
  for (;;) {
    try {
      yield* subscription(connection, scan);
      return;
    } catch (error) {
      await retries.pause(error, scan.position);
    }
  }
}

async function* subscription(
  connection: Connection,
  scan: Scan,
): AsyncGenerator<LogPage, void, void> {
  const filter = filterOf(connection.settings.namespace, scan);
  const { feed, release } = await connection.reads.subscribe(scan.place, filter);
  const { answerMs } = connection.settings;
  const surelySpeaks = isWhole(scan) || connection.tellsCaughtUp;
  const silenceMs = surelySpeaks ? answerMs : Math.min(QUIET_MS, answerMs);
  let again = false;
  try {
    for (;;) {
      const item = feed.read();
      if (item === null) {
        if (feed.caughtUp) connection.tellsCaughtUp = true;
        if (followMarks(feed, scan)) break;
        if (feed.ended) throw new Cut('the subscription ended');
        if (scan.checkpoints >= CHECKPOINTS_PER_PAGE) yield pageOf(scan, scan.position);
        again = !surelySpeaks && !(await speaks(feed, silenceMs));
        if (again) break;
        if (surelySpeaks) await feed.more(silenceMs);
        continue;
      }
      if (item.event === undefined) continue;
      const position = itemPosition(item);
      if (position <= scan.position) continue;
      if (position > scan.end) break;
      take(connection.settings.namespace, scan, item, position);
      if (position === scan.end) break;
      if (scan.lines.length === scan.options.pageSize) yield pageOf(scan, position);
      connection.assertOpen();
    }
  } finally {
    await release();
  }
  if (again) scan.wide = true;
  if (again) yield* subscription(connection, scan);
  else yield pageOf(scan, scan.end);
}

/** Waits for more; false where the server is silent, perhaps because there is nothing more. */
async function speaks(feed: Feed, silenceMs: number): Promise<boolean> {
  try {
    await feed.more(silenceMs);
    return true;
  } catch (error) {
    if (error instanceof Silence) return false;
    throw error;
  }
}

/** Notes the checkpoints; true where everything up to the end has been looked at. */
function followMarks(feed: Feed, scan: Scan): boolean {
  if (feed.caughtUp) return true;
  if (feed.checkpoint === null) return false;
  const position = positionOf(feed.checkpoint);
  if (position <= scan.position) return false;
  [scan.position, scan.place] = [position, feed.checkpoint];
  scan.checkpoints += 1;
  return position >= scan.end;
}

function take(namespace: string, scan: Scan, item: ClientItem, position: Position): void {
  const { event } = item;
  if (event?.position === undefined) return;
  [scan.position, scan.place] = [position, event.position];
  // A filter by type also gives events of others; the prefix of the stream shows which are ours.
  const { types, streamPrefix } = scan.options;
  if (!event.streamId.startsWith(`${namespace}.${streamPrefix ?? ''}`)) return;
  if (types && !types.includes(event.type)) return;
  scan.lines.push(scan.read(item, position).stored);
}

function pageOf(scan: Scan, scannedTo: Position): LogPage {
  const { lines } = scan;
  scan.lines = [];
  scan.checkpoints = 0;
  return { lines, scannedTo };
}

/** Does the subscription give every line of this log, and therefore also the last one? */
const isWhole = ({ wide, options }: Scan): boolean =>
  wide || (!options.types && !options.streamPrefix);

const TYPE = /^[A-Za-z][A-Za-z0-9]*$/;

function filterOf(namespace: string, scan: Scan): Omit<ClientFilter, 'checkpointReached'> {
  const rate = { checkpointInterval: 1, maxSearchWindow: WINDOW };
  const { types, streamPrefix } = scan.options;
  if (types && !scan.wide) {
    const known = types.filter((type) => TYPE.test(type));
    return { filterOn: 'eventType', regex: `^(?:${known.join('|')})$`, ...rate };
  }
  const prefix = scan.wide ? '' : (streamPrefix ?? '');
  return { filterOn: 'streamName', prefixes: [`${namespace}.${prefix}`], ...rate };
}
