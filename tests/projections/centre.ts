import type { RegulationPreset } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { selfEvaluationReport } from '@letopis/projections';
import type { IndicatorRow, SelfEvaluationAsked } from '@letopis/projections/reports';
import type { Academy } from './academy.ts';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

/* A centre or a school, whose self-evaluation is reported by the annex of its kind. */

const fullName = 'Центр творчества';

/** The academy under another kind of organisation. */
export function centre(kind = 'additional-education'): Academy {
  const academy = openAcademy();
  academy.add('OrganisationDescribed', '2020-01-01', { fullName, kind });
  return academy;
}

/** A new edition with other rules of the section `general`. */
export function amended(academy: Academy, changes: Partial<RegulationPreset['general']>): void {
  const { title } = r2;
  const written = { considered: [], approvedBy: null, sections: ['general'], preset: null };
  const adopted = { edition: 2, title, change: 'edition', ...written };
  academy.add('EditionAdopted', '2021-01-01', adopted);
  const rules = { ...r2.general, timeZone: 'Europe/Moscow', ...changes };
  academy.add('GeneralRulesSet', '2021-01-01', { edition: 2, rules });
}

/** What is asked of the report, and the day for which it is read. */
type Asked = Partial<SelfEvaluationAsked> & { readonly on?: string | null };

/** The report of 2026, or as asked. */
export const report = (academy: Academy, { on = null, ...asked }: Asked = {}) =>
  selfEvaluationReport(readerOver(academy.events, { on }), { year: '2026', ...asked });

/** What some indicators of 2026 print, one after another. */
export async function printed(
  academy: Academy,
  ...numbers: readonly string[]
): Promise<readonly (string | undefined)[]> {
  const { lines } = await report(academy);
  const byNumber = new Map(lines.map((line) => [line.number, line.printed]));
  return numbers.map((number) => byNumber.get(number));
}

/** The rows by number. */
export async function linesOf(
  academy: Academy,
  asked: Asked = {},
): Promise<ReadonlyMap<string, IndicatorRow>> {
  const { lines } = await report(academy, asked);
  return new Map(lines.map((line) => [line.number, line]));
}

interface Won {
  readonly level?: string;
  readonly outcome?: string;
  readonly kind?: string;
  readonly on?: string;
  readonly learners?: readonly string[];
}

/** Records an achievement; gives its id and the event of its record. */
export function achieved(
  academy: Academy,
  { level = 'regional', outcome = 'winner', kind = 'contest', on = '2026-05-05', ...who }: Won = {},
): { readonly achievement: string; readonly event: string } {
  const achievement = `a-${academy.events.length}`;
  const event = { event: 'Конкурс', internal: false, officialList: null, team: false };
  const whose = { holder: 'learner', group: null } as const;
  const about = { achievement, ...whose, kind, ...event, level, outcome, edition: 1 };
  const { id: recorded } = academy.add('AchievementRecorded', on, about);
  for (const learner of who.learners ?? ['l-1']) {
    const part = { achievement, learner, enrollment: null, edition: 1 };
    academy.add('AchievementParticipantNamed', on, part);
  }
  return { achievement, event: recorded };
}
