/* Values: calendar days, marks and grading scales, numbers in words, grounds, names, law. */
export * from './values/index.ts';
export * from './values/law/index.ts';
