export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './stock.ts';
export type { InRegisterContext } from './in-register.ts';
export {
  refuseUnlessBlankUsable,
  decideReleaseBlanks,
  decideSpoilBlank,
  decideWriteOffBlanks,
} from './in-register.ts';
export type { BlankNumber, BlankRange } from './range.ts';
export { blankCount, rangeText } from './range.ts';
export { blankService } from './service.ts';
