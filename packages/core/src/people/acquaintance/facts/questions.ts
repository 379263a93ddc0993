import type { AcquaintanceSubject } from './state.ts';

/** A signature by which a learner was made acquainted with something. */
export interface Acquaintance {
  readonly subject: AcquaintanceSubject;
  /** Day beside the signature. */
  readonly on: string;
}

/** What a learner is to be acquainted with: an edition of the regulation, or another document. */
export type AcquaintanceAsked = Exclude<AcquaintanceSubject, { readonly kind: 'diary' }>;

/** How a learner stands to requirements. */
export type AcquaintanceStanding =
  /** Acquainted with this very edition or version. */
  | 'acquainted'
  /** Acquainted with another one, which suffices by the regulation. */
  | 'acquainted-with-another'
  /** Acquainted with another one, and due again by the regulation. */
  | 'due-again'
  | 'not-acquainted';

/**
 * How a learner stands to requirements, by the signatures that count. A new edition or version
 * makes them due again where the regulation says so (`again`). R2 §1.5.
 * @param signed in the order of their days.
 *
 * @example
 * acquaintanceStanding([], { kind: 'regulation', edition: 2 }, true); // => 'not-acquainted'
 */
export function acquaintanceStanding(
  signed: readonly Acquaintance[],
  asked: AcquaintanceAsked,
  again: boolean,
): AcquaintanceStanding {
  const about = signed.filter(({ subject }) => isAboutSame(subject, asked));
  if (about.some(({ subject }) => versionOf(subject) === versionOf(asked))) return 'acquainted';
  if (about.length === 0) return 'not-acquainted';
  return again ? 'due-again' : 'acquainted-with-another';
}

/** Are both the regulation, the same programme, or acts of one title? */
export function isAboutSame(one: AcquaintanceSubject, other: AcquaintanceSubject): boolean {
  return one.kind === other.kind && documentOf(one) === documentOf(other);
}

function documentOf(subject: AcquaintanceSubject): string {
  if (subject.kind === 'programme') return subject.programme;
  return subject.kind === 'act' ? subject.title : '';
}

function versionOf(subject: AcquaintanceSubject): string | null {
  if (subject.kind === 'regulation') return String(subject.edition);
  return subject.kind === 'diary' ? null : subject.version;
}
