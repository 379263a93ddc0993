import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LATE, within } from './within.ts';

/** How long a server may take to start, and to end after SIGTERM, in milliseconds. */
const [START_MS, END_MS] = [60_000, 30_000];

/** What happens to the server: `kill -9`, SIGTERM, or SIGSTOP for a while. */
export const FAULT_KINDS = ['kill', 'stop', 'freeze'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A server in a process group of its own, which can be ended and started again on its files. */
export class Server {
  readonly #command: string;
  readonly #port: number;
  #child: ChildProcess | null = null;

  /** @param command starts it in the foreground; `{dir}` and `{port}` are replaced. */
  constructor(command: string, directory: string, port: number) {
    this.#command = command.replaceAll('{dir}', directory).replaceAll('{port}', String(port));
    this.#port = port;
  }

  /** Starts it, and waits until its port is open. Throws where that takes longer than a minute. */
  async start(): Promise<void> {
    const child = spawn('sh', ['-c', `exec ${this.#command}`], { detached: true, stdio: 'ignore' });
    this.#child = child;
    for (const until = Date.now() + START_MS; Date.now() < until; await pause(50)) {
      if (child.exitCode !== null) throw new Error(`the server ended at once: ${this.#command}`);
      if (await isOpen(this.#port)) return;
    }
    throw new Error(`the server opened no port in ${START_MS} ms: ${this.#command}`);
  }

  /** Ends it for good, in whatever state it is. */
  async end(): Promise<void> {
    if (this.#child === null || this.#child.exitCode !== null) return;
    this.#signal('SIGCONT');
    await this.#endBy('SIGKILL');
  }

  /**
   * Runs the fault from its beginning to its end; afterwards the server is at work again, or
   * starting.
   */
  async suffer(kind: FaultKind, chance: () => number): Promise<void> {
    if (kind === 'freeze') {
      this.#signal('SIGSTOP');
      await pause(3000 + (chance() % 12_001));
      this.#signal('SIGCONT');
      return;
    }
    await this.#endBy(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
    await pause(chance() % 1000);
    await this.start();
  }

  async #endBy(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = once(child, 'exit');
    this.#signal(signal);
    if ((await within(ended, END_MS)) !== LATE) return;
    throw new Error(`the server did not end in ${END_MS} ms after ${signal}`);
  }

  /** Sends a signal to the whole group, so that whatever the command started ends too. */
  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid !== undefined) process.kill(-pid, signal);
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = createConnection({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port of the loopback address on which nobody listens. */
export async function freePort(chance: () => number): Promise<number> {
  for (;;) {
    const port = 20_000 + (chance() % 20_000);
    if (!(await isOpen(port))) return port;
  }
}
