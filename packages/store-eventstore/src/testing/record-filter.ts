import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerRecord } from './server-record.ts';

/**
 * Number of records that the real server looks at between two checkpoints, where the client does
 * not say.
 */
const WINDOW = 32;

/**
 * Which records of the log a subscription gives, and after how many it reports how far it has
 * looked.
 */
export interface RecordFilter {
  /** Records between two checkpoints. */
  readonly every: number;
  readonly matches: (record: ServerRecord) => boolean;
}

/**
 * The filter that a client asks for, by type or by stream name, a regular expression or prefixes;
 * null for none.
 */
export function filterOf(asked: ReadReq.Options.FilterOptions | undefined): RecordFilter | null {
  if (asked === undefined) return null;
  const window = asked.hasMax() ? asked.getMax() : WINDOW;
  const every = window * asked.getCheckpointintervalmultiplier();
  const ofType = asked.getEventType();
  const expression = ofType ?? asked.getStreamIdentifier();
  const pattern = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = pattern === '' ? null : new RegExp(pattern, 'u');
  const matches = (record: ServerRecord): boolean => {
    const name = ofType === undefined ? record.stream : record.type;
    return regex === null ? prefixes.some((prefix) => name.startsWith(prefix)) : regex.test(name);
  };
  return { every, matches };
}
