import type { DisclosureRules } from '@letopis/core/facts';
import { editionOn } from '@letopis/core/facts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import { purposesOf } from './bound-reader.ts';
import { PERSONAL_PURPOSES } from './masks.ts';
import type { Asker, ViewReader } from './view-reader.ts';

/** What was read: a page about a learner, by the name of its form. */
export interface PageRead {
  readonly learner: string;
  /** Id of the form: `journal`, `personal-file`. */
  readonly form: string;
  readonly version?: string | null;
}

interface Given {
  readonly forms: readonly { readonly form: string; readonly version: string | null }[];
}

/**
 * The command that records a reading as a disclosure, with all of its fields but the signer, whom
 * the application adds. `tell-in-study` is sent at once; `ask-disclosure` begins a case that is
 * granted or refused.
 */
export type DisclosureOwed =
  | {
      readonly command: 'tell-in-study';
      readonly input: {
        readonly learner: string;
        readonly to: string;
        readonly purpose: string;
        readonly given: Given;
        readonly medium: 'electronic';
        readonly on: string;
      };
    }
  | {
      readonly command: 'ask-disclosure';
      readonly input: {
        readonly learner: string;
        readonly applicant:
          | { readonly kind: 'representative'; readonly representative: string }
          | { readonly kind: 'authority' };
        readonly way: 'application' | 'demand';
        readonly form: 'written';
        readonly purpose: string;
        readonly on: string;
      };
    };

/**
 * Says which disclosure is owed for a page that a bound reader showed, because a reader cannot
 * write it: to a representative in the course of study where the regulation opens that way, else on
 * an application; to an auditor, as an authority, on a demand, where values of a person are shown.
 * Null: none is owed, as for learners themselves, teachers and administration, and where the
 * regulation in force on the day has no such way. R1 §6.2-6.3, R3 §4.2, §4.4, R5 §6.2, §6.4.
 *
 * @example
 * const owed = await disclosureOwed(mine, { learner: 'l-1', form: 'personal-file' });
 * if (owed?.command === 'tell-in-study') {
 *   must(await school.disclosures.tell({ ...owed.input, signer: 'p-9' }));
 * }
 */
export async function disclosureOwed(
  reader: ViewReader,
  page: PageRead,
): Promise<DisclosureOwed | null> {
  const { asker } = reader;
  if (asker === null) return null;
  const found = await reader.latest(catalogue, catalogueKey.regulation);
  if (found?.kind !== 'regulation') return null;
  const rules = editionOn(found.editions, asker.on)?.disclosure;
  if (rules === undefined) return null;
  if (asker.kind === 'representative') return toRepresentative(asker, page, rules);
  return asker.kind === 'auditor' ? toAuthority(asker, page, rules) : null;
}

function toRepresentative(
  asker: Asker,
  { learner, form, version = null }: PageRead,
  rules: DisclosureRules,
): DisclosureOwed | null {
  const { person, on } = asker;
  const ways = waysOf(rules, 'representative');
  const purpose = purposeIn(rules, asker);
  if (ways.includes('in-study')) {
    const given = { forms: [{ form, version }] };
    const input = { learner, to: person, purpose, given, medium: 'electronic', on } as const;
    return { command: 'tell-in-study', input };
  }
  if (!ways.includes('application')) return null;
  const applicant = { kind: 'representative', representative: person } as const;
  const asked = { learner, applicant, way: 'application', form: 'written', purpose, on } as const;
  return { command: 'ask-disclosure', input: asked };
}

function toAuthority(
  asker: Asker,
  { learner }: PageRead,
  rules: DisclosureRules,
): DisclosureOwed | null {
  const shown = purposesOf(asker).some((one) => PERSONAL_PURPOSES.includes(one));
  if (!shown || !waysOf(rules, 'authority').includes('demand')) return null;
  const applicant = { kind: 'authority' } as const;
  const purpose = purposeIn(rules, asker);
  const { on } = asker;
  const input = { learner, applicant, way: 'demand', form: 'written', purpose, on } as const;
  return { command: 'ask-disclosure', input };
}

const waysOf = ({ recipients }: DisclosureRules, recipient: string): readonly string[] =>
  recipients.filter((one) => one.recipient === recipient).flatMap(({ ways }) => ways);

/** The purpose of the asker that the regulation knows; its first one where it knows none. */
function purposeIn({ purposes }: DisclosureRules, asker: Asker): string {
  const own = purposesOf(asker);
  const known = own.find((one) => purposes.some(({ id }) => id === one));
  return known ?? own[0] ?? '';
}
