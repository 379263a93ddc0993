import { WITHHELD } from './former-words.ts';

/*
 * The facts of a learner name representatives by their ids: who consented, applied, signed, was
 * given a document. After a closed change an earlier one is named by no id either. RK 1.10.
 */

/** Fields of facts that name a representative of the learner by an id. */
const FIELDS: ReadonlySet<string> = new Set([
  'givenBy',
  'withdrawnBy',
  'representative',
  'applicant',
  'by',
]);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The learner whom an object is about: it names them, or what it holds does. */
function learnerOf(one: Fields): string | null {
  const named = [one, ...Object.values(one)].find(
    (each): each is { readonly learner: string } =>
      isObject(each) && typeof each['learner'] === 'string',
  );
  return named?.learner ?? null;
}

/** Those of some learners whom the facts of an answer are about. */
export function learnersNamed(
  answer: unknown,
  sought: ReadonlySet<string>,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (!isObject(answer)) return found;
  const { learner } = answer;
  if (typeof learner === 'string' && sought.has(learner)) found.add(learner);
  for (const value of Object.values(answer)) learnersNamed(value, sought, found);
  return found;
}

/**
 * An answer whose facts about some learners have `[…]` where they named a representative whom the
 * learner's closed change hides. Whoever else has the same id, as an official, is still named.
 *
 * @param hidden the ids of these representatives, by learner.
 */
export function withoutKin(
  value: unknown,
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
  about: string | null = null,
): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutKin(one, hidden, about));
  if (!isObject(value)) return value;
  const learner = learnerOf(value) ?? about;
  const kin = hidden.get(learner ?? '');
  const isKin = (field: string): boolean =>
    FIELDS.has(field) || (field === 'id' && value['kind'] === 'representative');
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => {
      const isHidden = typeof one === 'string' && isKin(field) && kin?.has(one) === true;
      return [field, isHidden ? WITHHELD : withoutKin(one, hidden, learner)];
    }),
  );
}
