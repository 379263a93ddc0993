/**
 * Runs a task for each item, at most `width` at once; returns the answers in order of the items.
 */
export async function inPool<Item, Answer>(
  items: readonly Item[],
  width: number,
  task: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      answers[at] = await task(items[at] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return answers;
}
