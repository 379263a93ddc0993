/* What every page is built with, for pages of one's own. */
export { dayAndMonth, longDate, printedInstant, shortDate } from './dates.ts';
export type { Html, Part } from './html.ts';
export { attribute, html } from './html.ts';
export type { FormApproval, OrganisationHead, PageOptions, SignatureLine } from './options.ts';
export type { HeadLine, PageContent } from './page.ts';
export { factsHtml, pageHtml } from './page.ts';
export type { Orientation } from './style.ts';
export type { Cell, Column, Run, RunStyle, Table } from './table.ts';
export { cell, cellText, tableHtml } from './table.ts';
