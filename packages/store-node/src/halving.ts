/**
 * Counts how many entries at the start of a sequence meet a condition, by halving. The condition
 * must hold for the first entries and for none after them.
 *
 * @param length of the sequence.
 * @param holds is given an index from 0 to `length - 1`.
 * @example
 * const keys = ['a', 'b', 'c'];
 * countLeading(keys.length, (index) => keys[index] < 'c'); // => 2
 */
export function countLeading(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
