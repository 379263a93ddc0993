import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./fixtures/client-child.ts', import.meta.url));
const LIMIT_MS = 60_000;

export interface Ended {
  /** Exit code; null where the test ended the process. */
  readonly code: number | null;
  /** Its output, line by line. */
  readonly said: readonly string[];
  /** What Node printed when it ended the process because of an error. */
  readonly lastWords: string;
}

/**
 * Runs one scene of `fixtures/client-child.ts` in a process of its own, until it ends.
 *
 * @param afterLastWordMs how long after its last output to end it, where it should not end by
 * itself.
 */
export async function runChild(
  act: string,
  urls: readonly string[],
  afterLastWordMs?: number,
): Promise<Ended> {
  const child = spawn(process.execPath, [CHILD, act, ...urls], { stdio: 'pipe' });
  const closed = once(child, 'close');
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let timer: NodeJS.Timeout | undefined;
  let [said, lastWords] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString('utf8');
    clearTimeout(timer);
    if (afterLastWordMs === undefined) return;
    timer = setTimeout(() => child.kill('SIGKILL'), afterLastWordMs);
  });
  child.stderr.on('data', (text: Buffer) => void (lastWords += text.toString('utf8')));
  const [code] = (await closed) as [number | null];
  clearTimeout(limit);
  clearTimeout(timer);
  return { code, said: said.split('\n').slice(0, -1), lastWords };
}
