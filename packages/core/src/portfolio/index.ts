export * from './events.ts';
export * from './commands.ts';
export * from './content.ts';
export * from './refusals.ts';
export * from './portfolio.ts';
export type { PortfolioReceipt, PortfolioRoom } from './room.ts';
export { portfolioRoom } from './room.ts';
