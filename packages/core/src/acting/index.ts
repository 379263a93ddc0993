export * from './act-day.ts';
export * from './exists.ts';
export * from './order.ts';
export * from './period.ts';
export * from './reason.ts';
export * from './signer.ts';
