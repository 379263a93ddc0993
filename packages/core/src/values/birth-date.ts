import * as z from 'zod';
import { complaint } from './complaint.ts';
import { isLocalDate } from './local-date.ts';

// The message of `localDate` would repeat the value, which is personal.
const needed = complaint('нужен день ГГГГ-ММ-ДД', 'a day YYYY-MM-DD is asked for');

/**
 * Schema of a day of birth. It is personal data: its message never shows it.
 *
 * @example
 * dayOfBirth.safeParse('2010-02-30').success; // => false
 */
export const dayOfBirth = z.string(needed).refine(isLocalDate, needed);
