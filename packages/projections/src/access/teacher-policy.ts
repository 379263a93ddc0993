import type { AnyProjection } from '../projection/any-projection.ts';
import { keyPart } from '../projection/key.ts';
import { catalogue } from '../views/catalogue.ts';
import type { CorrectionsOfMonth } from '../views/corrections.ts';
import { corrections } from '../views/corrections.ts';
import type { JournalAnswer } from '../views/journal.ts';
import { journal } from '../views/journal.ts';
import type { AnalyticalNote } from '../views/notes.ts';
import { notes } from '../views/notes.ts';
import type { Person } from '../views/people.ts';
import { people } from '../views/people.ts';
import type { PresenceOfRecord } from '../views/presence.ts';
import { presence } from '../views/presence.ts';
import { nameAndAnalysis, nameOnly } from './masks.ts';
import type { Rights } from './rights.ts';
import type { Policy, Rule, Show } from './rule.ts';
import { openCatalogue, single } from './rule.ts';

/*
 * What a teacher sees: the journals of the groups and modules that they teach or taught, with all
 * results in them, diagnostics too; no personal data beyond the names of who stands in them. R1
 * §6.1, R3 §4.1, R4 §4.2, R5 §6.1.
 */

/** The policy for a teacher; the names of learners open with the journals that list them. */
export function teacherPolicy(rights: Rights, person: string): Policy {
  const listed = new Set<string>();
  const opened = new Set<string>();
  return new Map<AnyProjection, Rule>([
    [catalogue, openCatalogue],
    [people, single((one) => personFor(one, person, listed, opened))],
    [journal, journalRule(rights, (learner) => void listed.add(learner))],
    [corrections, correctionsRule(rights)],
    [notes, notesRule(rights, person, listed, opened)],
    [presence, presenceRule(rights)],
  ]);
}

function personFor(
  one: Person,
  own: string,
  listed: ReadonlySet<string>,
  opened: ReadonlySet<string>,
): Person | null {
  if (one.person === own) return one;
  if (listed.has(one.person)) return nameAndAnalysis(one, opened);
  return one.roles.includes('official') ? nameOnly(one) : null;
}

/**
 * Analytical notes that they wrote or read, or that are about a group in which they teach, or about
 * the organisation; the names and titles of the learners with them. R4 §4.2.
 */
function notesRule(rights: Rights, person: string, listed: Set<string>, opened: Set<string>): Rule {
  const show: Show = async (answer) => {
    const one = answer as AnalyticalNote;
    const { written, read } = one;
    if (written === null) return null;
    const { group, author } = written.data;
    const about = 'learner' in written.data ? written.data.learner : null;
    const ofAll = group === null ? about === null : await rights.teachesIn(group);
    const own = author.person === person || read.some(({ data }) => data.reader.person === person);
    if (!ofAll && !own) return null;
    if (about !== null) {
      listed.add(about);
      opened.add(written.source.event);
    }
    return one;
  };
  return { get: async () => show, scan: async () => show };
}

/** Shows an answer, and notes the learner whom it lists. */
const listing =
  (list: (learner: string) => void): Show =>
  (answer) => {
    const one = answer as JournalAnswer;
    if (one.kind === 'place' || one.kind === 'marks') list(one.learner);
    if (one.kind !== 'lessons') return one;
    for (const { inForce } of one.lessons) {
      const { individual } = inForce.data.entry;
      if (individual !== undefined) list(individual);
    }
    return one;
  };

function journalRule(rights: Rights, list: (learner: string) => void): Rule {
  const show = listing(list);
  const teaches = (group: string, module: string | null): Promise<boolean> =>
    rights.teaches(group, module);
  return {
    get: async (key) => {
      const [kind, group, part] = [keyPart(key, 0), keyPart(key, 1), keyPart(key, 2)];
      if (kind === 'place') return (await rights.teachesIn(group)) ? show : null;
      const module = part === '' ? null : part;
      const may =
        kind === 'marks'
          ? await teaches(group, module)
          : await rights.reaches(group, module, teaches);
      return may ? show : null;
    },
    scan: async (prefix) => {
      const parts = prefix.split('/');
      const [kind = '', group = '', module = ''] = parts;
      if (kind === 'place') {
        return parts.length > 2 && (await rights.teachesIn(group)) ? show : null;
      }
      if (kind === 'marks') {
        const isWhole = parts.length > 3;
        return isWhole && (await teaches(group, module === '' ? null : module)) ? show : null;
      }
      // Lessons are listed over all groups; those of others are left out.
      return async (answer, key) => {
        const taught = await teaches(keyPart(key, 1), keyPart(key, 2) || null);
        return taught ? show(answer, key) : null;
      };
    },
  };
}

/** How the name of a journal begins: `journal-8a.algebra.2026`. */
const KIND = 'journal-';

/** Where the carriers of their journals are; not by whom and why. RK 4 no. 3, 10. */
function presenceRule(rights: Rights): Rule {
  const ofTaught = async (key: string): Promise<Show | null> => {
    const name = keyPart(key, 1);
    // A prefix must name the whole module, or it would list `art` beside `a`.
    const [group, module, year] = name.slice(KIND.length).split('.');
    if (!name.startsWith(KIND) || group === undefined || module === undefined) return null;
    if (year === undefined) return null;
    if (!(await rights.teaches(group, module))) return null;
    return (answer) => ({ ...(answer as PresenceOfRecord), facts: [], annulled: [] });
  };
  return { get: ofTaught, scan: ofTaught };
}

/** The acts about results in their journals. R2 §2.3. */
function correctionsRule(rights: Rights): Rule {
  const show: Show = async (answer) => {
    const month = answer as CorrectionsOfMonth;
    const acts: CorrectionsOfMonth['acts'][number][] = [];
    for (const act of month.acts) {
      if (await rights.teaches(act.data.group, act.data.module)) acts.push(act);
    }
    return acts.length === 0 ? null : { ...month, acts };
  };
  return { get: async () => show, scan: async () => show };
}
