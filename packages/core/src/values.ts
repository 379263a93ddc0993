/* Values: days, marks and scales, words and digits, grounds, names. */
export * from './values/index.ts';
