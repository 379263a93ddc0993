import type { AssessmentRules } from '../regulation/sections/assessment.ts';

type ResultGroup = AssessmentRules['resultGroups'][number];

function resultGroup(id: string, of: ResultGroup['of'], ru: string, en: string): ResultGroup {
  return { id, title: { ru, en }, of };
}

/** Universal learning actions (УУД). */
const uud = (id: string, ru: string, en: string): ResultGroup =>
  resultGroup(`uud-${id}`, 'metasubject', ru, en);

/** R5 §2.3: three groups of results; §3.2.4: what the metasubject ones are divided into. */
export const resultGroups: AssessmentRules['resultGroups'] = [
  resultGroup('subject', 'subject', 'Предметные результаты', 'Subject results'),
  uud('personal', 'Личностные УУД', 'Personal learning actions'),
  uud('reflexive', 'Рефлексивные УУД', 'Reflexive learning actions'),
  uud('cognitive', 'Познавательные УУД', 'Cognitive learning actions'),
  uud('communicative', 'Коммуникативные УУД', 'Communicative learning actions'),
  resultGroup('personal', 'personal', 'Личностные результаты', 'Personal results'),
];
