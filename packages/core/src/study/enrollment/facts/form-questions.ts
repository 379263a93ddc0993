/* On which days the forms of education and study, and the arrangements, hold. 273-FZ art. 17. */

/** An aspect of how a learner studies. */
export type StudyAspect = 'education' | 'study' | 'arrangement';

/** A form of education or study, or an arrangement, and the days on which it holds. */
export interface FormHeld {
  readonly event: string;
  readonly aspect: string;
  readonly form: string;
  readonly from: string;
  /** Last day that its own entry names; null: none. */
  readonly until: string | null;
  /** First day without it, where it was ended; null: it was not. */
  endedFrom: string | null;
  /** Event id of the end; null: it was not ended. */
  endedBy: string | null;
}

/** What is asked of the forms of one learner: those that were entered, in the order of days. */
interface Forms {
  readonly forms: readonly FormHeld[];
}

/** A form of an aspect, by the regulation's id. */
export interface FormNamed {
  readonly aspect: string;
  readonly form: string;
}

/** Does a form that has begun hold on a day still? */
function holdsOn({ until, endedFrom }: FormHeld, day: string): boolean {
  return (until === null || day <= until) && (endedFrom === null || day < endedFrom);
}

/** The forms of an aspect that hold on a day; of education and study only the last set can. */
export function formsHeldOn({ forms }: Forms, aspect: string, day: string): readonly FormHeld[] {
  const begun = forms.filter((one) => one.aspect === aspect && one.from <= day);
  const last = aspect === 'arrangement' ? begun : begun.slice(-1);
  return last.filter((one) => holdsOn(one, day));
}

/**
 * The entries of a form that an end ends: all that hold on its day and began before it. A form that
 * begins on the day itself would never have held.
 */
export function formsEndedOn(forms: Forms, { aspect, form }: FormNamed, on: string): FormHeld[] {
  return formsHeldOn(forms, aspect, on).filter((one) => one.form === form && one.from < on);
}

/**
 * The first entry of a form that holds on one of these days; null: none. An arrangement is held
 * once: one that begins later meets it too. A form of education or study only holds until the next.
 */
export function formHeldWithin(
  { forms }: Forms,
  { aspect, form }: FormNamed,
  { from, until }: { readonly from: string; readonly until: string | null },
): FormHeld | null {
  const held = formsHeldOn({ forms }, aspect, from).find((one) => one.form === form);
  if (held !== undefined || aspect !== 'arrangement') return held ?? null;
  const later = forms.find(
    (one) =>
      one.aspect === aspect &&
      one.form === form &&
      one.from > from &&
      (until === null || one.from <= until),
  );
  return later ?? null;
}
