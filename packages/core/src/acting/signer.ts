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
 * Who may sign: a person acts in one office that they hold on the day of the act. Every command
 * that needs an office is checked here. Source: D1, R2 §3.2.
 */

/** A command's field for the office in which its person acts; null where only one office fits. */
export const officeField = identifier.nullable().default(null);

/** A command's fields for its signer: the person's id, and the office. */
export const signerFields = { signer: identifier, office: officeField };

/** A command's fields for its signer and the day of signing, where the day must be given. */
export const signedFields = { ...signerFields, on: localDate };

/** A command's field for the position written beside the signature; default: the appointment's. */
export const positionField = { position: shortText(200).optional() };

/** Schema of one of several signers: a person's id, or the id with an office. */
export const coSignerSchema = z.union(
  [identifier, z.strictObject({ person: identifier, office: officeField })],
  {
    error: complaint(
      'нужен номер лица или { person, office }',
      'give the id of a person, or { person, office }',
    ),
  },
);

/** One of several signers, as a command gives them. */
export type CoSigner = z.output<typeof coSignerSchema>;

/** The person and the office (null where not given) of one of several signers. */
export function coSignerOf(given: CoSigner) {
  return typeof given === 'string' ? { person: given, office: null } : given;
}

/** Who acts, in which office, and on which day. */
export interface ActingPerson {
  readonly person: string;
  /** Null: the only office of the person that fits. */
  readonly office: string | null;
  readonly on: string;
  /** Position as written beside the signature; default: the appointment's. */
  readonly position?: string | undefined;
}

/** Said when the regulation does not let the given office sign the act. */
export const officeNotEntitled = refusal(
  'office-not-entitled',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `В должности «${d.office}» это не подписывают; подписывают: ${d.offices.join(', ')}`,
    en: `The office ${d.office} does not sign this; these do: ${d.offices.join(', ')}`,
  }),
);

/** Said when the person holds none of the offices that may act on that day. */
export const notAppointed = refusal(
  'not-appointed',
  (d: { person: string; offices: readonly string[]; on: string }) => ({
    ru: `На ${d.on} ${d.person} не в должности (${d.offices.join(', ')}): назначьте приказом`,
    en: `On ${d.on} ${d.person} holds no office of: ${d.offices.join(', ')}; appoint them first`,
  }),
);

/** Said when the person holds several offices that fit and the command names none. */
export const officeNotNamed = refusal(
  'office-not-named',
  (d: { person: string; offices: readonly string[] }) => ({
    ru: `${d.person} может подписать в разных должностях (${d.offices.join(', ')}): назовите одну`,
    en: `${d.person} may sign in several offices (${d.offices.join(', ')}): name one`,
  }),
);

/** Said when the regulation requires the signer's position and neither source gives one. */
export const positionMissing = refusal(
  'position-missing',
  (d: { person: string; office: string }) => ({
    ru: `Не указано, кем подписано: назовите должность ${d.person} (${d.office}) полностью`,
    en: `The position of the signer ${d.person} (${d.office}) is missing: write it in full`,
  }),
);

/**
 * Finds the office in which a person signs on a day: the one given, or the only one of the allowed
 * `offices` that they hold. Refuses `office-not-entitled` where the given office is not allowed,
 * `not-appointed` where they hold none, `office-not-named` where several fit, and
 * `position-missing` where `positionRequired` and neither the command nor the appointment has one.
 * @param scope the programme, group or level of the act; `any` accepts limited appointments too.
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
  const appointments = appointmentsOn(official, within, on, scope);
  const [only, second] = appointments;
  if (only === undefined) return notAppointed({ person, offices: within, on });
  if (second !== undefined) {
    return officeNotNamed({ person, offices: appointments.map((one) => one.office) });
  }
  const position = written ?? only.position;
  if (positionRequired && position === null) {
    return positionMissing({ person, office: only.office });
  }
  return { person, office: only.office, position };
}

/**
 * Refuses a person who may not act, as {@link signAs} does, for acts that store the person only:
 * who assessed, who teaches, who supervises.
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
