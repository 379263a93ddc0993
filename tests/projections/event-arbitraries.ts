import type { CoreEvent } from '@letopis/core';
import { localDate, nameOfLine } from '@letopis/core';
import { addDays } from '@letopis/core/values';
import fc from 'fast-check';
import { Academy, five, head, openAcademy, teacher, whose } from './academy.ts';
import type { EventOfType } from './event-log.ts';
import { idOf } from './event-log.ts';

/*
 * Possible logs: random moves of fast-check are played on a small academy, and a move that would be
 * refused is left out. Facts about a state may be dated ahead, results back; facts about facts
 * carry the day and the refs of their fact.
 */

/** The kind of a move, and three numbers that select whom, where and when. */
type Move = readonly [kind: number, a: number, b: number, c: number];

interface Standing {
  readonly on: string;
  readonly status: 'open' | 'suspended' | 'ended';
  readonly group: string;
}

interface Enrollment {
  readonly id: string;
  readonly line: Standing[];
}

/** What the model knows of a result: enough to predict what the views must show. */
export interface ModelResult {
  readonly first: EventOfType<'AssessmentRecorded' | 'ResultCredited'>;
  readonly group: string;
  readonly credited: boolean;
  /** Digits in force; null: annulled. */
  digits: string | null;
  inForce: string;
  waiting: EventOfType<'AssessmentCorrected'> | null;
}

/** A played log with the predictions of the model. */
export interface Played {
  readonly events: readonly CoreEvent[];
  readonly results: readonly ModelResult[];
}

const PROGRAMME: Readonly<Record<string, string>> = { 'g-1': 'p-1', 'g-2': 'p-1', 'g-3': 'p-2' };
const GROUPS = ['g-1', 'g-2', 'g-3'];
const LEARNERS = ['l-1', 'l-2', 'l-3'];
const FIRST_DAY = '2026-09-01';

const STEPS: readonly string[] = [
  'Enrolled',
  'Transferred',
  'Suspended',
  'Reinstated',
  'Completed',
  'Discharged',
];

const dayPlus = (day: string, days: number): string => addDays(localDate.parse(day), days);

class Player {
  readonly log: Academy = openAcademy();
  readonly results: ModelResult[] = [];
  readonly #enrollments: Enrollment[] = [];
  readonly #lessons: EventOfType<'LessonHeld'>[] = [];
  readonly #files = new Map<string, number>();
  #today = FIRST_DAY;

  play([kind, a, b, c]: Move): void {
    this.#today = dayPlus(this.#today, c % 3);
    const moves = [
      () => this.#enroll(a, b, c),
      () => this.#enroll(a, b, c),
      () => this.#enroll(a, b, c),
      () => this.#transfer(a, c),
      () => this.#pause(a, c),
      () => this.#end(a, b, c),
      () => this.#annulStep(a, b),
      () => this.#record(a, b, c),
      () => this.#record(a, b, c),
      () => this.#record(a, b, c),
      () => this.#correct(a, b),
      () => this.#correct(a, b),
      () => this.#decide(a, b),
      () => this.#annul(a),
      () => this.#lesson(b, c),
      () => this.#annulLesson(a),
      () => this.#paper(a, b, c),
      () => this.#indicator(a, b, c),
      () => this.#commend(a, b),
    ];
    moves[kind % moves.length]?.();
  }

  #at(enrollment: Enrollment, day: string): Standing | undefined {
    return enrollment.line.findLast(({ on }) => on <= day);
  }

  #pick<T>(list: readonly T[], index: number): T | undefined {
    return list[index % Math.max(list.length, 1)];
  }

  /** A day not before the latest state fact, and after every result in force. */
  #ahead(enrollment: Enrollment, days: number): string {
    const after = this.results
      .filter(({ first }) => first.data.enrollment === enrollment.id)
      .map(({ first }) => dayPlus(first.occurredOn, 1));
    const earliest = [enrollment.line.at(-1)?.on ?? FIRST_DAY, ...after].toSorted().at(-1) ?? '';
    const wanted = dayPlus(this.#today, days);
    return wanted > earliest ? wanted : earliest;
  }

  #enroll(a: number, b: number, c: number): void {
    const learner = LEARNERS[a % 3] ?? '';
    const group = GROUPS[b % 3] ?? '';
    const programme = PROGRAMME[group] ?? '';
    const own = this.#enrollments.filter(({ id }) => id.startsWith(`${learner}.${programme}.`));
    if (own.some(({ line }) => line.at(-1)?.status !== 'ended')) return;
    const id = `${learner}.${programme}.${own.length + 1}`;
    const after = own.at(-1)?.line.at(-1)?.on ?? FIRST_DAY;
    const wanted = dayPlus(this.#today, (c % 12) - 4);
    const on = wanted > after ? wanted : dayPlus(after, 1);
    this.log.enroll(id, group, on, { sentBy: c % 2 === 0 ? 'employment-service' : null });
    this.#enrollments.push({ id, line: [{ on, status: 'open', group }] });
  }

  #transfer(a: number, c: number): void {
    const enrollment = this.#pick(this.#enrollments, a);
    const last = enrollment?.line.at(-1);
    if (enrollment === undefined || last?.status !== 'open') return;
    const to = GROUPS.find((g) => g !== last.group && PROGRAMME[g] === PROGRAMME[last.group]);
    if (to === undefined) return;
    const on = this.#ahead(enrollment, c % 8);
    this.log.transfer(enrollment.id, last.group, to, on);
    enrollment.line.push({ on, status: 'open', group: to });
  }

  /** A leave, the return from it, or a reinstatement after a discharge. */
  #pause(a: number, c: number): void {
    const enrollment = this.#pick(this.#enrollments, a);
    const last = enrollment?.line.at(-1);
    if (enrollment === undefined || last === undefined) return;
    const on = this.#ahead(enrollment, c % 6);
    const { group } = last;
    const told = { refs: { group: [group] } };
    const who = { ...whose(enrollment.id), edition: 1 };
    const begins = last.status === 'open';
    if (begins) this.log.add('Suspended', on, { ...who, reason: 'illness', until: null }, told);
    else this.log.add('Reinstated', on, { ...who, group }, told);
    enrollment.line.push({ on, status: begins ? 'suspended' : 'open', group });
  }

  #end(a: number, b: number, c: number): void {
    const enrollment = this.#pick(this.#enrollments, a);
    const last = enrollment?.line.at(-1);
    if (enrollment === undefined || last?.status !== 'open') return;
    const on = this.#ahead(enrollment, c % 10);
    if (b % 2 === 0) this.log.complete(enrollment.id, last.group, on, b % 4 ? 'distinction' : null);
    else this.log.discharge(enrollment.id, last.group, on, 'own-wish');
    enrollment.line.push({ on, status: 'ended', group: last.group });
  }

  /** The last step is annulled, or corrected to the same day; results after it stay outside. */
  #annulStep(a: number, b: number): void {
    const enrollment = this.#pick(this.#enrollments, a);
    const last = enrollment?.line.at(-1);
    if (enrollment === undefined || last === undefined || enrollment.line.length < 2) return;
    const step = this.log.events.findLast(
      (event) => STEPS.includes(event.type) && event.stream.endsWith(`-${enrollment.id}`),
    );
    if (step === undefined || step.occurredOn !== last.on) return;
    const later = this.results.some(
      ({ first }) => first.data.enrollment === enrollment.id && first.occurredOn >= last.on,
    );
    if (later || step.type === 'Enrolled') return;
    const corrected = b % 2 === 0;
    const following = idOf(this.log.events.length + 2);
    const data = {
      ...whose(enrollment.id),
      corrects: step.id,
      entry: step.type,
      actedOn: this.#today > last.on ? this.#today : last.on,
      replacedBy: corrected ? following : null,
      signer: head,
      edition: 1,
    };
    const refs = { group: [...(step.refs.group ?? [])] };
    this.log.add('EnrollmentEntryAnnulled', last.on, data, { refs });
    if (!corrected) enrollment.line.pop();
    else this.log.add(step.type, step.occurredOn, step.data as never, { refs });
  }

  #record(a: number, b: number, c: number): void {
    const enrollment = this.#pick(this.#enrollments, a);
    const on = dayPlus(this.#today, -(c % 6));
    const place = enrollment && this.#at(enrollment, on);
    if (enrollment === undefined || place?.status !== 'open') return;
    const { group } = place;
    const digit = 2 + (b % 4);
    const credited = c % 5 === 0;
    const module = b % 5 === 0 ? null : 'safety';
    const first = credited
      ? this.log.credit(enrollment.id, group, on)
      : this.log.record(enrollment.id, group, on, { digit, module });
    const digits = credited ? '5' : String(digit);
    this.results.push({ first, group, credited, digits, inForce: first.id, waiting: null });
  }

  #correct(a: number, b: number): void {
    const result = this.#pick(this.results, a);
    if (result === undefined || result.digits === null || result.waiting !== null) return;
    const digit = 2 + (b % 4);
    const awaits = b % 3 === 0;
    const replaces = result.inForce;
    const fact = this.log.correct(result.first, digit, this.#today, { awaits, replaces });
    if (awaits) result.waiting = fact;
    else Object.assign(result, { digits: String(digit), inForce: fact.id });
  }

  #decide(a: number, b: number): void {
    const result = this.#pick(
      this.results.filter(({ waiting }) => waiting !== null),
      a,
    );
    if (result === undefined || result.waiting === null || result.digits === null) return;
    const { first, waiting } = result;
    const types = ['CorrectionCountersigned', 'CorrectionDeclined', 'CorrectionWithdrawn'] as const;
    const type = types[b % 3] ?? 'CorrectionDeclined';
    this.log.decideOn(type, first, waiting, this.#today);
    result.waiting = null;
    if (type !== 'CorrectionCountersigned') return;
    Object.assign(result, { digits: waiting.data.mark.digits, inForce: waiting.id });
  }

  #annul(a: number): void {
    const result = this.#pick(this.results, a);
    if (result === undefined || result.digits === null) return;
    this.log.annul(result.first, this.#today);
    Object.assign(result, { digits: null, waiting: null });
  }

  #lesson(b: number, c: number): void {
    const on = dayPlus(this.#today, -(c % 4));
    const group = GROUPS[b % 3] ?? '';
    const here = this.#enrollments.filter((one) => {
      const place = this.#at(one, on);
      return place?.status === 'open' && place.group === group;
    });
    const learners = [...new Set(here.map(({ id }) => whose(id).learner))];
    const absent = learners.slice(0, c % 2).map((learner) => ({ learner, code: 'н' }));
    const name = `z-${this.#lessons.length + 1}`;
    this.#lessons.push(this.log.lesson(group, name, on, learners.slice(c % 2), absent));
  }

  #annulLesson(a: number): void {
    const held = this.#pick(this.#lessons, a);
    if (held === undefined) return;
    this.#lessons.splice(this.#lessons.indexOf(held), 1);
    this.log.annulLesson(held, this.#today);
  }

  /** Names, files and the archive. */
  #paper(a: number, b: number, c: number): void {
    const learner = LEARNERS[a % 3] ?? '';
    const on = dayPlus(this.#today, (c % 5) - 2);
    const file = `${learner}.1`;
    const held = this.#files.get(learner) ?? 0;
    this.#files.set(learner, held + 1);
    if (b % 4 === 0) {
      this.log.add('LearnerDataChanged', on, { learner, name: { value: nameOfLine(`Имя ${c}`) } });
    } else if (b % 4 === 1) {
      this.log.archive('HandedOver', `file-${file}`, on);
      this.log.archive(c % 2 ? 'AcceptedByArchive' : 'ReturnedByArchive', `file-${file}`, on);
    } else if (held === 0) {
      this.log.add('FileOpened', on, { file, learner, number: `02-03/${a}`, index: null });
    } else {
      this.log.add('FileDocumentAdded', on, {
        file,
        learner,
        item: held,
        title: { value: 'Приказ' },
        date: null,
        sheets: 1 + (c % 3),
        medium: 'paper',
        original: false,
        about: null,
      });
    }
  }

  #indicator(a: number, b: number, c: number): void {
    const indicator = ['1.8', '3.1', '1.1'][a % 3] ?? '';
    const on = dayPlus(this.#today, c % 4);
    this.log.add('IndicatorEntered', on, {
      year: '2026',
      annex: '6',
      indicator,
      value: String(b),
      sharePercent: null,
      source: 'кадры',
      edition: 1,
    });
  }

  #commend(a: number, b: number): void {
    const learner = LEARNERS[a % 3] ?? '';
    const who = { commendation: `c-${b % 3}-${learner}`, learner };
    const [on, edition] = [this.#today, 1];
    const { person, office } = head;
    this.log.add('CommendationProposed', on, {
      ...who,
      enrollment: null,
      basis: 'petition',
      area: null,
      merit: { value: 'за учёбу' },
      proposedBy: { kind: 'person', id: teacher.person },
      edition,
    });
    this.log.add('CommendationOrdered', dayPlus(on, b % 3), {
      ...who,
      kind: 'letter-of-thanks',
      orderedBy: person,
      office,
      copiesTo: null,
      edition,
    });
  }
}

const move: fc.Arbitrary<Move> = fc.tuple(fc.nat(17), fc.nat(11), fc.nat(11), fc.nat(11));

/** Possible logs of up to about 80 facts. */
export const playedLog: fc.Arbitrary<Played> = fc
  .array(move, { minLength: 10, maxLength: 80 })
  .map((moves) => {
    const player = new Player();
    for (const one of moves) player.play(one);
    return { events: player.log.events, results: player.results };
  });

/** Days around those of the logs. */
export const someDay: fc.Arbitrary<string> = fc.nat(80).map((n) => dayPlus(FIRST_DAY, n - 6));

/** The digits of a value, to compare them with the model's. */
export const digitsOf = (value: object | null): string | null =>
  value !== null && 'mark' in value ? (value.mark as ReturnType<typeof five>).digits : null;
