import { expect, test } from 'vitest';

test('everything runs under Node 24, whatever the machine has', () => {
  expect(process.version).toMatch(/^v24\./);
});
