import { must, order } from '@letopis/core';
import { closeGroupRecords } from './archive.ts';
import { plus, workday } from './calendar.ts';
import type { Chance } from './chance.ts';
import { commend } from './commendations.ts';
import type { ModulePlan, ProgrammePlan } from './curriculum.ts';
import { TEACHERS } from './people.ts';
import type { School, Year } from './year.ts';

/** One learner of the simulated year. */
export interface Participant {
  readonly learner: string;
  enrollment: string;
  /** From 0 (weak) to 1 (strong). */
  readonly skill: number;
  group: string;
  left: boolean;
}

/** One group through its year. */
export interface PlayedGroup {
  readonly id: string;
  readonly title: string;
  readonly programme: ProgrammePlan;
  readonly start: string;
  readonly learners: Participant[];
  readonly journals: Set<string>;
  /** Event ids of marks that may be corrected: a teacher's own, on the five-point scale. */
  readonly marks: { enrollment: string; eventId: string; value: string; by: string; on: string }[];
}

/** Puts a group's whole year on the agenda. */
export function planGroup(year: Year, group: PlayedGroup): void {
  const { agenda } = year;
  agenda.on(group.start, () => enrollAll(year, group));
  let day = plus(group.start, 1);
  for (const [index, module] of group.programme.modules.entries()) {
    const teacher = teacherOf(group, index);
    for (const topic of module.topics) {
      const on = workday(day);
      agenda.on(on, () => lesson(year, group, module, teacher, topic, on));
      day = plus(on, group.programme.hours > 200 ? 5 : 4);
    }
    const on = workday(plus(day, 1));
    agenda.on(on, () => attestation(year, group, module, teacher, on));
    day = plus(on, 2);
  }
  const end = workday(plus(day, 3));
  agenda.on(end, () => finish(year, group, end));
  agenda.on(workday(plus(end, 2)), () => commend(year, group, workday(plus(end, 2))));
  agenda.on(workday(plus(end, 14)), () => closeGroupRecords(year, group, workday(plus(end, 14))));
}

/** Who teaches a module of the group. */
function teacherOf(group: PlayedGroup, index: number): string {
  return TEACHERS[(index + group.id.length * 3) % TEACHERS.length]?.person ?? 'p-9';
}

async function enrollAll({ school, orders, files }: Year, group: PlayedGroup): Promise<void> {
  const { start: on, programme } = group;
  const ground = order(orders.next('з'), on);
  for (const [index, module] of programme.modules.entries()) {
    const by = teacherOf(group, index);
    const announced = { group: group.id, module: module.id, by, on };
    must(await school.groups.announceRequirements(announced));
  }
  for (const participant of group.learners) {
    const { learner } = participant;
    const enrolled = await school.enrollments.enroll({
      learner,
      group: group.id,
      from: on,
      ground,
    });
    participant.enrollment = must(enrolled).id;
    await openFile(school, files, participant, on, ground.number ?? '');
  }
}

async function openFile(
  school: School,
  files: Map<string, string>,
  { learner }: Participant,
  on: string,
  orderNumber: string,
): Promise<void> {
  const number = `04-07/${on.slice(0, 4)}-${String(files.size + 1).padStart(3, '0')}`;
  const { file } = must(await school.files.open({ learner, number, index: '04-07', on }));
  files.set(learner, file);
  const paper = { file, medium: 'paper', on } as const;
  const documents = [
    { title: 'Заявление о приёме на обучение', sheets: 1, original: true },
    { title: 'Согласие на обработку персональных данных', sheets: 2, original: true },
    { title: 'Копия диплома об образовании', sheets: 2, original: false },
    { title: 'Выписка из приказа о зачислении', number: orderNumber, sheets: 1, original: false },
  ];
  for (const document of documents) {
    must(await school.files.addDocument({ ...paper, date: on, ...document }));
  }
}

async function lesson(
  year: Year,
  group: PlayedGroup,
  module: ModulePlan,
  teacher: string,
  topic: string,
  on: string,
): Promise<void> {
  const { school, by } = year;
  const there = group.learners.filter(({ left }) => !left);
  const absent = there.filter(() => by.in(0.07));
  const present = there.filter((participant) => !absent.includes(participant));
  const held = must(
    await school.journals.holdLesson({
      group: group.id,
      module: module.id,
      topic,
      hours: 4,
      teacher,
      present: present.map(({ learner }) => learner),
      absent: absent.map(({ learner }) => ({ learner, code: by.pick(['н', 'б', 'у']) })),
      on,
    }),
  );
  group.journals.add(held.stream);
  if (module.scale === 'pass-fail') return;
  for (const participant of present.filter(() => by.in(0.35))) {
    const value = markFor(by, participant.skill, module.scale);
    const recorded = must(
      await school.assessments.record({
        enrollment: participant.enrollment,
        module: module.id,
        kind: 'current',
        form: 'survey',
        value,
        on,
        assessor: teacher,
        basis: { kind: 'lesson', id: held.lesson, number: null, date: on },
      }),
    );
    if (module.scale !== 'five-point') continue;
    const { enrollment } = participant;
    group.marks.push({ enrollment, eventId: recorded.eventId, value, by: teacher, on });
  }
}

async function attestation(
  year: Year,
  group: PlayedGroup,
  module: ModulePlan,
  teacher: string,
  on: string,
): Promise<void> {
  const { school, by } = year;
  const { kind, form } = module.attestation;
  const number = year.sheets.next(kind === 'final' ? 'ИА' : 'ПА');
  const basis = { kind: 'grade-sheet', id: null, number, date: on };
  const shared = { module: module.id, kind, form, on, assessor: teacher, basis };
  for (const participant of group.learners.filter(({ left }) => !left)) {
    const { enrollment, skill } = participant;
    const value = markFor(by, skill, module.scale, true);
    const recorded = must(await school.assessments.record({ ...shared, enrollment, value }));
    if (module.scale !== 'five-point') continue;
    group.marks.push({ enrollment, eventId: recorded.eventId, value, by: teacher, on });
  }
}

/** A mark that fits the learner; at an attestation nobody of this year fails. */
function markFor(by: Chance, skill: number, scale: string, attested = false): string {
  const luck = skill * 0.8 + by.next() * 0.35;
  if (scale === 'pass-fail') return 'зачтено';
  if (scale === 'hundred-point') return String(Math.min(100, Math.round(45 + luck * 50)));
  if (luck > 0.72) return '5';
  if (luck > 0.42) return '4';
  return luck > 0.16 || attested ? '3' : '2';
}

/** The order on expulsion at the end of study: all who stayed have completed. */
async function finish({ school, orders }: Year, group: PlayedGroup, on: string): Promise<void> {
  const ground = order(orders.next('о'), on);
  for (const { enrollment } of group.learners.filter(({ left }) => !left)) {
    must(await school.enrollments.complete({ enrollment, on, ground }));
  }
}
