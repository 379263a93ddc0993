import type { LocalText } from '@letopis/core/values';

/**
 * `blocking`: the register refuses the file. `fixable`: the register refuses it, and `fix` is the
 * right value. `warning`: look at it.
 */
export type FrdoSeverity = 'blocking' | 'fixable' | 'warning';

/** One finding before upload. */
export interface FrdoProblem {
  /** Code of the problem: `required`, `not-in-list`, … */
  readonly code: FrdoProblemCode;
  readonly severity: FrdoSeverity;
  /** Row of the sheet, from 1: the first row of data is 2. */
  readonly row: number;
  readonly document: string;
  /** Key of the column, and the address of the cell: `AA2`. */
  readonly column: string;
  readonly cell: string;
  readonly hint: LocalText;
  /** The right value; only if the problem is `fixable`. */
  readonly fix?: string;
}

/** Codes of the problems that the checks find. */
export type FrdoProblemCode = keyof typeof HINTS;

type Hint = (heading: string, value: string, more: string) => LocalText;

const HINTS = {
  required: (heading) => ({
    ru: `«${heading}» не заполнено: впишите значение`,
    en: `«${heading}» is empty: fill it in`,
  }),
  erased: (heading) => ({
    ru: `«${heading}»: значение уничтожено, выгрузить его нельзя: внесите с бумаги`,
    en: `«${heading}»: the value was erased and cannot be exported: enter it from paper`,
  }),
  'name-not-in-parts': (heading, _value, name) => ({
    ru:
      `«${heading}»: имя «${name}» внесено одной строкой: ` +
      'внесите фамилию, имя и отчество частями',
    en: `«${heading}»: the name «${name}» was entered as one line: enter its parts`,
  }),
  'original-name-unknown': (heading) => ({
    ru: `«${heading}»: имя в подлиннике не записано: внесите его в строку подлинника`,
    en: `«${heading}»: the name on the original is on no record: enter it in the original’s line`,
  }),
  'patronymic-unsaid': (heading, _value, name) => ({
    ru: `«${heading}»: у «${name}» не сказано, есть ли оно: внесите его или отметьте, что его нет`,
    en: `«${heading}»: for «${name}» nobody said whether there is one: enter it, or say that not`,
  }),
  'name-in-latin': (heading, _value, name) => ({
    ru: `«${heading}»: «${name}» внесено латиницей: внесите написание русскими буквами`,
    en: `«${heading}»: «${name}» is in Latin letters: enter how it is written in Russian ones`,
  }),
  'must-be-empty': (heading, value, other) => ({
    ru:
      `«${heading}»: «${value}» лишнее, ` +
      (other === '' ? 'здесь не пишут ничего' : `при таком значении «${other}» не заполняют`),
    en:
      `«${heading}»: «${value}» is too much, ` +
      (other === '' ? 'nothing is written here' : `it is left empty for this value of «${other}»`),
  }),
  'not-in-list': (heading, value, more) => ({
    ru: `«${heading}»: «${value}» нет в списке; есть: ${more}`,
    en: `«${heading}»: «${value}» is not in the list, which has: ${more}`,
  }),
  spelling: (heading, value, more) => ({
    ru: `«${heading}»: «${value}» пишется «${more}», буква в букву`,
    en: `«${heading}»: «${value}» is written «${more}», letter by letter`,
  }),
  'not-a-day': (heading, value) => ({
    ru: `«${heading}»: «${value}» не день вида дд.мм.гггг`,
    en: `«${heading}»: «${value}» is no day dd.mm.yyyy`,
  }),
  'not-a-number': (heading, value) => ({
    ru: `«${heading}»: «${value}» не целое число`,
    en: `«${heading}»: «${value}» is no whole number`,
  }),
  'not-three-digits': (heading, value) => ({
    ru: `«${heading}»: нужны три цифры ОКСМ, 000 для лица без гражданства, а не «${value}»`,
    en: `«${heading}»: three digits are asked for, 000 for none, and not «${value}»`,
  }),
  'out-of-range': (heading, value, more) => ({
    ru: `«${heading}»: ${value} вне пределов ${more}`,
    en: `«${heading}»: ${value} lies outside ${more}`,
  }),
  'not-a-snils': (heading) => ({
    ru: `«${heading}»: нужен вид 000-000-000 00 с верным контрольным числом`,
    en: `«${heading}»: it is written 000-000-000 00, and its check number must fit`,
  }),
  'too-long': (heading, value, more) => ({
    ru: `«${heading}»: ${value.length} знаков, можно ${more}: сократите`,
    en: `«${heading}»: ${value.length} characters, and ${more} are taken: shorten it`,
  }),
  'hidden-characters': (heading) => ({
    ru: `«${heading}»: есть невидимые знаки, загрузка на них останавливается`,
    en: `«${heading}»: it holds invisible characters, at which loading stops`,
  }),
  spacing: (heading, value) => ({
    ru: `«${heading}»: лишние пробелы или дефисы в «${value}»`,
    en: `«${heading}»: needless spaces or hyphens in «${value}»`,
  }),
  'latin-letters': (heading, value) => ({
    ru: `«${heading}»: латинские буквы среди русских в «${value}»`,
    en: `«${heading}»: Latin letters among Russian ones in «${value}»`,
  }),
  'bad-characters': (heading, value) => ({
    ru: `«${heading}»: недопустимые знаки в «${value}»`,
    en: `«${heading}»: characters that are not taken in «${value}»`,
  }),
  'dates-out-of-order': (heading, value, more) => ({
    ru: `«${heading}»: ${value} раньше, чем «${more}»`,
    en: `«${heading}»: ${value} is before «${more}»`,
  }),
  'in-the-future': (heading, value, more) => ({
    ru: `«${heading}»: ${value} позже сегодняшнего дня (${more})`,
    en: `«${heading}»: ${value} is after today (${more})`,
  }),
  'document-twice': (heading, value, more) => ({
    ru: `«${heading}»: документ ${value} уже стоит в строке ${more}`,
    en: `«${heading}»: the document ${value} stands in row ${more} already`,
  }),
  'person-twice': (heading, value, more) => ({
    ru: `«${heading}»: ${value} с той же программой и днём выдачи уже в строке ${more}`,
    en: `«${heading}»: ${value} with the same programme and day stands in row ${more}`,
  }),
} satisfies Record<string, Hint>;

/** The hint of a problem in both languages. */
export function hintOf(
  code: FrdoProblemCode,
  heading: string,
  value: string,
  more = '',
): LocalText {
  return (HINTS[code] as Hint)(heading, value, more);
}
