import { isLetopisError } from '../../kernel/errors.ts';
import { sortedJson } from '../../kernel/json.ts';

/** Thrown where a store, or a fold or decision in a scenario, does not do what it must. */
export class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
}

const SHOWN = 1200;

function shown(value: unknown): string {
  const text = sortedJson(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}

/** Throws a {@link ContractFailure} with this text. */
export function fail(text: string): never {
  throw new ContractFailure(text);
}

/** Fails unless the condition holds. */
export function holds(condition: boolean, text: string): asserts condition {
  if (!condition) fail(text);
}

/** Fails unless two JSON values are equal; the order of keys does not count. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (sortedJson(actual) === sortedJson(expected)) return;
  fail(`${what}\n  got:      ${shown(actual)}\n  expected: ${shown(expected)}`);
}

/**
 * Fails unless the promise is rejected with a Letopis error that has this code and these fields.
 */
export async function refuses(
  attempt: () => Promise<unknown>,
  code: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  let answer: unknown;
  try {
    answer = await attempt();
  } catch (error) {
    if (!isLetopisError(error)) throw error;
    same(error.code, code, `another error than asked for: ${error.message}`);
    for (const [key, expected] of Object.entries(fields)) {
      same(error.fields[key], expected, `the error's field ${key}: ${error.message}`);
    }
    return;
  }
  fail(`it must throw ${code}, and answered ${shown(answer)}`);
}

/** Runs what may throw, as a write to a frozen object does, and ignores the error. */
export function tryTo(attempt: () => void): void {
  try {
    attempt();
  } catch {
    // Refusing the write is one way of passing the test.
  }
}
