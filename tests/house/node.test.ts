import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('everything runs under Node 24, whatever the machine has', () => {
  expect(process.version).toMatch(/^v24\./);
});

test('the package manager is pinned with its hash, and any pnpm 12 runs the scripts', () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(packageManager).toMatch(/^pnpm@12\.\d+\.\d+\+sha512\.[0-9a-f]{128}$/);
  const settings = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  expect(settings).toMatch(/^pmOnFail: ignore$/m);
});
