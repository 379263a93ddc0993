import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openSqlite } from '@letopis/store-sqlite';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import { interleaved, median, thousandsPerSecond } from './measure.ts';
import { openRaw } from './raw-sqlite.ts';
import type { Bench } from './workspace.ts';

type House = ReturnType<typeof letopis>;
type School = ReturnType<House['as']>;

const paper = order('1-од', '2025-08-25');
const sender = { grounds: { officials: { appoint: paper }, enrollments: { enroll: paper } } };

/** Recording a mark, the whole way: read, fold, decide, validate, append. */
export async function commandFigures(bench: Bench): Promise<readonly Figure[]> {
  const file = bench.path('command.letopis');
  const store = await openSqlite(file);
  const school = letopis({ store, organisation: 'academy' }).as('u-1', sender);
  await setUp(school);
  const figures = [
    await againstSql(bench, school, store),
    ...(await byLength(bench, await openSqlite(bench.path('long.letopis')))),
  ];
  await store.close();
  return figures;
}

async function setUp(school: School): Promise<void> {
  must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
  must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from: '2025-09-01' }));
  const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
  must(await school.programmes.open({ id: 'mentor', modules }));
  must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));
}

async function enrolled(school: School, learner: string, marks: number): Promise<string> {
  must(await school.learners.register({ id: learner }));
  const { id } = must(
    await school.enrollments.enroll({ learner, group: 'm-1', from: '2025-09-01' }),
  );
  for (let mark = 0; mark < marks; mark += 1) await record(school, id, mark);
  return id;
}

async function record(school: School, enrollment: string, index: number): Promise<void> {
  const value = String(3 + (index % 3));
  const mark = { enrollment, module: 'safety', value, on: '2025-10-05', assessor: 'p-9' };
  must(await school.assessments.record(mark));
}

/** The same in raw SQL: the stream's ten rows read and parsed, one line inserted, with FULL. */
async function againstSql(
  bench: Bench,
  school: School,
  store: Awaited<ReturnType<typeof openSqlite>>,
): Promise<Figure> {
  const learners = bench.quick ? 300 : 1000;
  const rounds = Array.from({ length: bench.rounds + 1 }, (_, round) => round);
  const enrollments: string[][] = [];
  for (const round of rounds) {
    const ids: string[] = [];
    for (let i = 0; i < learners; i += 1) ids.push(await enrolled(school, `c-${round}-${i}`, 9));
    enrollments.push(ids);
  }
  const lines: string[] = [];
  for await (const page of store.readStream(`academy.enrollment-${enrollments[0]?.[0]}`)) {
    lines.push(...page.map(({ line }) => line));
  }
  let round = 0;
  const pair = await interleaved(
    bench.rounds,
    () => {
      const ids = enrollments[round % enrollments.length] ?? [];
      round += 1;
      return thousandsPerSecond(ids.length, async () => {
        for (const id of ids) await record(school, id, 1);
      });
    },
    async () => {
      const raw = openRaw(bench.path('raw-command.sqlite'), 'FULL');
      raw.db.exec('BEGIN');
      for (let i = 0; i < learners; i += 1) {
        for (const [revision, line] of lines.entries()) raw.insert(i, revision, line);
      }
      raw.db.exec('COMMIT');
      const speed = await thousandsPerSecond(learners, () => {
        for (let i = 0; i < learners; i += 1) {
          const loaded = raw.load(i);
          for (const [, line] of loaded) JSON.parse(line);
          raw.insert(i, loaded.length, lines[lines.length - 1] ?? '');
        }
      });
      raw.close();
      return speed;
    },
  );
  const name = 'a full command (mark on 10 facts, FULL) against its raw SQL';
  return figure(name, 'k commands/s', pair.ours, pair.raw, '≥ 0.7', pair.ratio);
}

/**
 * The same command after 20 and after 5,000 earlier facts: warm (the state is cached) and cold
 * (folded anew).
 */
async function byLength(
  bench: Bench,
  store: Awaited<ReturnType<typeof openSqlite>>,
): Promise<readonly Figure[]> {
  const house = (): House => letopis({ store, organisation: 'academy' });
  const school = house().as('u-1', sender);
  await setUp(school);
  const short = await enrolled(school, 'short', 20);
  const long = await enrolled(school, 'long', 5_000);
  const repeats = bench.quick ? 200 : 500;
  const time = async (id: string, cold: boolean): Promise<number> => {
    const each: number[] = [];
    for (let repeat = 0; repeat < (cold ? 15 : repeats); repeat += 1) {
      const by = cold ? house().as('u-1', sender) : school;
      const from = performance.now();
      await record(by, id, repeat);
      each.push(performance.now() - from);
    }
    return median(each);
  };
  await time(short, false);
  await time(long, false);
  const warm = { short: await time(short, false), long: await time(long, false) };
  const cold = { short: await time(short, true), long: await time(long, true) };
  await store.close();
  return [
    figure(
      'a command on 5,000 facts against one on 20, warm',
      'ms',
      warm.long,
      warm.short,
      '≤ 1.2',
    ),
    figure('the same, cold (the stream is folded anew)', 'ms', cold.long, cold.short, null),
  ];
}
