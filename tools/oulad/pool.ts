/**
 * Runs a task for each item, at most `width` at once; gives the answers in the order of the items.
 * Items of one lane run one after another, in their order, so that what they write to one stream is
 * stored in that order, however long the store takes to answer.
 */
export async function inPool<Item, Answer>(
  items: readonly Item[],
  width: number,
  laneOf: (item: Item) => string,
  task: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const lanes = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    const lane = lanes.get(laneOf(item));
    if (lane === undefined) lanes.set(laneOf(item), [at]);
    else lane.push(at);
  }
  const waiting = lanes.values();
  const worker = async (): Promise<void> => {
    for (const lane of waiting) {
      for (const at of lane) answers[at] = await task(items[at] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.size) }, worker));
  return answers;
}
