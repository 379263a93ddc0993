import type { EventStore, Refusal } from '@letopis/core';
import { letopis, must, order } from '@letopis/core';
import { standardForms } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import type { PlayedClock } from './calendar.ts';
import { Agenda, plus, workday } from './calendar.ts';
import type { Chance } from './chance.ts';
import { chance } from './chance.ts';
import { correctMarks } from './corrections.ts';
import { PROGRAMMES } from './curriculum.ts';
import type { Participant, PlayedGroup } from './group-year.ts';
import { planGroup } from './group-year.ts';
import { namesOf } from './names.ts';
import { ARCHIVIST, HEAD, KEEPER, TEACHERS } from './people.ts';
import { transferRunner } from './transfers.ts';

export const ORGANISATION = 'academy';
export const TIME_ZONE = 'Europe/Moscow';
export const FIRST_DAY = '2025-08-25';
export const SEED = 20_250_901;
const LEARNERS_A_GROUP = 20;

/** What the organisation's passport says; the numbers are invented, with check digits that fit. */
const PASSPORT = {
  fullName: 'Академия дополнительного профессионального образования',
  place: 'г. Казань',
  inn: '1600000124',
  ogrn: '1101600000017',
};

export type School = ReturnType<ReturnType<typeof letopis>['as']>;

/** Numbers papers in their own series: `14-з`. */
export interface Series {
  readonly next: (suffix: string) => string;
}

/** The state of the simulation. */
export interface Year {
  readonly school: School;
  readonly by: Chance;
  readonly agenda: Agenda;
  readonly orders: Series;
  readonly sheets: Series;
  readonly groups: readonly PlayedGroup[];
  /** Learner → personal file. */
  readonly files: Map<string, string>;
  readonly commendationKinds: readonly string[];
  readonly commendationArea: string;
  readonly counts: { commendations: number; transfers: number; corrections: number };
  /** What was refused on the way. */
  readonly refusals: Refusal[];
  readonly runProcesses: () => Promise<void>;
}

/** Plays the study year into a store. */
export async function playYear(store: EventStore, clock: PlayedClock): Promise<Year> {
  const house = letopis({ store, organisation: ORGANISATION });
  const school = house.as('u-17', { grounds: { officials: { appoint: order('1-к', FIRST_DAY) } } });
  const year: Year = {
    school,
    by: chance(SEED),
    agenda: new Agenda(),
    orders: series(),
    sheets: series(),
    groups: groups(chance(SEED + 1)),
    files: new Map(),
    commendationKinds: r2.commendation.kinds.map(({ id }) => id),
    commendationArea: r2.commendation.areas[0]?.id ?? '',
    counts: { commendations: 0, transfers: 0, corrections: 0 },
    refusals: [],
    runProcesses: transferRunner(house.handler, ORGANISATION),
  };
  clock.to(FIRST_DAY);
  await setUp(year);
  for (const group of year.groups) planGroup(year, group);
  year.agenda.on(REPORT_DAY, () => enterIndicators(school));
  planMoves(year);
  await year.agenda.play(clock);
  return year;
}

function series(): Series {
  let last = 0;
  return { next: (suffix) => `${(last += 1)}-${suffix}` };
}

function groups(by: Chance): readonly PlayedGroup[] {
  return PROGRAMMES.flatMap((programme) =>
    programme.starts.map((start, index) => {
      const id = `${programme.id}-${index + 1}`;
      const learners = Array.from({ length: LEARNERS_A_GROUP }, (_, i): Participant => {
        const learner = `l-${programme.id}-${index + 1}-${String(i + 1).padStart(2, '0')}`;
        return { learner, enrollment: '', skill: by.next(), group: id, left: false };
      });
      const title = `${programme.code}-25/${index + 1}`;
      return { id, title, programme, start, learners, journals: new Set<string>(), marks: [] };
    }),
  );
}

async function setUp({ school, groups: played, by }: Year): Promise<void> {
  must(await school.regulation.adopt(r2, { timeZone: TIME_ZONE, from: FIRST_DAY }));
  const from = FIRST_DAY;
  const charter = { kind: 'charter', number: '1', date: '2012-03-01' };
  must(await school.organisation.describe({ ...PASSPORT, on: '2012-03-01', ground: charter }));
  must(await school.officials.appoint({ ...HEAD, office: 'head', position: 'директор', from }));
  const forms = standardForms(r2.carriers, '2025');
  must(await school.forms.approveAll({ forms, on: from, ground: order('2-од', from) }));
  const keeper = { office: 'records-keeper', position: 'методист', from };
  must(await school.officials.appoint({ ...KEEPER, ...keeper }));
  const archivist = { office: 'archivist', position: 'архивариус', from };
  must(await school.officials.appoint({ ...ARCHIVIST, ...archivist }));
  for (const teacher of TEACHERS) {
    must(await school.officials.appoint({ ...teacher, office: 'teacher', from }));
  }
  for (const { id, title, type, hours, modules } of PROGRAMMES) {
    const planned = modules.map(({ id: module, title: name, scale, hours: long, attestation }) => ({
      id: module,
      title: name,
      scale,
      hours: long,
      forms: [{ kind: 'current', form: 'survey' }, attestation],
    }));
    const approvedOn = FIRST_DAY;
    const programme = { id, title, type, hours, modules: planned, approvedOn, on: FIRST_DAY };
    must(await school.programmes.open(programme));
  }
  const nextName = namesOf(by);
  for (const { id, title, programme, start, learners } of played) {
    const open = { id, programme: programme.id, title, from: start, on: FIRST_DAY };
    must(await school.groups.open(open));
    for (const { learner } of learners) {
      const birthDate = `${by.whole(1965, 1999)}-0${by.whole(1, 9)}-${by.whole(10, 28)}`;
      const person = { id: learner, name: nextName(), birthDate, on: FIRST_DAY };
      must(await school.learners.register(person));
    }
  }
}

const REPORT_DAY = '2026-03-16';

/**
 * Indicators of the self-evaluation that no event of learning answers: staff, finance, premises.
 */
const INDICATORS = [
  ['1.8', '9', '75'],
  ['1.9', '4', '33'],
  ['1.10', '7', '58'],
  ['1.10.1', '4', '33'],
  ['1.10.2', '3', '25'],
  ['1.11', '47', null],
  ['2.11', '5', null],
  ['3.1', '18450', null],
  ['3.2', '1537.5', null],
  ['4.2', '12', null],
] as const;

async function enterIndicators(school: School): Promise<void> {
  for (const [indicator, value, sharePercent] of INDICATORS) {
    const source = 'Справка отдела кадров и бухгалтерии от 16.03.2026';
    const entered = { year: '2025', annex: '6', indicator, value, sharePercent, source };
    must(await school.evaluations.enterIndicator({ ...entered, on: REPORT_DAY }));
  }
}

/** What does not go by plan: departures, a transfer, an academic leave, corrections. */
function planMoves(year: Year): void {
  const { agenda, groups: played } = year;
  for (const [index, group] of played.entries()) {
    const leaver = group.learners[3 + index];
    const on = workday(plus(group.start, 17 + index));
    if (leaver !== undefined) agenda.on(on, () => discharge(year, leaver, on));
    for (const days of [11, 23, 31]) {
      const day = workday(plus(group.start, days));
      agenda.on(day, () => correctMarks(year, group, day));
    }
  }
  const [from, to] = played.filter(({ programme }) => programme.id === 'tutor');
  const mover = from?.learners[9];
  if (from === undefined || to === undefined || mover === undefined) return;
  const on = workday(plus(to.start, 8));
  agenda.on(on, () => transfer(year, mover, from, to, on));
}

async function discharge(year: Year, participant: Participant, on: string): Promise<void> {
  const { enrollment } = participant;
  const ground = order(year.orders.next('о'), on);
  const reason = 'own-wish';
  must(await year.school.enrollments.discharge({ enrollment, reason, on, ground }));
  participant.left = true;
}

async function transfer(
  year: Year,
  participant: Participant,
  from: PlayedGroup,
  to: PlayedGroup,
  on: string,
): Promise<void> {
  const { enrollment } = participant;
  const ground = order(year.orders.next('пер'), on);
  must(await year.school.enrollments.transfer({ enrollment, to: to.id, on, ground }));
  from.learners.splice(from.learners.indexOf(participant), 1);
  to.learners.push(participant);
  participant.group = to.id;
}
