import type { Refusal, Result } from '@letopis/core';
import { expect } from 'vitest';

/** Expects a refusal by its code; its text in both languages must contain the values. */
export function expectRefused(
  result: Result<unknown>,
  code: string,
  ...values: readonly string[]
): Refusal {
  if (result.ok) return expect.fail(`it must be refused with ${code}`);
  expectSaid(result.refusal, code, ...values);
  return result.refusal;
}

/** What a text says where a refusal was given no value. */
const NO_VALUE = /\bundefined\b|\bNaN\b|\[object /;

/** Expects the same of a reported refusal, such as that of one row of a file. */
export function expectSaid(
  refusal: Pick<Refusal, 'code' | 'text'> | null,
  code: string,
  ...values: readonly string[]
): void {
  expect(refusal?.code).toBe(code);
  expect(refusal?.text.ru).toMatch(/[а-яё]/iu);
  expect(refusal?.text.en).toMatch(/[a-z]/i);
  // `invalid-input` shows what was given, which may be undefined.
  const said = code === 'invalid-input' ? '' : `${refusal?.text.ru}\n${refusal?.text.en}`;
  expect(said).not.toMatch(NO_VALUE);
  for (const value of values) {
    expect(refusal?.text.ru).toContain(value);
    expect(refusal?.text.en).toContain(value);
  }
}
