import { known } from './indicator.ts';
import type { LawItem, LawSource } from './item.ts';

/*
 * Rules of acts that a field of the regulation follows, or that speak about one: what the act says,
 * how it is known, and which field it is about.
 */

const education273: Omit<LawSource, 'clause'> = {
  act: {
    ru: 'Об образовании в Российской Федерации',
    en: 'On education in the Russian Federation',
  },
  number: '273-ФЗ',
  date: '2012-12-29',
  from: '2013-09-01',
  until: null,
};

/** Rules of law that fields of the regulation follow. */
export const LAW_RULES: readonly LawItem[] = [
  {
    id: '273-fz/art-58/attempts',
    source: { ...education273, clause: 'ст. 58 ч. 5' },
    wording: 'Пройти промежуточную аттестацию по долгу можно не более двух раз',
    evidence: known('V2'),
    field: 'retakes.limits.attemptsMax',
  },
  {
    id: '273-fz/art-58/term',
    source: { ...education273, clause: 'ст. 58 ч. 5' },
    wording:
      'В пределах одного года с момента образования академической задолженности, не включая ' +
      'время болезни, академического отпуска, отпуска по беременности и родам',
    evidence: known('V2', {
      ru: 'в одном инструменте 2025/26 года слов «в пределах одного года» нет: сверьте редакцию',
      en: 'one tool of 2025/26 lacks the words «within one year»: compare the edition in force',
    }),
    field: 'retakes.limits.termMonths',
  },
  {
    id: '273-fz/art-58/commission',
    source: { ...education273, clause: 'ст. 58 ч. 6' },
    wording: 'Во второй раз промежуточная аттестация проводится комиссией',
    evidence: known('V2'),
    field: 'retakes.limits.commissionFromAttempt',
  },
  {
    id: '273-fz/art-59/no-debts',
    source: { ...education273, clause: 'ст. 59 ч. 6' },
    wording: 'К государственной итоговой аттестации допускается тот, у кого нет задолженности',
    evidence: known('V2'),
    field: 'retakes.finalNeedsNoDebts',
  },
  {
    id: 'order-1324/percent-decimals',
    source: {
      act: { ru: 'Показатели самообследования', en: 'Indicators of self-evaluation' },
      number: '1324',
      date: '2013-12-10',
      clause: null,
      from: null,
      until: null,
    },
    wording: 'Знаков доли в процентах приказ не устанавливает',
    evidence: known('V1', {
      ru: 'в одном отчёте один знак после запятой, в одной программе целые проценты',
      en: 'one published report has one decimal, one program whole percent',
    }),
    field: 'general.percentDecimals',
  },
  {
    id: 'order-582/kept-once',
    source: {
      act: {
        ru: 'Приказ Минпросвещения России о документации, которую ведёт педагог',
        en: 'Order of the Ministry of Education on the documents that a teacher keeps',
      },
      number: '582',
      date: '2022-07-21',
      clause: null,
      from: '2022-09-01',
      until: null,
    },
    wording: 'То, что ведётся в электронном виде, не требуют вести ещё и на бумаге',
    evidence: known('V2', {
      ru: 'преемником называют приказ № 779 от 06.11.2024, текст не найден: сверьте, что действует',
      en: 'order 779 of 06.11.2024 is named as its successor, no text was found: see which holds',
    }),
    field: 'carriers.carriers',
  },
];
