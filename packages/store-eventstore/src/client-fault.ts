/**
 * What an error of the client says about its call.
 *
 * - `wrong-revision`, `no-stream`, `deleted`, `too-large`, `bad-position`, `refused`: the server's
 *   own answer; nothing was done
 * - `not-leader`, `not-ready`: nothing was done, and the same call may be made again
 * - `unknown`: what was asked may or may not be done
 */
export type ClientFault =
  | 'wrong-revision'
  | 'no-stream'
  | 'deleted'
  | 'too-large'
  | 'bad-position'
  | 'refused'
  | 'not-leader'
  | 'not-ready'
  | 'unknown';

const BY_TYPE: Readonly<Record<string, ClientFault>> = {
  'wrong-expected-version': 'wrong-revision',
  'stream-not-found': 'no-stream',
  'no-stream': 'no-stream',
  'stream-deleted': 'deleted',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'refused',
  'invalid-argument': 'refused',
  unsupported: 'refused',
  'not-leader': 'not-leader',
};

/** Some errors are recognised by their text only. */
const BY_TEXT: readonly (readonly [RegExp, ClientFault])[] = [
  [/Server Is (?:Not Ready|Busy|Too Busy)/iu, 'not-ready'],
  [/MaximumAppend(?:Event)?Size/iu, 'too-large'],
  [/invalid ?position/iu, 'bad-position'],
];

const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/**
 * Recognises errors by `type`, then `code`, then text; never by class, because each of the two
 * client packages has its own.
 */
export function faultOf(error: unknown): ClientFault {
  const { type, code, message } = (error ?? {}) as Record<string, unknown>;
  const known = typeof type === 'string' ? BY_TYPE[type] : undefined;
  if (known !== undefined) return known;
  if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) return 'refused';
  const text = typeof message === 'string' ? message : '';
  return BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/**
 * The message of an error, in one line and without secrets: clients' texts may be empty, and may
 * quote the connection string with its password.
 */
export function saying(error: unknown): string {
  const { type, code, message } = (error ?? {}) as Record<string, unknown>;
  const text = typeof message === 'string' ? message : '';
  const bare = text
    .replaceAll(/\/\/[^@/\s]*@/gu, '//***@')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 200);
  const name = typeof type === 'string' ? type : typeof code === 'number' ? `code ${code}` : '';
  return [name, bare].filter((part) => part !== '').join(': ') || 'an error without words';
}
