import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Fault, FaultyCall } from '@letopis/store-eventstore/testing';

const CHILD = fileURLToPath(new URL('./server-child.ts', import.meta.url));

/** An order to a test server: the next `times` calls of one kind fail. */
export type ServerOrder =
  | 'kill'
  | 'restart'
  | 'shut-down'
  | { readonly call: FaultyCall; readonly fault: Fault; readonly times: number };

/** A test server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  tell(order: ServerOrder): Promise<void>;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts a test server that offers the given call of appending. Throws where it does not start. */
export async function startServerProcess(path: 'batch-append' | 'append'): Promise<ServerProcess> {
  const child = fork(CHILD, [path], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const answer = async (): Promise<string> => {
    const [said] = await Promise.race([once(child, 'message'), ended]);
    if (typeof said === 'string') return said;
    throw new Error(`the test server's process ended with ${said}`);
  };
  return {
    url: await answer(),
    tell: async (order) => {
      const done = answer();
      child.send(order);
      await done;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
