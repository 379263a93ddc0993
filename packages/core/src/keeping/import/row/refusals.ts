import { refusal } from '../../../kernel/refusal.ts';

/** Said where the import has no row that was known under the number. */
export const rowUnknown = refusal('row-unknown', (d: { import: string; known: number }) => ({
  ru: `В загрузке ${d.import} нет записи о строке ${d.known}: сначала внесите её (knowRows)`,
  en: `Import ${d.import} has no row entered at ${d.known}: enter it first (knowRows)`,
}));

/** Said where no row was set aside by the event. */
export const rowNotAside = refusal('row-not-aside', (d: { import: string; aside: string }) => ({
  ru: `В загрузке ${d.import} строка не отложена событием ${d.aside}: возьмите id из списка`,
  en: `Import ${d.import} has no row set aside by event ${d.aside}: take the id from the list`,
}));

/** Said where the row was settled already. */
export const rowSettledAlready = refusal(
  'row-settled-already',
  (d: { aside: string; how: string }) => ({
    ru: `Отложенная строка ${d.aside} уже разобрана (${d.how})`,
    en: `The row set aside as ${d.aside} is settled already (${d.how})`,
  }),
);

/** Said where the fact that is to have put the record right is not named, or there is none. */
export const rowFactUnknown = refusal('row-fact-unknown', (d: { aside: string; fact: string }) => ({
  ru: `Строка ${d.aside}: события «${d.fact}» нет: назовите, чем исправлена запись`,
  en: `Row ${d.aside}: there is no event "${d.fact}": name what put the record right`,
}));
