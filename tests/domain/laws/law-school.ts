import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@letopis/core';
import {
  actProcess,
  archiveTransfer,
  codec,
  coreEvents,
  coreServices,
  creditGranting,
  Session,
  must,
  order,
  runProcess,
} from '@letopis/core';
import type { RestoredLine } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { LawfulHandler } from './lawful-handler.ts';
import { methodsOf } from './methods.ts';
import { full } from './regulation.ts';
import { TODAY, World } from './world.ts';

/** The codec of all histories, made once. */
export const lawCodec = codec(coreEvents);

let count = 0;
const houses = (): number => (count += 1);

/**
 * One organisation whose laws are checked: two accounts over one command handler, and what has
 * happened.
 */
export class LawSchool {
  readonly store = openMemory({
    ...fixedPorts({ at: `${TODAY}T09:00:00.000Z`, seed: houses() }),
    hash: (text, encoding) => createHash('sha256').update(text).digest(encoding),
  });
  readonly handler = new LawfulHandler(this.store, lawCodec);
  readonly world = new World();
  readonly #methods = new Map<string, ReturnType<typeof methodsOf>>();
  #read = '';

  session(actor: string): Session {
    const ground = order('1-од', '2020-08-25');
    return new Session('house', { actor, onBehalfOf: null, ground }, this.handler);
  }

  methods(actor: string): ReturnType<typeof methodsOf> {
    const known = this.#methods.get(actor) ?? methodsOf(this.session(actor));
    this.#methods.set(actor, known);
    return known;
  }

  /** Runs what the processes owe, until they owe nothing. */
  async settle(): Promise<void> {
    const { store, handler } = this;
    const shared = { store, codec: handler.codec };
    await runProcess({ ...shared, process: actProcess(handler, 'house') });
    await runProcess({ ...shared, process: archiveTransfer(handler, 'house') });
    await runProcess({ ...shared, process: creditGranting(handler, 'house') });
    await this.lookOn();
  }

  /** Shows the world the events that were written since the last call. */
  async lookOn(): Promise<readonly RecordedEvent[]> {
    const news: RecordedEvent[] = [];
    for await (const page of this.store.readAll(this.#read)) {
      for (const line of page.lines) {
        news.push(this.handler.codec.decode(line, this.store.ports.hash));
      }
      this.#read = page.scannedTo;
    }
    this.world.note(news);
    return news;
  }
}

const OFFICES = full.general.offices.map(({ id }) => id);
const forms = [
  { kind: 'current', form: 'survey' },
  { kind: 'interim', form: 'test' },
  { kind: 'final', form: 'exam' },
];
const from = '2020-09-01';

/** Writes the beginning that every history has: a regulation, officials, enrolled learners. */
async function begin(school: LawSchool): Promise<void> {
  const session = school.session('u-1');
  const people = coreServices.officials(session);
  must(await coreServices.regulation(session).adopt(full, { timeZone: 'Europe/Moscow', from }));
  for (const person of ['p-1', 'p-2']) {
    for (const office of OFFICES) must(await people.appoint({ person, office, from }));
  }
  for (const person of ['p-3', 'p-4']) {
    must(await people.appoint({ person, office: 'teacher', from }));
  }
  const programmes = coreServices.programmes(session);
  for (const id of ['mentor', 'other']) {
    const modules = [
      { id: 'safety', scale: 'five-point', forms },
      { id: 'practice', scale: 'pass-fail', forms: [{ kind: 'interim', form: 'credit-test' }] },
    ];
    must(await programmes.open({ id, modules, on: from }));
  }
  const groups = coreServices.groups(session);
  for (const [id, programme] of [
    ['m-1', 'mentor'],
    ['m-2', 'mentor'],
    ['o-1', 'other'],
  ] as const) {
    must(await groups.open({ id, programme, on: from }));
  }
  for (const id of ['l-1', 'l-2', 'l-3', 'l-4']) {
    must(await coreServices.learners(session).register({ id, birthDate: '2008-02-03', on: from }));
  }
  for (const learner of ['l-1', 'l-2', 'l-3']) {
    must(await coreServices.enrollments(session).enroll({ learner, group: 'm-1', from }));
  }
}

let beginning: readonly RestoredLine[] | null = null;

/** Opens the organisation with the beginning of its history. */
export async function openLawSchool(): Promise<LawSchool> {
  const school = new LawSchool();
  if (beginning === null) {
    const first = new LawSchool();
    await begin(first);
    const lines: RestoredLine[] = [];
    for await (const page of first.store.readAll('')) lines.push(...page.lines);
    beginning = lines;
  }
  const lines = beginning;
  await school.store.restore(one(lines));
  await school.lookOn();
  return school;
}

async function* one<T>(page: T): AsyncGenerator<T> {
  yield page;
}
