import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const TOOL = fileURLToPath(new URL('../../tools/durability.ts', import.meta.url));
const hasStrace = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

/** Runs the durability check with few rounds; `pnpm check:durability` runs all of them. */
async function check(...args: readonly string[]) {
  const child = spawn(process.execPath, [TOOL, '--seed', '7', ...args], { stdio: 'pipe' });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exited, said: said + complaints };
}

describe('an appending process killed at a random moment', () => {
  it('has lost no acknowledged event and left no append in part', async () => {
    const { code, said } = await check('--only', 'kills', '--rounds', '6');
    expect(said).toMatch(/kills: 6 kills .* [1-9]\d* events in \d+ appends acknowledged/);
    expect(said).toMatch(/durability: ok\n$/);
    expect(code).toBe(0);
  });

  it('is caught if it acknowledges before COMMIT', async () => {
    const broken = ['--break', 'ack-before-commit'];
    const { code, said } = await check('--only', 'kills', '--rounds', '8', ...broken);
    expect(said).toMatch(/was acknowledged, 0 of \d+ stand/);
    expect(code).toBe(1);
  });
});

describe.skipIf(!hasStrace)('the system calls of an appending process', () => {
  it('show a sync of the WAL between the write and each acknowledgement', async () => {
    const { code, said } = await check('--only', 'syncs', '--appends', '12');
    expect(said).toContain('12 of 12 acknowledgements came after a sync');
    expect(said).toMatch(/durability: ok\n$/);
    expect(code).toBe(0);
  });

  it.for([
    ['sync-off', 'not synced yet'],
    ['ack-before-commit', 'not written yet'],
  ])('show that there is none with %s', async ([broken = '', complaint]) => {
    const { code, said } = await check('--only', 'syncs', '--appends', '12', '--break', broken);
    expect(said).toContain('0 of 12 acknowledgements');
    expect(said).toContain(complaint);
    expect(code).toBe(1);
  });
});
