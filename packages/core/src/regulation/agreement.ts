import { utf8Bytes } from '../kernel/json.ts';
import type { LocalisedText } from '../kernel/refusal.ts';
import { checkScale } from '../values/grading-scale.ts';
import { isTimeZone } from '../values/time-zone.ts';
import type { RuleBook } from './rules.ts';
import { SECTIONS } from './rules.ts';
import {
  documentDisagreements,
  documentLists,
  documentOffices,
} from './sections/documents-agreement.ts';
import {
  givingOutDisagreements,
  givingOutIds,
  givingOutOffices,
} from './sections/giving-out-agreement.ts';
import { keepingIds, keepingOffices, termDisagreements } from './sections/keeping-agreement.ts';

/** Longest section, in bytes of JSON: with its envelope it must fit into one line of the log. */
const SECTION_BYTES_MAX = 60_000;

/**
 * What does not fit together in a rule book; an empty list means that all of it does. Asked: the
 * time zone exists, ids are unique in their list, offices and kinds that are named are described,
 * scales hold, every carrier's term is whole, and each mandatory paper carrier has an entry in the
 * file plan (R1 §4/5.4, domain D1).
 */
export function disagreements(rules: RuleBook): readonly LocalisedText[] {
  return [
    ...rules.scales.scales.flatMap((scale) =>
      checkScale(scale as Parameters<typeof checkScale>[0]),
    ),
    ...timeZone(rules),
    ...repeated(rules),
    ...undescribed(rules),
    ...carriers(rules),
    ...termDisagreements(rules),
    ...documentDisagreements(rules),
    ...givingOutDisagreements(rules),
    ...tooLong(rules),
  ];
}

function timeZone({ general }: RuleBook): readonly LocalisedText[] {
  const { timeZone: zone } = general;
  if (isTimeZone(zone)) return [];
  return [{ ru: `часовой пояс «${zone}» неизвестен`, en: `there is no time zone ${zone}` }];
}

function repeated(rules: RuleBook): readonly LocalisedText[] {
  const { general, scales, assessment, lessons, enrollment, commendation } = rules;
  const lists: Readonly<Record<string, readonly string[]>> = {
    'general.offices': general.offices.map((one) => one.id),
    'general.programmeTypes': general.programmeTypes.map((one) => one.id),
    'scales.scales': scales.scales.map((one) => one.id),
    'assessment.kinds': assessment.kinds.map((one) => one.id),
    'assessment.forms': assessment.forms.map((one) => one.id),
    'assessment.notAssessedReasons': assessment.notAssessedReasons.map((one) => one.id),
    'lessons.kinds': lessons.kinds.map((one) => one.id),
    'lessons.attendanceCodes': lessons.attendanceCodes.map((one) => one.code),
    'enrollment.dischargeReasons': enrollment.dischargeReasons.map((one) => one.id),
    'enrollment.suspensionReasons': enrollment.suspensionReasons.map((one) => one.id),
    'commendation.kinds': commendation.kinds.map((one) => one.id),
    'commendation.areas': commendation.areas.map((one) => one.id),
    'carriers.carriers': rules.carriers.carriers.map((one) => one.id),
    ...keepingIds(rules),
    ...documentLists(rules),
    ...givingOutIds(rules),
    'assessment.specialConditions': assessment.specialConditions.conditions.map((one) => one.id),
    'achievements.kinds': rules.achievements.kinds.map((one) => one.id),
    'achievements.levels': rules.achievements.levels.map((one) => one.id),
    'achievements.outcomes': rules.achievements.outcomes.map((one) => one.id),
    'achievements.officialLists': rules.achievements.officialLists.map((one) => one.id),
    'achievements.banks': rules.achievements.banks.map((one) => one.id),
    'achievements.replenishBy': rules.achievements.replenishBy,
    'portfolio.kinds': rules.portfolio.kinds.map((one) => one.id),
    'portfolio.removalReasons': rules.portfolio.removalReasons.map((one) => one.id),
    'commissions.kinds': rules.commissions.kinds.map((one) => one.id),
    'commissions.seats': rules.commissions.seats.map((one) => one.role),
    'retakes.limits': rules.retakes.limits.flatMap((one) => one.kinds),
    'works.workKinds': rules.works.workKinds.map((one) => one.id),
    'works.recommendations': rules.works.recommendations.map((one) => one.id),
    'works.practiceKinds': rules.works.practiceKinds.map((one) => one.id),
    'works.reportKinds': rules.works.reportKinds.map((one) => one.id),
  };
  return Object.entries(lists).flatMap(([list, ids]) =>
    [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => ({
      ru: `${list}: «${id}» стоит дважды`,
      en: `${list}: ${id} stands twice`,
    })),
  );
}

function undescribed(rules: RuleBook): readonly LocalisedText[] {
  const { general, assessment, correction, lessons, commendation, archive } = rules;
  const offices = new Set(general.offices.map((one) => one.id));
  const kinds = new Set(assessment.kinds.map((one) => one.id));
  const namedOffices = [
    ...assessment.assessorOffices,
    ...correction.signerOffices,
    ...correction.annulmentOffices,
    ...(correction.countersignOffices ?? []),
    ...lessons.teacherOffices,
    ...commendation.orderOffices,
    ...archive.handOverOffices,
    ...archive.receiveOffices,
    ...documentOffices(rules),
    ...rules.carriers.carriers.flatMap(({ decidedBy }) => decidedBy ?? []),
    ...keepingOffices(rules),
    ...givingOutOffices(rules),
    ...rules.credits.comparisonOffices,
    ...rules.credits.decisionOffices,
    ...(rules.credits.controlOffices ?? []),
    ...rules.achievements.verifierOffices,
    ...rules.achievements.annulmentOffices,
    ...rules.achievements.replenishOffices,
    ...rules.portfolio.keeperOffices,
    ...rules.commissions.seats.flatMap((one) => one.offices),
    ...rules.works.supervisorOffices,
    ...rules.works.reportOffices,
  ];
  const namedKinds = [
    ...general.programmeTypes.flatMap((type) => type.mandatory),
    ...(assessment.finalKind === null ? [] : [assessment.finalKind]),
    ...(assessment.stateFinal === null ? [] : [assessment.stateFinal.kind]),
    ...(assessment.stateFinal?.closes ?? []),
    ...assessment.specialConditions.kinds,
    ...assessment.specialConditions.kindsNotStateFinal,
    ...commendation.countsIn,
    ...rules.credits.achievementKinds,
    ...rules.credits.achievementKindsNotStateFinal,
    ...rules.achievements.basisForKinds,
    ...rules.commissions.kinds.flatMap((one) => one.attests),
    ...rules.commissions.protocolFor.map((one) => one.kind),
    ...rules.retakes.limits.flatMap((one) => one.kinds),
  ];
  return [
    ...missing(namedOffices, offices).map((id) => ({
      ru: `должность «${id}» не описана`,
      en: `office ${id} is not described`,
    })),
    ...missing(namedKinds, kinds).map((id) => ({
      ru: `вид контроля «${id}» не описан`,
      en: `kind of assessment ${id} is not described`,
    })),
  ];
}

function missing(named: readonly string[], described: ReadonlySet<string>): readonly string[] {
  return [...new Set(named)].filter((id) => !described.has(id));
}

function carriers(rules: RuleBook): readonly LocalisedText[] {
  const found: LocalisedText[] = [];
  for (const one of rules.carriers.carriers) {
    const { ru, en } = one.title;
    if (one.mandatory && one.medium === 'paper' && one.filePlanIndex === null) {
      found.push({
        ru: `нет статьи номенклатуры дел: ${ru}`,
        en: `no entry in the file plan for: ${en}`,
      });
    }
  }
  return found;
}

function tooLong(rules: RuleBook): readonly LocalisedText[] {
  const long = SECTIONS.filter(
    (name) => utf8Bytes(JSON.stringify(rules[name])) > SECTION_BYTES_MAX,
  );
  return long.map((name) => ({
    ru: `раздел ${name} длиннее ${SECTION_BYTES_MAX} байт: сократите названия`,
    en: `section ${name} is longer than ${SECTION_BYTES_MAX} bytes: shorten its titles`,
  }));
}
