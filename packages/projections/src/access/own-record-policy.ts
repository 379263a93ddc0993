import { anyRecordRefs } from '@letopis/core/facts';
import type { AnyProjection } from '../projection/any-projection.ts';
import { keyPart } from '../projection/key.ts';
import type { AchievementsAnswer } from '../views/achievements.ts';
import { achievements } from '../views/achievements.ts';
import { acquaintances } from '../views/acquaintances.ts';
import { catalogue } from '../views/catalogue.ts';
import type { DebtsAnswer } from '../views/debts.ts';
import { debts } from '../views/debts.ts';
import { disclosures } from '../views/disclosures.ts';
import type { JournalAnswer } from '../views/journal.ts';
import { journal } from '../views/journal.ts';
import type { Person } from '../views/people.ts';
import { people } from '../views/people.ts';
import type { PersonalFileAnswer } from '../views/personal-file.ts';
import { personalFile } from '../views/personal-file.ts';
import { portfolio } from '../views/portfolio.ts';
import type { PresenceOfRecord } from '../views/presence.ts';
import { presence } from '../views/presence.ts';
import type { RecordsAnswer } from '../views/records.ts';
import { records } from '../views/records.ts';
import type { RegisterEntries } from '../views/registers.ts';
import { registers } from '../views/registers.ts';
import type { IsForTeachers } from './masks.ts';
import {
  maskedPlace,
  nameOnly,
  ownAchievement,
  ownHolds,
  withoutAnalysis,
  withoutDiagnostics,
  withoutOthers,
} from './masks.ts';
import type { Rights } from './rights.ts';
import type { Policy, Rule, Show } from './rule.ts';
import { openCatalogue, single, whole } from './rule.ts';

/*
 * What a learner sees, and a representative of a minor: their own record. R1 §6.3, R3 §4.2, §4.4,
 * R4 §2.2.6, R5 §6.2, §6.4, RK 1.16.
 */

/** The policy for somebody to whom the records of these learners are open. */
export async function ownRecordPolicy(
  rights: Rights,
  representativesOf: (learner: string) => Promise<readonly string[]>,
  isForTeachers: IsForTeachers,
): Promise<Policy> {
  const learners = new Set(await rights.learners());
  const own = (learner: string): boolean => learners.has(learner);
  const kin = new Set<string>();
  for (const learner of learners) {
    for (const one of await representativesOf(learner)) kin.add(one);
  }
  return new Map<AnyProjection, Rule>([
    [catalogue, openCatalogue],
    [people, single((person) => personFor(person, own, kin))],
    [journal, journalRule(rights, own, isForTeachers)],
    [personalFile, ofLearner(own, withoutDiagnosticsIn(isForTeachers))],
    [debts, ofLearner(own, withoutDiagnosticDebts(isForTeachers), ['subject', 'notices'])],
    [registers, registersRule(own)],
    [acquaintances, ofLearner(own, whole)],
    [portfolio, ofLearner(own, whole, ['learner'])],
    [disclosures, ofLearner(own, whole, ['learner'])],
    [achievements, achievementsRule(own)],
    [records, recordsRule(own)],
    [presence, presenceRule(own)],
  ]);
}

/**
 * Their own data, the names of officials and of who represents them; of others nothing. That there
 * was a closed change is not said: an adopted child may not know. Family Code art. 139.
 */
function personFor(
  person: Person,
  own: (learner: string) => boolean,
  kin: ReadonlySet<string>,
): Person | null {
  if (own(person.person)) {
    return withoutAnalysis({ ...person, closed: null, closedChange: null });
  }
  const isNamed = person.roles.includes('official') || kin.has(person.person);
  return isNamed ? nameOnly(person) : null;
}

/**
 * The partitions whose keys name one of the learners after their kind. A prefix must name the whole
 * id, or it would list `l-10` beside `l-1`.
 */
function ofLearner(
  own: (learner: string) => boolean,
  show: Show,
  kinds: readonly string[] | null = null,
): Rule {
  const isOwn = (key: string): boolean =>
    own(keyPart(key, 1)) && (kinds === null || kinds.includes(keyPart(key, 0)));
  return {
    get: async (key) => (isOwn(key) ? show : null),
    scan: async (prefix) => (isOwn(prefix) && prefix.split('/').length > 2 ? show : null),
  };
}

/** Their own entries, and the lines of old books that name them. */
function registersRule(own: (learner: string) => boolean): Rule {
  const entries = ofLearner(own, whole, ['learner']);
  const ownLine: Show = (answer) => {
    const { lines } = answer as RegisterEntries;
    return lines.some(({ linked }) => linked !== null && own(linked.data.learner)) ? answer : null;
  };
  return {
    ...entries,
    get: async (key) => (keyPart(key, 0) === 'old' ? ownLine : entries.get(key)),
  };
}

const withoutDiagnosticsIn =
  (isForTeachers: IsForTeachers): Show =>
  (answer) => {
    const one = answer as PersonalFileAnswer;
    return one.kind === 'results' ? withoutDiagnostics(one, isForTeachers) : one;
  };

const withoutDiagnosticDebts =
  (isForTeachers: IsForTeachers): Show =>
  (answer) => {
    const one = answer as DebtsAnswer;
    return one.kind === 'subject' ? withoutDiagnostics(one, isForTeachers) : one;
  };

/** Their own row; of the others that they are there. */
function journalRule(
  rights: Rights,
  own: (learner: string) => boolean,
  isForTeachers: IsForTeachers,
): Rule {
  const ownMarks: Show = (answer) => {
    const marks = answer as JournalAnswer;
    return marks.kind === 'marks' ? withoutDiagnostics(marks, isForTeachers) : null;
  };
  const studies = (group: string): Promise<boolean> => rights.studiesIn(group);
  return {
    get: async (key) => {
      const [kind, group, module] = [keyPart(key, 0), keyPart(key, 1), keyPart(key, 2) || null];
      if (kind === 'place') return own(keyPart(key, 2)) ? whole : null;
      if (kind === 'marks') return own(keyPart(key, 3)) ? ownMarks : null;
      if (!(await rights.reaches(group, module, studies))) return null;
      return (answer) => lessonsFor(answer as JournalAnswer, own);
    },
    scan: async (prefix) => {
      const parts = prefix.split('/');
      const [kind = '', group = ''] = parts;
      const isWhole = kind === 'marks' ? parts.length > 3 : kind === 'place' && parts.length > 2;
      if (!isWhole || !(await studies(group))) return null;
      if (kind === 'marks') {
        return (answer, key) => (own(keyPart(key, 3)) ? ownMarks(answer, key) : null);
      }
      let others = 0;
      return (answer) => {
        const place = answer as JournalAnswer;
        if (place.kind !== 'place' || own(place.learner)) return place;
        if (place.stays.length === 0) return null;
        others += 1;
        return maskedPlace(place, others);
      };
    },
  };
}

const lessonsFor = (answer: JournalAnswer, own: (learner: string) => boolean): JournalAnswer =>
  answer.kind === 'lessons' ? withoutOthers(answer, own) : answer;

/** Their own list, and of an achievement their own part. */
function achievementsRule(own: (learner: string) => boolean): Rule {
  const { get, scan } = ofLearner(own, whole, ['learner']);
  return {
    get: async (key) => {
      if (keyPart(key, 0) !== 'achievement') return get(key);
      return (answer) => {
        const one = answer as AchievementsAnswer;
        return one.kind === 'achievement' ? ownAchievement(one, own) : null;
      };
    },
    scan,
  };
}

/** Their own records, and the holds that cover them. */
function recordsRule(own: (learner: string) => boolean): Rule {
  const { get, scan } = ofLearner(own, whole, ['learner']);
  return {
    get: async (key) => {
      if (keyPart(key, 0) !== 'holds') return get(key);
      return (answer) => {
        const one = answer as RecordsAnswer;
        return one.kind === 'holds' ? ownHolds(one, own) : null;
      };
    },
    scan,
  };
}

/**
 * Where the carriers of their own records are; not by whom and why, which may be an investigation.
 */
function presenceRule(own: (learner: string) => boolean): Rule {
  return {
    get: async (key) => {
      const [learner] = anyRecordRefs(keyPart(key, 1)).learner ?? [];
      if (learner === undefined || !own(learner)) return null;
      return (answer) => ({ ...(answer as PresenceOfRecord), facts: [], annulled: [] });
    },
    scan: async () => null,
  };
}
