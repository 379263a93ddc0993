import type { PersonName } from '../values/person-name.ts';
import { isInParts } from '../values/person-name.ts';
import type { Warning } from './warning.ts';
import { warning } from './warning.ts';

/** Said where a name was entered as a line that may mean more than one thing. RK 1.10. */
export const nameNotInParts = warning('name-not-in-parts', (d: { person: string }) => ({
  ru:
    `Имя ${d.person} записано одной строкой, и непонятно, где фамилия, имя и отчество: ` +
    'ведомостям и реестрам нужны части. Дайте { family, given, patronymic }; чего нет, то null',
  en:
    `The name of ${d.person} is one line, and which words are family name, given name and ` +
    'patronymic is unclear: registers need the parts. Give { family, given, patronymic }; null ' +
    'for what there is not',
}));

/** Said where the Russian form of a name in Latin letters rests on no paper. RK §4 situation 12. */
export const nameSourceMissing = warning('name-source-missing', (d: { person: string }) => ({
  ru:
    `У ${d.person} есть имя латиницей, а с какой бумаги взято русское написание, не сказано: ` +
    'дайте source (нотариальный перевод паспорта, его номер и день)',
  en:
    `${d.person} has a name in Latin letters, and which paper has its Russian form is not said: ` +
    'give source (the notary’s translation of the passport, its number and day)',
}));

/** The warnings of a name: it is not in parts, or its Russian form rests on no paper. */
export function warnOfName(person: string, name: PersonName | null | undefined): Warning[] {
  if (name === null || name === undefined) return [];
  if (!isInParts(name)) return [nameNotInParts({ person })];
  const isUnfounded = name.latin !== undefined && name.source === undefined;
  return isUnfounded ? [nameSourceMissing({ person })] : [];
}
