/* Values: calendar days, marks and grading scales, numbers in words, grounds, names. */
export * from './values/index.ts';
