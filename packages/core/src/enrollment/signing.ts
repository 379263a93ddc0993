import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import {
  holdsOffice,
  notAppointed,
  officeNotEntitled,
  officialDecider,
} from '../official/official.ts';
import { identifier } from '../values/identifier.ts';
import type { Signer } from '../values/shape.ts';
import { shortText } from '../values/text.ts';
import type { EnrollmentContext } from './context.ts';
import { scopeOf } from './context.ts';
import type { ResultState } from './state.ts';

/* Who signs a fact about a result: a person, in an office that they hold on the day of the act. */

/** The fields by which a command names its signer. */
export const signerGiven = {
  signer: identifier,
  /** The office in which they sign; may be left out where only one fits. */
  office: identifier.optional(),
  /** Position as it is written beside the signature; by default the appointment's. */
  position: shortText(200).optional(),
};

export interface SignerAsked {
  readonly signer: string;
  readonly office?: string | undefined;
  readonly position?: string | undefined;
}

export const officeNotNamed = refusal(
  'office-not-named',
  (d: { person: string; offices: readonly string[] }) => ({
    ru: `${d.person} может подписать в разных должностях (${d.offices.join(', ')}): назовите одну`,
    en: `${d.person} may sign in several offices (${d.offices.join(', ')}): name one`,
  }),
);

export const positionMissing = refusal(
  'position-missing',
  (d: { person: string; office: string }) => ({
    ru: `Не указано, кем подписано: назовите должность ${d.person} (${d.office}) полностью`,
    en: `The position of the signer ${d.person} (${d.office}) is missing: write it in full`,
  }),
);

/**
 * The signer of an act on a result: holds one of the offices on the act's day, with a scope that
 * covers the result's programme and group. Refuses `office-not-entitled`, `not-appointed`,
 * `office-not-named` where several fit, and `position-missing` where the regulation asks for it.
 */
export function signerOn(
  asked: SignerAsked,
  offices: readonly string[],
  on: string,
  result: ResultState,
  context: EnrollmentContext,
  positionRequired = false,
): Signer | Refusal {
  const { signer: person, office } = asked;
  if (office !== undefined && !offices.includes(office)) {
    return officeNotEntitled({ office, offices });
  }
  const official = context.officials.get(person) ?? officialDecider.initial();
  const scope = scopeOf(context, result.group);
  const held = (office === undefined ? offices : [office]).flatMap((one) => {
    const appointment = holdsOffice(official, [one], on, scope);
    return appointment === null ? [] : [appointment];
  });
  const [only, second] = held;
  if (only === undefined) {
    return notAppointed({ person, offices: office === undefined ? offices : [office], on });
  }
  if (second !== undefined) {
    return officeNotNamed({ person, offices: held.map((one) => one.office) });
  }
  const position = asked.position ?? only.position;
  if (positionRequired && position === null) {
    return positionMissing({ person, office: only.office });
  }
  return { person, office: only.office, position };
}
