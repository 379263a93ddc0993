import * as z from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { ScopeQuery } from '../rules/official/facts/questions.ts';
import { appointmentsOn } from '../rules/official/facts/questions.ts';
import type { OfficialState } from '../rules/official/facts/state.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { Signer } from '../values/shape.ts';
import { shortText } from '../values/text.ts';

/*
 * Who acts: a person, in one office that they hold on the day of the act. Every command that names
 * an official asks here. Source: D1, R2 §3.2.
 */

/** The field by which a command names the office of who acts; may be left out where one fits. */
export const officeField = identifier.nullable().default(null);

/** The fields by which a command names its signer. */
export const signerFields = { signer: identifier, office: officeField };

/** The fields of an act that is signed on a day which must be named. */
export const signedFields = { ...signerFields, on: localDate };

/** Position as it is written beside the signature; by default the appointment's. */
export const positionField = { position: shortText(200).optional() };

/** One of several who sign: a person, with their office where several fit. */
export const coSignerSchema = z.union(
  [identifier, z.strictObject({ person: identifier, office: officeField })],
  {
    error: complaint(
      'нужен номер лица или { person, office }',
      'give the id of a person, or { person, office }',
    ),
  },
);

/** One of several who sign, as a command names them. */
export type CoSigner = z.output<typeof coSignerSchema>;

/** The person and the office of one of several who sign. */
export function coSignerOf(given: CoSigner) {
  return typeof given === 'string' ? { person: given, office: null } : given;
}

/** Who acts, in which office (null: the only one that fits), and on which day. */
export interface ActingPerson {
  readonly person: string;
  readonly office: string | null;
  readonly on: string;
  /** As it is written beside the signature; by default the appointment's. */
  readonly position?: string | undefined;
}

/** The regulation does not let this office sign such an act. */
export const officeNotEntitled = refusal(
  'office-not-entitled',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `В должности «${d.office}» это не подписывают; подписывают: ${d.offices.join(', ')}`,
    en: `The office ${d.office} does not sign this; these do: ${d.offices.join(', ')}`,
  }),
);

/** The person holds none of these offices on the day. */
export const notAppointed = refusal(
  'not-appointed',
  (d: { person: string; offices: readonly string[]; on: string }) => ({
    ru: `На ${d.on} ${d.person} не в должности (${d.offices.join(', ')}): назначьте приказом`,
    en: `On ${d.on} ${d.person} holds no office of: ${d.offices.join(', ')}; appoint them first`,
  }),
);

/** The person holds several offices that fit, and the command names none. */
export const officeNotNamed = refusal(
  'office-not-named',
  (d: { person: string; offices: readonly string[] }) => ({
    ru: `${d.person} может подписать в разных должностях (${d.offices.join(', ')}): назовите одну`,
    en: `${d.person} may sign in several offices (${d.offices.join(', ')}): name one`,
  }),
);

/** The regulation asks for the position beside a signature, and nothing says it. */
export const positionMissing = refusal(
  'position-missing',
  (d: { person: string; office: string }) => ({
    ru: `Не указано, кем подписано: назовите должность ${d.person} (${d.office}) полностью`,
    en: `The position of the signer ${d.person} (${d.office}) is missing: write it in full`,
  }),
);

/**
 * How a person signs on a day: in the office named, or in the only one of the allowed offices that
 * they hold. Refuses `office-not-entitled`, `not-appointed`, `office-not-named` where several fit,
 * and `position-missing` where the regulation asks for the position and nothing says it.
 */
export function signAs(
  official: OfficialState,
  { person, office, on, position: written }: ActingPerson,
  offices: readonly string[],
  scope: ScopeQuery | 'any' = {},
  positionRequired = false,
): Signer | Refusal {
  if (office !== null && !offices.includes(office)) return officeNotEntitled({ office, offices });
  const within = office === null ? offices : [office];
  const held = appointmentsOn(official, within, on, scope);
  const [only, second] = held;
  if (only === undefined) return notAppointed({ person, offices: within, on });
  if (second !== undefined) {
    return officeNotNamed({ person, offices: held.map((one) => one.office) });
  }
  const position = written ?? only.position;
  if (positionRequired && position === null) {
    return positionMissing({ person, office: only.office });
  }
  return { person, office: only.office, position };
}

/**
 * Refuses as {@link signAs} does, for an act that keeps the person alone: who assessed, who
 * teaches, who supervises.
 */
export function refuseUnlessInOffice(
  official: OfficialState,
  asked: ActingPerson,
  offices: readonly string[],
  scope: ScopeQuery | 'any' = {},
): Refusal | null {
  const signer = signAs(official, asked, offices, scope);
  return isRefusal(signer) ? signer : null;
}
