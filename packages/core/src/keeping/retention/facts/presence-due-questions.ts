import type { LocalText } from '../../../values/text.ts';
import type {
  CarrierCourse,
  CarrierOfRecord,
  GonePaper,
  RestoredCopy,
} from './presence-questions.ts';

/* What inventories say of a carrier, and what is due about it. RK 4 no. 3, 10. */

/**
 * What an inventory says of a carrier that is not simply in place: «не обнаружено, акт № 3 от
 * 2027-04-01»; null: nothing. `written` writes a day, where it is printed. RK 4 no. 3, 10.
 *
 * @example
 * carrierMark(course)?.ru; // => 'не обнаружено, акт № 3 от 2027-04-01'
 */
export function carrierMark(
  course: CarrierCourse,
  written: (day: string) => string = (day) => day,
): LocalText | null {
  const { standing, gone, copy } = course;
  const since = written(course.since);
  const searchUntil = course.searchUntil && written(course.searchUntil);
  const [ru, en] = paperText(gone, written);
  switch (standing) {
    case 'in-place':
      return null;
    case 'damaged': {
      const now = { ru: `повреждено, с ${since}`, en: `damaged, since ${since}` };
      if (copy === null) return now;
      const of = copyText(copy, written);
      return { ru: `${of.ru}; копия: ${now.ru}`, en: `${of.en}; the copy is ${now.en}` };
    }
    case 'sought': {
      const until =
        searchUntil === null ? ['', ''] : [` по ${searchUntil}`, ` until ${searchUntil}`];
      return { ru: `разыскивается с ${since}${until[0]}`, en: `sought since ${since}${until[1]}` };
    }
    case 'not-discovered':
      return { ru: `не обнаружено${ru}`, en: `not discovered${en}` };
    case 'restored':
      return copy && copyText(copy, written);
    case 'seized':
      return { ru: `изъято ${since}`, en: `seized on ${since}` };
    case 'not-returned':
      return { ru: `изъято, не возвращено${ru}`, en: `seized, not returned${en}` };
  }
}

function copyText(
  { on: day, from, original }: RestoredCopy,
  written: (day: string) => string,
): LocalText {
  const on = written(day);
  const [ru, en] = paperText(original, written);
  const [wasRu, wasEn] = original === null ? ['повреждён', 'damaged'] : ['утрачен', 'lost'];
  return {
    ru: `восстановлено по ${from}, ${on}; подлинник ${wasRu}${ru}`,
    en: `restored from ${from}, ${on}; the original is ${wasEn}${en}`,
  };
}

const KIND_RU: Readonly<Record<string, string>> = {
  act: 'акт',
  court: 'решение суда',
  decision: 'постановление',
  demand: 'требование',
  letter: 'письмо',
  order: 'приказ',
  protocol: 'протокол',
};

function paperText(
  paper: GonePaper | null,
  written: (day: string) => string,
): readonly [ru: string, en: string] {
  if (paper === null) return ['', ''];
  const { kind, number } = paper;
  const date = paper.date && written(paper.date);
  const ru = [KIND_RU[kind] ?? kind, number && `№ ${number}`, date && `от ${date}`];
  const en = [kind, number && `no. ${number}`, date && `of ${date}`];
  return [`, ${ru.filter(Boolean).join(' ')}`, `, ${en.filter(Boolean).join(' ')}`];
}

/** One thing that is due about a carrier: the end of its search, or its restored copy. */
export interface PresenceDue extends CarrierOfRecord {
  readonly what: 'search' | 'restored-copy';
  readonly dueOn: string;
}

/** What is due about the carriers: a search that is not ended, a copy that is not made. */
export function presenceDueOf(carriers: Iterable<CarrierCourse>): readonly PresenceDue[] {
  return [...carriers].flatMap((one): readonly PresenceDue[] => {
    const { carrier, record, searchUntil, copyDueOn } = one;
    if (searchUntil !== null) return [{ what: 'search', carrier, record, dueOn: searchUntil }];
    if (copyDueOn === null) return [];
    return [{ what: 'restored-copy', carrier, record, dueOn: copyDueOn }];
  });
}
