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

/** The warning of a name that is not in parts, or none. */
export const warnOfName = (person: string, name: PersonName | null | undefined): Warning[] =>
  name === null || name === undefined || isInParts(name) ? [] : [nameNotInParts({ person })];
