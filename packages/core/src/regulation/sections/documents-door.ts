import * as z from 'zod';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localText, shortText } from '../../values/text.ts';
import { documentKindShape, documentRules, registerShape } from './documents.ts';

/* What the section on documents may hold when it comes in. D15. */

const ids = z.array(identifier).max(100);
const titled = z.strictObject({ id: identifier, title: localText });

const TOKENS = /^(?:[^{}]|\{index\}|\{year\}|\{yy\}|\{n(?::[1-9])?\})+$/;
const ONE_NUMBER = /\{n(?::[1-9])?\}/g;

/** How a registration number is written: known tokens only, and the number exactly once. */
const numberFormat = shortText(64).refine(
  (format) => TOKENS.test(format) && [...format.matchAll(ONE_NUMBER)].length === 1,
  {
    error: ({ input }) =>
      complaint(
        `${shown(input)}: допустимы {index}, {year}, {yy} и один раз {n} или {n:4}`,
        `${shown(input)}: it may hold {index}, {year}, {yy}, and once {n} or {n:4}`,
      ),
  },
);

const register = registerShape.extend({
  id: identifier,
  title: localText,
  firstNumber: z.int().min(1).max(1_000_000_000),
  index: shortText(16).nullable(),
  format: numberFormat,
  media: z
    .array(z.enum(['paper', 'electronic']))
    .min(1)
    .max(2),
});

const kind = documentKindShape.extend({
  id: identifier,
  title: localText,
  register: identifier.nullable(),
  duplicateRegister: identifier.nullable(),
  receivedRegister: identifier.nullable(),
  blank: identifier.nullable(),
  categories: ids,
  markKinds: ids,
  groundKinds: ids,
  signerOffices: ids,
});

/** The section on documents as `adopt` and `amend` take it. */
export const documentSection = documentRules.extend({
  kinds: z.array(kind).max(100),
  registers: z.array(register).max(50),
  blanks: z.array(titled).max(50),
  blankOffices: ids,
  correctionOffices: ids,
  annulmentOffices: ids,
  withdrawalReasons: z
    .array(titled.extend({ outcome: z.enum(['loss', 'exchange', 'destruction']) }))
    .max(50),
  deliveryWays: z.array(z.enum(['in-person', 'representative', 'post'])).max(3),
});
