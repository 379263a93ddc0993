import type { CoreEvent } from '@letopis/core';
import { nameOfLine } from '@letopis/core';
import type { EventOfType, FactOptions } from './event-log.ts';
import { EventLog } from './event-log.ts';

type Mark = EventOfType<'AssessmentCorrected'>['data']['mark'];
type Recorded = EventOfType<'AssessmentRecorded'>['data'];

const WORDS = ['ноль', 'один', 'два', 'три', 'четыре', 'пять'];

/** A mark on the five-point scale. */
export const five = (digit: number): Mark => ({
  scale: 'five-point',
  value: String(digit),
  digits: String(digit),
  words: WORDS[digit] ?? '',
  passes: digit > 2,
  points: String(digit),
});

export const teacher = { person: 't-1', office: 'teacher', position: 'преподаватель' };
export const head = { person: 't-2', office: 'head', position: 'директор' };

const journalOf = (group: string) => ({
  journal: `${group}.safety.2026`,
  group,
  module: 'safety',
  studyYear: '2026',
});

interface Programme {
  readonly type?: string;
  readonly approvedOn?: string | null;
  readonly priority?: boolean;
  readonly accredited?: boolean;
  readonly modules?: readonly string[];
}

/** A log with short methods for everyday facts. */
export class Academy extends EventLog {
  programme(id: string, given: Programme = {}): this {
    this.add('ProgrammeOpened', '2020-01-01', {
      programme: id,
      title: `Программа ${id}`,
      programmeType: given.type ?? 'qualification-improvement',
      hours: 72,
      mandatory: [],
      level: null,
      approvedOn: given.approvedOn ?? null,
      priorityDirection: given.priority ?? false,
      professionallyAccredited: given.accredited ?? false,
      scale: 'five-point',
      edition: 1,
    });
    for (const module of given.modules ?? ['safety']) {
      this.add('ModuleAdded', '2020-01-01', {
        programme: id,
        module: {
          id: module,
          title: `Модуль ${module}`,
          kind: 'module',
          hours: 36,
          scale: 'five-point',
          stateFinal: false,
          forms: [],
          mandatory: [],
        },
        edition: 1,
      });
    }
    return this;
  }

  group(id: string, programme: string): this {
    const title = `Группа ${id}`;
    this.add('GroupOpened', '2020-01-01', {
      group: id,
      programme,
      title,
      from: '2026-09-01',
      until: '2026-12-31',
    });
    return this;
  }

  learner(id: string, name?: string): this {
    const named = name === undefined ? {} : { name: { value: nameOfLine(name) } };
    this.add('LearnerRegistered', '2020-01-01', { learner: id, ...named });
    return this;
  }

  official(person: string, name: string): this {
    this.add('OfficialNamed', '2020-01-01', { person, name: { value: nameOfLine(name) } });
    return this;
  }

  enroll(
    enrollment: string,
    group: string,
    on: string,
    { sentBy = null, ...options }: FactOptions & { readonly sentBy?: string | null } = {},
  ): EventOfType<'Enrolled'> {
    const data = { ...whose(enrollment), group, studyFrom: on, sentBy, edition: 1 };
    return this.add('Enrolled', on, data, options);
  }

  complete(enrollment: string, group: string, on: string, honours: string | null = null): this {
    this.add('Completed', on, { ...whose(enrollment), group, honours, edition: 1 });
    return this;
  }

  discharge(enrollment: string, group: string, on: string, reason: string): this {
    this.add('Discharged', on, { ...whose(enrollment), group, reason, edition: 1 });
    return this;
  }

  transfer(enrollment: string, fromGroup: string, toGroup: string, on: string): this {
    const refs = { group: [fromGroup, toGroup] };
    const data = { ...whose(enrollment), fromGroup, toGroup, edition: 1 };
    this.add('Transferred', on, data, { refs });
    return this;
  }

  record(
    enrollment: string,
    group: string,
    on: string,
    given: Partial<Recorded> & { readonly digit?: number } = {},
  ): EventOfType<'AssessmentRecorded'> {
    const { digit = 4, ...rest } = given;
    return this.add('AssessmentRecorded', on, {
      ...whose(enrollment),
      group,
      module: 'safety',
      kind: 'current',
      form: 'test',
      origin: 'internal',
      result: { outcome: 'mark', mark: five(digit) },
      assessor: { kind: 'official', id: 't-1' },
      basis: null,
      planned: null,
      conditions: [],
      edition: 1,
      ...rest,
    });
  }

  credit(enrollment: string, group: string, on: string): EventOfType<'ResultCredited'> {
    const source = {
      kind: 'other-organisation',
      organisation: 'МГУ',
      achievedOn: null,
    };
    return this.add('ResultCredited', on, {
      ...whose(enrollment),
      group,
      module: 'safety',
      kind: 'interim',
      form: 'exam',
      mark: five(5),
      source,
      planned: null,
      decidedBy: 't-2',
      decision: null,
      edition: 1,
      document: { value: 'справка 5' },
    });
  }

  correct(
    fact: CoreEvent,
    digit: number,
    actedOn: string,
    {
      awaits = false,
      replaces = fact.id,
      reason = { value: 'арифметическая ошибка' },
      ...options
    }: FactOptions & {
      readonly awaits?: boolean;
      readonly replaces?: string;
      readonly reason?: EventOfType<'AssessmentCorrected'>['data']['reason'];
    } = {},
  ): EventOfType<'AssessmentCorrected'> {
    const given = reason === undefined ? {} : { reason };
    return this.about(
      fact,
      'AssessmentCorrected',
      {
        replaces,
        actedOn,
        mark: five(digit),
        wordsGiven: WORDS[digit] ?? null,
        ...given,
        signer: teacher,
        correctedBy: 't-1',
        awaitsCountersignature: awaits,
        edition: 1,
      },
      options,
    );
  }

  decideOn<T extends 'CorrectionCountersigned' | 'CorrectionDeclined' | 'CorrectionWithdrawn'>(
    type: T,
    fact: CoreEvent,
    correction: CoreEvent,
    actedOn: string,
  ): EventOfType<T> {
    const data = { actedOn, correction: correction.id, signer: head, edition: 1 };
    return this.about(fact, type, data as never, { actor: 'u-2' });
  }

  annul(fact: CoreEvent, actedOn: string): EventOfType<'AssessmentAnnulled'> {
    const reason = { value: 'не тот слушатель' };
    return this.about(fact, 'AssessmentAnnulled', { actedOn, reason, signer: teacher, edition: 1 });
  }

  lesson(
    group: string,
    lesson: string,
    on: string,
    present: string[],
    absent: { learner: string; code: string }[] = [],
  ): EventOfType<'LessonHeld'> {
    const learner = [...present, ...absent.map((one) => one.learner)];
    return this.add(
      'LessonHeld',
      on,
      {
        journal: `${group}.safety.2026`,
        group,
        module: 'safety',
        studyYear: '2026',
        lesson,
        kind: 'lecture',
        topic: `Тема ${lesson}`,
        hours: 2,
        homework: null,
        teacher: 't-1',
        present,
        absent,
        edition: 1,
      },
      { refs: { learner, group: [group], module: ['safety'] } },
    );
  }

  handOver(
    group: string,
    from: string,
    to: string,
    on: string,
    act: { readonly number: string; readonly date: string } = { number: '1-пж', date: on },
  ): EventOfType<'JournalHandedOver'> {
    const data = { ...journalOf(group), from, to, act, signer: head, edition: 1 };
    return this.add('JournalHandedOver', on, data, { stream: `academy.journal-${data.journal}` });
  }

  continueJournal(
    group: string,
    intoGroup: string,
    on: string,
    [lessonsHeld, hoursHeld]: readonly [number, number],
  ): EventOfType<'JournalContinued'> {
    const ids = journalOf(group);
    const into = journalOf(intoGroup).journal;
    const data = { ...ids, into, intoGroup, lessonsHeld, hoursHeld, signer: head, edition: 1 };
    const refs = { group: [group, intoGroup], journal: [ids.journal, into] };
    const stream = `academy.journal-${ids.journal}`;
    return this.add('JournalContinued', on, data, { refs, stream, order: ['30-уч', on] });
  }

  annulKeeping(
    entry: EventOfType<'JournalHandedOver' | 'JournalContinued'>,
    actedOn: string,
  ): EventOfType<'JournalEntryAnnulled'> {
    const { stream, refs, occurredOn } = entry;
    const act = { corrects: entry.id, entry: entry.type, actedOn, replacedBy: null };
    const { journal, group, module, studyYear } = entry.data;
    const data = { journal, group, module, studyYear, ...act, reason: 'Не тот журнал' };
    const signed = { ...data, signer: head, edition: 1 };
    return this.add('JournalEntryAnnulled', occurredOn, signed, { refs, stream });
  }

  annulLesson(held: EventOfType<'LessonHeld'>, actedOn: string): EventOfType<'LessonAnnulled'> {
    const { journal, group, module, studyYear, lesson } = held.data;
    const where = { journal, group, module, studyYear, lesson };
    return this.add(
      'LessonAnnulled',
      held.occurredOn,
      {
        ...where,
        corrects: held.id,
        actedOn,
        reason: 'занятия не было',
        signer: teacher,
        edition: 1,
      },
      { refs: held.refs },
    );
  }

  archive(
    type: 'HandedOver' | 'AcceptedByArchive' | 'ReturnedByArchive',
    record: string,
    on: string,
    transfer = 'tr-1',
  ): this {
    this.add(type, on, { transfer, record }, { stream: `academy.${record}` });
    return this;
  }
}

/** The parts of an enrollment's id: `l-1.p-1.1`. */
export function whose(enrollment: string) {
  const [learner = '', programme = ''] = enrollment.split('.');
  return { enrollment, learner, programme };
}

/** An academy with its regulation, two programmes, three groups and named people. */
export function openAcademy(): Academy {
  return new Academy()
    .regulation()
    .programme('p-1', { modules: ['safety', 'law'] })
    .programme('p-2', { type: 'professional-retraining' })
    .group('g-1', 'p-1')
    .group('g-2', 'p-1')
    .group('g-3', 'p-2')
    .learner('l-1', 'Яшина Анна Петровна')
    .learner('l-2', 'Ёлкин Борис Ильич')
    .learner('l-3', 'Абрамов Вадим Олегович')
    .official('t-1', 'Орлова Мария Ивановна')
    .official('t-2', 'Седов Пётр Львович');
}
