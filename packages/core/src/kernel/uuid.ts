import type { Ports } from './ports.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Is this a UUID of any version, in small letters? */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && UUID.test(text);

/** Is this a UUID of version 7 (RFC 9562 §5.7), in small letters? */
export const isUuidV7 = (text: unknown): text is string =>
  typeof text === 'string' && UUID_V7.test(text);

const hex2 = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A new UUID of version 7: 48 bits of milliseconds, the rest random. Command ids are made by it.
 * @example
 * isUuidV7(newCommandId(store.ports)); // => true
 */
export function newCommandId(ports: Pick<Ports, 'clock' | 'random'>): string {
  const time = Math.max(0, Math.floor(ports.clock())).toString(16).padStart(12, '0').slice(-12);
  const bytes = ports.random(10);
  let hex = '';
  for (let i = 0; i < 10; i += 1) hex += hex2[bytes[i] ?? 0] ?? '00';
  return layOut(time, hex);
}

/** Makes a UUID v7 of 12 hex digits of time and at least 19 random ones. */
function layOut(time: string, hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[3] ?? '0', 16) & 3] ?? '8';
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}`;
  return `${head}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/**
 * The id under which a command is known in one stream: its last twelve digits are mixed with the
 * stream's name. The ids of its events are made of it, so that a command id that was sent to two
 * streams by mistake gives no two events with one id.
 */
export function idInStream(commandId: string, stream: string, hash: Ports['hash']): string {
  const name = hash(stream, 'hex');
  const mixed = [0, 6].map((at) => {
    const own = Number.parseInt(commandId.slice(24 + at, 30 + at), 16);
    const other = Number.parseInt(name.slice(at, at + 6), 16);
    return (own ^ other).toString(16).padStart(6, '0');
  });
  return commandId.slice(0, 24) + mixed.join('');
}

/** How many events one command may give: the values of `rand_a`. */
export const EVENTS_PER_APPEND_MAX = 4096;

/**
 * The id of a command's n-th event: its id in the stream ({@link idInStream}) with `rand_a` set to
 * the index, so that the events of one command stay in order and need no random bytes of their own.
 */
export function eventId(commandId: string, index: number): string {
  return `${commandId.slice(0, 15)}${index.toString(16).padStart(3, '0')}${commandId.slice(18)}`;
}

/**
 * The id of a command that follows from another fact: the parent's time, and the hash of parent and
 * target. The same parent and target always give the same id, so that an owed command or an
 * imported row has one effect however often it is sent.
 */
export function deriveId(parent: string, target: string, hash: Ports['hash']): string {
  const digest = hash(`${parent}\n${target}`, 'hex');
  return layOut(parent.slice(0, 8) + parent.slice(9, 13), digest);
}
