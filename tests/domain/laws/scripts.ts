/* Methods that make a story when they follow one another; `settle` lets the processes run. */
export const scripts: Readonly<Record<string, readonly string[]>> = {
  mark: ['groups.announceRequirements', 'assessments.record', 'assessments.record'],
};
