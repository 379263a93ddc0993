/** The command id of the n-th step, the same in every run. */
export const step = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
