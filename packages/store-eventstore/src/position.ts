import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { foreignPosition } from '@letopis/store-node';
import type { ClientItem, LogPlace } from './client.ts';

const DIGITS = 19;
const FORM = /^\d{19}:\d{19}$/;
/** What servers before 22.6 give in place of a position. */
const ABSENT = 2n ** 64n - 1n;

/** Commit and prepare position, each of 19 digits: plain string order is log order. */
export function positionOf({ commit, prepare }: LogPlace): Position {
  const digits = String(commit).padStart(DIGITS, '0');
  // Events written today have one number for both.
  if (commit === prepare) return `${digits}:${digits}`;
  return `${digits}:${String(prepare).padStart(DIGITS, '0')}`;
}

/**
 * The server's two numbers of a position. Throws `misuse` for a text that no store of this kind
 * gave.
 */
export function placeOf(position: Position): LogPlace {
  if (FORM.test(position)) {
    return { commit: BigInt(position.slice(0, DIGITS)), prepare: BigInt(position.slice(20)) };
  }
  throw foreignPosition(position);
}

/** The position of an event. Throws `store-failed` for servers that are too old to give one. */
export function itemPosition({ event }: ClientItem): Position {
  const place = event?.position;
  if (place !== undefined && BigInt(place.commit) !== ABSENT) return positionOf(place);
  const say = 'the server gives no positions with the events of a stream: use 22.6 or later';
  throw new LetopisError('store-failed', say);
}
