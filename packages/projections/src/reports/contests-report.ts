import type { Fact } from '../projection/fact.ts';
import { achievements, achievementsKey } from '../views/achievements.ts';
import type { ContestEvidence, ContestProtocol } from '../views/contests.ts';
import { contests, contestsKey } from '../views/contests.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

/** One thing that a copy of a protocol is evidence of. */
export interface ContestEvidenceLine {
  readonly as: 'achievement' | 'portfolio-item';
  /** Id of the achievement, or of the item. */
  readonly id: string;
  /** The learner whose it is; `null` for a collective's or the institution's. */
  readonly learner: ShownName | null;
  /** The collective whose it is; `null` for a learner's or the institution's. */
  readonly group: { readonly id: string; readonly title: string | null } | null;
  readonly on: string;
}

/** A kept copy of a contest's protocol. R3 §3.4. */
export interface ContestLine {
  readonly contest: string;
  readonly protocol: Fact<'ContestProtocolKept'>['data'];
  readonly keptOn: string;
  readonly levelTitle: Titled | null;
  /** The official who keeps it. */
  readonly keptBy: ShownName;
  readonly evidence: readonly ContestEvidenceLine[];
}

/** Copies of contest protocols, and what each is evidence of. R3 §3.4. */
export interface ContestsPage {
  readonly basis: PageBasis;
  /** By day of the contest. */
  readonly lines: readonly ContestLine[];
  /** Evidence that names a copy whose keeping was annulled: enter another document. RK 1.8. */
  readonly restingOnNothing: readonly (ContestEvidenceLine & { readonly contest: string })[];
}

/**
 * Reads the kept copies of contest protocols with the learners and collectives whose achievements
 * and portfolios they are evidence of. Evidence of an annulled achievement is left out. R3 §3.4.
 */
export async function contestsReport(reader: ViewReader): Promise<ContestsPage> {
  const reading = new Reading(reader);
  const { achievementLevels } = await reading.regulation();
  const lines: ContestLine[] = [];
  const restingOnNothing: ContestsPage['restingOnNothing'][number][] = [];
  for await (const found of reading.scan(contests, contestsKey.contest())) {
    const { contest, kept } = found;
    const evidence = await evidenceOf(reading, found);
    if (kept === null) {
      restingOnNothing.push(...evidence.map((one) => ({ ...one, contest })));
      continue;
    }
    lines.push({
      contest,
      protocol: kept.data,
      keptOn: kept.on,
      levelTitle: achievementLevels[kept.data.level] ?? null,
      keptBy: await reading.name(kept.data.signer.person),
      evidence,
    });
  }
  await reading.tellApart();
  const day = ({ protocol, contest }: ContestLine): string => `${protocol.heldOn} ${contest}`;
  return {
    lines: lines.toSorted((a, b) => (day(a) < day(b) ? -1 : 1)),
    restingOnNothing,
    basis: reading.basis(),
  };
}

async function evidenceOf(
  reading: Reading,
  { evidence }: ContestProtocol,
): Promise<readonly ContestEvidenceLine[]> {
  const lines: ContestEvidenceLine[] = [];
  for (const fact of evidence) {
    const { as, id } = whatOf(fact);
    if (as === 'achievement' && (await isAnnulled(reading, id))) continue;
    const { data } = fact;
    const learner = 'learner' in data ? await reading.name(data.learner) : null;
    const group =
      'group' in data && data.group !== null ? await groupOf(reading, data.group) : null;
    lines.push({ as, id, learner, group, on: fact.on });
  }
  return lines;
}

function whatOf({ data }: ContestEvidence): Pick<ContestEvidenceLine, 'as' | 'id'> {
  return 'item' in data
    ? { as: 'portfolio-item', id: data.item }
    : { as: 'achievement', id: data.achievement };
}

async function groupOf(reading: Reading, id: string): Promise<ContestEvidenceLine['group']> {
  return { id, title: (await reading.group(id))?.opened?.title ?? null };
}

async function isAnnulled(reading: Reading, achievement: string): Promise<boolean> {
  const found = await reading.get(achievements, achievementsKey.achievement(achievement));
  return found?.kind === 'achievement' && found.annulled !== null;
}
