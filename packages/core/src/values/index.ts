export { dayOfBirth } from './birth-date.ts';
export type { Decimal } from './decimal.ts';
export {
  DECIMAL_PLACES_MAX,
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimal,
  isMultipleOf,
  meanOfDecimals,
  nearestMean,
  nearestMeanInSteps,
  readDecimal,
  roundHalfUp,
} from './decimal.ts';
export type { GradingScale, LevelsScale, PointsScale, ScaleLevel } from './grading-scale.ts';
export { checkScale, gradingScale } from './grading-scale.ts';
export type { Ground, GroundKind } from './ground.ts';
export { GROUND_KINDS, application, ground, order, protocol } from './ground.ts';
export type { Id, OrganisationId } from './identifier.ts';
export { identifier, organisationId } from './identifier.ts';
export type { LocalDate } from './local-date.ts';
export {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  isLocalDate,
  lastingDay,
  localDate,
  orderedDay,
} from './local-date.ts';
export type { MarkReading } from './mark.ts';
export {
  markDigits,
  markLabel,
  markPasses,
  markPoints,
  markWords,
  readMark,
  wordsAgree,
} from './mark.ts';
export { meanMark } from './mean-mark.ts';
export { inn, ogrn } from './organisation-number.ts';
export type { NameLine, NameParts, NameSource, PersonName } from './person-name.ts';
export { isInParts, nameInParts, nameLine, nameOfLine, personName } from './person-name.ts';
export { compareNames, initialsFirst, nameWithInitials } from './person.ts';
export type { PersonalIdKind } from './personal-id.ts';
export { personalIdKind } from './personal-id.ts';
export type { PointsScaleOptions } from './scales.ts';
export {
  fivePoint,
  fivePointTenths,
  hundredPoint,
  masteryLevels,
  passFail,
  pointsScale,
} from './scales.ts';
export type { Snils } from './snils.ts';
export { isSnils, snils, snilsCheck } from './snils.ts';
export type { Gender, SpellingOptions } from './spelling.ts';
export { isSpellable, parseSpelled, spellNumber } from './spelling.ts';
export type { Language, LocalText } from './text.ts';
export { foldText, inLanguage, localText, shortText } from './text.ts';
export { dayAt, endOfDay, isTimeZone } from './time-zone.ts';
export type { DayField } from './day-given.ts';
export { dayFields, daysGiven } from './day-given.ts';
export {
  actOutOfOrder,
  datedAhead,
  periodReversed,
  refuseIfAhead,
  refuseIfBefore,
  refuseIfReversed,
} from './day-order.ts';
export { firstDayOfStudyYear, studyYear, studyYearOf } from './study-year.ts';
