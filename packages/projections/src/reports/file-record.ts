import type { Fact } from '../projection/fact.ts';
import type { AchievementRecord } from '../views/achievements.ts';
import { achievements, achievementsKey } from '../views/achievements.ts';
import type { CreditCase } from '../views/credit-case.ts';
import type { DisclosureCase } from '../views/disclosure-case.ts';
import type { ConsentRecord } from '../views/disclosures.ts';
import { disclosures, disclosuresKey } from '../views/disclosures.ts';
import type { FileCard, LinkedRecord, SpecialStatus } from '../views/personal-file-card.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { PortfolioItem } from '../views/portfolio.ts';
import { portfolio, portfolioKey } from '../views/portfolio.ts';
import type { HoldRecord } from '../views/records.ts';
import { records, recordsKey } from '../views/records.ts';
import type { RegisterEntry } from '../views/register-entry.ts';
import type { RegisterEntries } from '../views/registers.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { LearnerDebts } from './debts-report.ts';
import { debtsOfLearner } from './debts-report.ts';
import type { ShownDocumentMark } from './document-marks.ts';
import { shownMarks } from './document-marks.ts';
import { printedIdentity } from './printed-identity.ts';
import type { Reading, ShownDocuments, ShownName, ShownText } from './reading.ts';
import { shownText } from './reading.ts';

/** An application for credit with its document and the reason of the decision. */
export interface ShownCredit extends CreditCase {
  readonly documents: ShownDocuments;
  readonly reason: ShownText;
}

/** A document of a register with titles and names. */
export interface FileIssued extends RegisterEntry {
  readonly kindTitle: Titled | null;
  readonly withdrawalTitle: Titled | null;
  /** Its marks in force, with what they are made of. RK 1.1. */
  readonly marksShown: readonly ShownDocumentMark[];
  /** The name printed on it; empty where it is the name on record. */
  readonly nameOn: ShownText;
  /** Whether the name that it printed was changed by a closed act since. RK 1.10. */
  readonly closed: boolean;
}

/** An achievement with the result and documents of this learner. */
export interface FileAchievement extends AchievementRecord {
  readonly kindTitle: Titled | null;
  readonly levelTitle: Titled | null;
  readonly outcomeTitle: Titled | null;
  readonly result: ShownText;
  readonly documents: ShownDocuments;
}

/** An item of the portfolio with its title and place. */
export interface FilePortfolioItem extends PortfolioItem {
  readonly kindTitle: Titled | null;
  readonly title: ShownText;
  readonly locator: ShownText;
}

/** A disclosure with titles and names. */
export interface FileDisclosure extends DisclosureCase {
  readonly purposeTitle: Titled | null;
  readonly applicantName: ShownText;
  readonly asks: ShownText;
}

/** Another record of the same person. */
export interface FileLink extends LinkedRecord {
  readonly name: ShownName;
}

/** The parts of a personal file besides enrollments, inventory and commendations. P3. */
export interface FileRecord extends LearnerDebts {
  readonly credits: readonly ShownCredit[];
  readonly documents: readonly FileIssued[];
  readonly achievements: readonly FileAchievement[];
  readonly portfolio: readonly FilePortfolioItem[];
  readonly consents: readonly ConsentRecord[];
  readonly disclosures: readonly FileDisclosure[];
  /** Holds that cover the learner, one of their records, or everything. D19. */
  readonly holds: readonly HoldRecord[];
  readonly loans: readonly Fact<'RecordLent'>[];
  readonly released: readonly Fact<'CarrierReleased' | 'RecordReleased'>[];
  readonly statuses: readonly SpecialStatus[];
  readonly links: readonly FileLink[];
}

/** Reads these parts for one learner from the views of credits, debts, registers and others. */
export async function fileRecord(
  reading: Reading,
  learner: string,
  card: FileCard | null,
): Promise<FileRecord> {
  const links: FileLink[] = [];
  for (const link of card?.links ?? []) {
    links.push({ ...link, name: await reading.name(link.learner) });
  }
  return {
    ...(await debtsOfLearner(reading, learner)),
    ...(await keeping(reading, learner)),
    ...(await disclosed(reading, learner)),
    credits: await creditsOf(reading, learner),
    documents: await documentsOf(reading, learner),
    achievements: await achievementsOf(reading, learner),
    portfolio: await portfolioOf(reading, learner),
    statuses: card?.statuses ?? [],
    links,
  };
}

async function creditsOf(reading: Reading, learner: string): Promise<readonly ShownCredit[]> {
  const found: ShownCredit[] = [];
  for await (const answer of reading.scan(personalFile, personalFileKey.credit(learner))) {
    if (answer.kind !== 'credit' || answer.case === null) continue;
    const { applied, decided } = answer.case;
    const documents = await reading.documents(learner, applied?.source.event ?? '', 'document');
    const reason = await reading.note(learner, decided?.source.event ?? '', 'reason');
    found.push({ ...answer.case, documents, reason });
  }
  return found;
}

async function documentsOf(reading: Reading, learner: string): Promise<readonly FileIssued[]> {
  const titles = await reading.regulation();
  const { documentKinds, withdrawalReasons } = titles;
  const answer = await reading.get(registers, registersKey.learner(learner));
  const { text: onRecord } = await reading.name(learner);
  const found: FileIssued[] = [];
  for (const line of answer?.kind === 'learner' ? await linesOf(reading, answer) : []) {
    const { nameOn, closed } = await printedIdentity(reading, line);
    found.push({
      ...line,
      kindTitle: documentKinds[line.entered.data.kind] ?? null,
      withdrawalTitle: withdrawalReasons[line.withdrawn?.data.reason ?? ''] ?? null,
      marksShown: shownMarks(line, titles),
      nameOn: nameOn.text === onRecord ? shownText(null) : nameOn,
      closed,
    });
  }
  return found;
}

/** The lines of old books that name the learner, and after them the entries of our registers. */
async function linesOf(
  reading: Reading,
  { lines, linked }: RegisterEntries,
): Promise<readonly RegisterEntry[]> {
  const found: RegisterEntry[] = [];
  for (const document of linked) {
    const answer = await reading.get(registers, registersKey.line(document));
    if (answer?.kind === 'line') found.push(...answer.lines);
  }
  return [...found, ...lines];
}

async function achievementsOf(
  reading: Reading,
  learner: string,
): Promise<readonly FileAchievement[]> {
  const titles = await reading.regulation();
  const found: FileAchievement[] = [];
  for await (const listed of reading.scan(achievements, achievementsKey.learner(learner))) {
    if (listed.kind !== 'learner' || listed.achievement === null) continue;
    const key = achievementsKey.achievement(listed.achievement);
    const one = await reading.get(achievements, key);
    if (one?.kind !== 'achievement') continue;
    const own = one.participants.find(({ data }) => data.learner === learner);
    const paper = one.evidence.findLast(({ data }) => data.learner === learner);
    found.push({
      ...one,
      kindTitle: titles.achievementKinds[one.recorded?.data.kind ?? ''] ?? null,
      levelTitle: titles.achievementLevels[one.recorded?.data.level ?? ''] ?? null,
      outcomeTitle: titles.achievementOutcomes[one.recorded?.data.outcome ?? ''] ?? null,
      result: await reading.note(learner, own?.source.event ?? '', 'result'),
      documents: await reading.documents(learner, paper?.source.event ?? '', 'document'),
    });
  }
  return found;
}

async function portfolioOf(
  reading: Reading,
  learner: string,
): Promise<readonly FilePortfolioItem[]> {
  const { portfolioKinds } = await reading.regulation();
  const answer = await reading.get(portfolio, portfolioKey.learner(learner));
  const found: FilePortfolioItem[] = [];
  for (const item of answer?.items ?? []) {
    const { event } = item.added.source;
    found.push({
      ...item,
      kindTitle: portfolioKinds[item.added.data.kind] ?? null,
      title: await reading.note(learner, event, 'title'),
      locator: await reading.note(learner, event, 'locator'),
    });
  }
  return found;
}

async function disclosed(
  reading: Reading,
  learner: string,
): Promise<Pick<FileRecord, 'consents' | 'disclosures'>> {
  const answer = await reading.get(disclosures, disclosuresKey.learner(learner));
  if (answer?.kind !== 'learner') return { consents: [], disclosures: [] };
  const { consents, cases } = answer;
  const shown: FileDisclosure[] = [];
  for (const one of cases) shown.push(await showCase(reading, learner, one));
  return { consents, disclosures: shown };
}

/** Shows a case about a learner, with its purpose and the request as texts. */
export async function showCase(
  reading: Reading,
  learner: string,
  one: DisclosureCase,
): Promise<FileDisclosure> {
  const { disclosurePurposes } = await reading.regulation();
  const purpose = one.began?.data.purpose ?? '';
  const event = one.began?.source.event ?? '';
  return {
    ...one,
    purposeTitle: disclosurePurposes[purpose] ?? null,
    applicantName: await reading.note(learner, event, 'applicantName'),
    asks: await reading.note(learner, event, 'asked'),
  };
}

async function keeping(
  reading: Reading,
  learner: string,
): Promise<Pick<FileRecord, 'holds' | 'loans' | 'released'>> {
  const own = await reading.get(records, recordsKey.learner(learner));
  const ownRecords = own?.kind === 'learner' ? own.records : [];
  const answer = await reading.get(records, recordsKey.holds);
  const names = ownRecords.map(({ record }) => record);
  const holds = (answer?.kind === 'holds' ? answer.holds : []).filter(({ placed: { data } }) => {
    const { scope } = data;
    if (scope.kind === 'learner') return scope.learner === learner;
    return scope.kind === 'record' ? names.includes(scope.record) : scope.kind === 'all';
  });
  return {
    holds,
    loans: ownRecords.flatMap(({ loan }) => loan ?? []),
    released: ownRecords.flatMap(({ released }) => released),
  };
}
