/**
 * Asks a question once for each key, and remembers the answer; of a promise too.
 *
 * @example
 * const editionAt = onceEach((day: string) => editionOn(editions, day));
 */
export function onceEach<Answer>(ask: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (key) => {
    const found = known.get(key) ?? { answer: ask(key) };
    known.set(key, found);
    return found.answer;
  };
}
