/*
 * Acting: who hands in a command, on which day, in which office and on which ground, and how a
 * service is declared. Reading order: session (parses commands, has them authorised, handles them),
 * named-fields and named-refs (what a command is about), receipt (the answer), service, on and
 * default-id (declaring a service), act-day, context, signer, order, reason and exists (checks that
 * the decisions of all aggregates share).
 */
export * from './act-day.ts';
export * from './context.ts';
export * from './exists.ts';
export type { NamedKind } from './named-fields.ts';
export { namedIn } from './named-fields.ts';
export { namedRefs } from './named-refs.ts';
export * from './default-id.ts';
export * from './on.ts';
export * from './order.ts';
export * from './reason.ts';
export * from './receipt.ts';
export * from './service.ts';
export * from './session.ts';
export * from './signer.ts';
export * from './warned.ts';
export * from './warning.ts';
