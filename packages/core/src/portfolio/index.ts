export * from './events.ts';
export * from './commands.ts';
export * from './content.ts';
export * from './refusals.ts';
export * from './portfolio.ts';
export type { PortfolioReceipt } from './service.ts';
export { portfolioService } from './service.ts';
