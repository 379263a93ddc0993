import { LetopisError } from '@letopis/core';
import { editionOn, isDiagnosticKind } from '@letopis/core/facts';
import { isLocalDate } from '@letopis/core/values';
import type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
import { onceEach } from '../projection/once-each.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import type { Person } from '../views/people.ts';
import { people } from '../views/people.ts';
import type { IsForTeachers } from './masks.ts';
import { forPurposes, keyOfShown } from './masks.ts';
import { notPermitted } from './not-permitted.ts';
import { ownRecordPolicy } from './own-record-policy.ts';
import { Rights } from './rights.ts';
import type { Policy, Show } from './rule.ts';
import { single } from './rule.ts';
import { teacherPolicy } from './teacher-policy.ts';
import type { Asker, AskerKind, ViewReader } from './view-reader.ts';

const KINDS: readonly AskerKind[] = [
  'learner',
  'representative',
  'teacher',
  'administration',
  'auditor',
];

const say = (text: string): LetopisError => new LetopisError('misuse', text);

/** Refuses, as misuse, an asker whom the application did not describe. */
export function checkAsker(reader: Pick<ViewReader, 'asker'>, asker: Asker): void {
  const { kind, person, on } = asker;
  const purposes = purposesOf(asker);
  if (reader.asker !== null) throw say('this reader is bound already: bind the one that is not');
  if (!KINDS.includes(kind)) throw say(`a reader is one of ${KINDS.join(', ')}`);
  if (typeof person !== 'string' || person === '') throw say('say who reads: give `person`');
  if (!isLocalDate(on)) throw say('say on which day they read: give `on` as YYYY-MM-DD');
  if (purposes.length === 0 || purposes.includes('')) throw say('say what for: give `purpose`');
}

/** The purposes of an asker, one or several. */
export const purposesOf = ({ purpose }: Pick<Asker, 'purpose'>): readonly string[] =>
  [purpose].flat();

/** Whether an asker reads for a purpose. */
export const asksFor = (asker: Pick<Asker, 'purpose'>, purpose: string): boolean =>
  purposesOf(asker).includes(purpose);

/**
 * Binds a reader to a person. `today` reads on the person's day with all that is known: it says
 * what they may see, whatever moment the pages are read as of.
 */
export async function boundReader(
  base: ViewReader,
  today: ViewReader,
  asker: Asker,
): Promise<ViewReader> {
  checkAsker(base, asker);
  return new BoundReader(base, asker, await policyFor(today, asker));
}

/** What a person may see; null: every view as it is, save those that the map has. */
interface Bounds {
  readonly policy: Policy;
  /** Whether a view without a rule is open. */
  readonly others: 'open' | 'closed';
}

async function policyFor(today: ViewReader, asker: Asker): Promise<Bounds> {
  const rights = new Rights(today, asker);
  switch (asker.kind) {
    case 'administration':
      return { policy: new Map(), others: 'open' };
    case 'auditor': {
      const shown = single((person) => forPurposes(person, purposesOf(asker)));
      const every = { ...shown, scan: async () => shownPerson(asker) };
      return { policy: new Map([[people, every]]), others: 'open' };
    }
    case 'teacher':
      return { policy: teacherPolicy(rights, asker.person), others: 'closed' };
    default: {
      const representativesOf = async (learner: string): Promise<readonly string[]> => {
        const found = await today.get(people, learner);
        return (found?.representatives ?? []).map(({ representative }) => representative);
      };
      const isForTeachers = await diagnosticsBy(today);
      const policy = await ownRecordPolicy(rights, representativesOf, isForTeachers);
      return { policy, others: 'closed' };
    }
  }
}

/** Which kinds are for teachers only, by the regulation as it is known now. R4 §4.2. */
async function diagnosticsBy(today: ViewReader): Promise<IsForTeachers> {
  const found = await today.latest(catalogue, catalogueKey.regulation);
  const editions = found?.kind === 'regulation' ? found.editions : { editions: [] };
  const rulesOn = onceEach((on) => editionOn(editions, on)?.assessment ?? { kinds: [] });
  return (kind, on) => isDiagnosticKind(rulesOn(on), kind);
}

const shownPerson =
  (asker: Asker): Show =>
  (answer) =>
    forPurposes(answer as Person, purposesOf(asker));

/** A reader that shows what one person may see. */
class BoundReader implements ViewReader {
  readonly #base: ViewReader;
  readonly #bounds: Bounds;
  readonly asker: Asker;

  constructor(base: ViewReader, asker: Asker, bounds: Bounds) {
    this.#base = base;
    this.#bounds = bounds;
    this.asker = asker;
  }

  get position(): string {
    return this.#base.position;
  }

  get on(): string | null {
    return this.#base.on;
  }

  async get<A>(projection: ProjectionOf<A>, key: string): Promise<A | null> {
    const show = await this.#showOf(projection, 'get', key);
    const answer = await this.#base.get(projection, key);
    return answer === null ? null : ((await show(answer, key)) as A | null);
  }

  async latest<A>(projection: ProjectionOf<A>, key: string): Promise<A | null> {
    const show = await this.#showOf(projection, 'get', key);
    const answer = await this.#base.latest(projection, key);
    return answer === null ? null : ((await show(answer, key)) as A | null);
  }

  async *scan<A>(
    projection: ProjectionOf<A>,
    prefix: string,
  ): AsyncIterable<readonly [key: string, answer: A]> {
    const show = await this.#showOf(projection, 'scan', prefix);
    for await (const [key, answer] of this.#base.scan(projection, prefix)) {
      const shown = (await show(answer, key)) as A | null;
      if (shown !== null) yield [keyOfShown(key, shown), shown];
    }
  }

  async at(moment: Parameters<ViewReader['at']>[0]): Promise<ViewReader> {
    return new BoundReader(await this.#base.at(moment), this.asker, this.#bounds);
  }

  async for(asker: Asker): Promise<ViewReader> {
    return boundReader(this, this, asker);
  }

  /** How a partition or a prefix is shown. Throws `refused` where it is closed. */
  async #showOf(projection: AnyProjection, how: 'get' | 'scan', key: string): Promise<Show> {
    const { policy, others } = this.#bounds;
    const rule = policy.get(projection);
    const show = rule === undefined ? null : await rule[how](key);
    if (show !== null) return show;
    if (rule === undefined && others === 'open') return (answer) => answer;
    throw notPermitted(this.asker, projection.name);
  }
}
