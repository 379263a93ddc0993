import type { AclRight, StreamMetadata } from './stream-metadata.ts';

/** A user of the test server. */
export interface ServerUser {
  readonly password: string;
  /** Members of `$admins` may do everything; default none. */
  readonly groups?: readonly string[];
}

/** Who calls: their name and groups, which count as roles. */
export type Caller = readonly string[];

const EVERYBODY = '$all';
const ADMINS = '$admins';

/**
 * Who may do what: by the access lists of the streams, else by the server's defaults, which reserve
 * system streams and the log as a whole for administrators. Without users everybody may do
 * everything.
 */
export class Access {
  readonly #users: Readonly<Record<string, ServerUser>> | null;
  readonly #metadataOf: (stream: string) => StreamMetadata;

  constructor(
    users: Readonly<Record<string, ServerUser>> | null,
    metadataOf: (stream: string) => StreamMetadata,
  ) {
    this.#users = users;
    this.#metadataOf = metadataOf;
  }

  /** The caller that an `authorization` header names; null where its password is wrong. */
  callerOf(header: string | undefined): Caller | null {
    if (this.#users === null) return [ADMINS];
    if (header === undefined) return [EVERYBODY];
    const [, encoded = ''] = /^Basic (.+)$/u.exec(header) ?? [];
    const said = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = said.indexOf(':');
    const name = said.slice(0, Math.max(0, colon));
    const user = Object.hasOwn(this.#users, name) ? this.#users[name] : undefined;
    if (user === undefined || user.password !== said.slice(colon + 1)) return null;
    return [EVERYBODY, name, ...(user.groups ?? [])];
  }

  /** May this caller do this? The log as a whole is named `$all`. */
  allows(caller: Caller, right: '$r' | '$w' | '$d', stream: string): boolean {
    if (caller.includes(ADMINS)) return true;
    const described = stream.startsWith('$$') ? stream.slice(2) : null;
    // A metadata stream is guarded by the list of the stream that it describes.
    const [name, asked] = described === null ? [stream, right] : [described, META_RIGHTS[right]];
    const own = this.#metadataOf(name).acl?.[asked];
    const roles = own ?? [name.startsWith('$') ? ADMINS : EVERYBODY];
    return roles.some((role) => caller.includes(role));
  }
}

const META_RIGHTS = { $r: '$mr', $w: '$mw', $d: '$mw' } as const satisfies Record<string, AclRight>;
