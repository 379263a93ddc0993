import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./test-server-child.ts', import.meta.url));

/** A server, and how to end its use. */
export interface RunningServer {
  readonly url: string;
  /** The name for reports; never with a password. */
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** Starts a test server in a child process. Throws where it does not start. */
export async function startTestServerProcess(): Promise<RunningServer> {
  const child = fork(CHILD, { execArgv: [] });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    once(child, 'message').then(([said]) => String(said)),
    ended.then(([code]) => Promise.reject(new Error(`the test server ended with ${code}`))),
  ]);
  const stop = async (): Promise<void> => {
    child.disconnect();
    await ended;
  };
  return { url, name: 'a test server in a child process', stop };
}

/** A server that is running already, and keeps running afterwards. */
export function serverAt(url: string): RunningServer {
  const [, hosts = url] = /^[^:]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url) ?? [];
  return { url, name: hosts, stop: async () => undefined };
}
