import type { ServerUser } from './access.ts';
import type { TestServer } from './test-server.ts';

/** How a test server behaves; every option has a default. */
export interface TestServerOptions {
  /** Offers BatchAppend, as servers since 21.10 do; default true. Without it clients use Append. */
  readonly batchAppend?: boolean;
  /** Reports when a subscription has caught up, as servers since 23.10 do; default true. */
  readonly sendsCaughtUp?: boolean;
  /** How far the server's clock is ahead of this one, in milliseconds; default 0. */
  readonly clockOffsetMs?: number;
  /** Most calls of one connection at a time; default 100, as on the real server. */
  readonly callsMax?: number;
  /**
   * Which version's size limits it has: 24.6 counts data alone, 24.10 (default) metadata and type
   * names too.
   */
  readonly serverLine?: '24.6' | '24.10';
  /**
   * How long a commit takes, in milliseconds; default 0. The same ids sent again meanwhile are
   * stored once, and the repetition is answered by a time-out.
   */
  readonly commitMs?: number;
  /**
   * The server's own time-out of a write, and of its second answer, in milliseconds; default 2000.
   */
  readonly writeTimeoutMs?: number;
  /**
   * Users by name; without them everybody may do everything. Clients send passwords over TLS only.
   */
  readonly users?: Readonly<Record<string, ServerUser>>;
  /** A certificate for `localhost` and its key, as PEM; without it there is no TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /**
   * Makes this server a follower: it has the same log, and sends calls that ask for the leader
   * there.
   */
  readonly leader?: TestServer;
}
