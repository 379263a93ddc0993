import type { RestoredLine } from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import { holds, refuses, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import { checkLog } from './chain.ts';
import {
  a,
  altered,
  b,
  fill,
  inPages,
  interrupted,
  onAnother,
  rechained,
  without,
} from './restore-bench.ts';
import { FOLLOW_GUARD_MS, logLines, sampleId, sampleItem, sampleItems } from './sample.ts';

/** The first stream's second append an hour earlier than its first; nothing else is wrong. */
const behind = (lines: readonly RestoredLine[]): RestoredLine[] =>
  rechained(altered(lines, 5, 'T08:00:02.000Z', 'T07:00:00.000Z'));

/** Restoring: whole lines go into an empty log, and what does not fit is refused. */
export const restoring: EventStoreConcern = {
  name: 'restore',
  cases: {
    'fills an empty log with the very same lines, and what lies beside them': async (bench) => {
      const lines = await fill(bench);
      for (const size of [1, 3, 100]) {
        await onAnother(bench.open, async (store) => {
          same(await store.restore(inPages(lines, size)), lines.length, 'lines written');
          same(await without(store), lines, 'the restored log');
          checkLog(await logLines(store));
        });
      }
    },
    'gives the log a new id': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        const before = await store.logId();
        await store.restore([lines]);
        const after = await store.logId();
        holds(after !== before, 'the id is the one from before the restore');
        holds(after !== (await bench.store.logId()), 'the id is the one of the log that was read');
        same(await store.logId(), after, 'the id, asked again');
      });
    },
    'goes on where the restored lines end': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        await store.restore([lines]);
        const first = await bench.store.append(b, sampleItems(3, 2), -1);
        const again = await store.append(b, sampleItems(3, 2), -1);
        same(
          again.events.map((e) => [e.id, e.revision, e.recordedAt]),
          first.events.map((e) => [e.id, e.revision, e.recordedAt]),
          'a repetition',
        );
        await store.append(a, sampleItems(20, 2), 5);
        const log = await logLines(store);
        same(log.length, 10, 'lines in the log');
        checkLog(log); // its clock is behind: no line may be earlier than the restored ones
      });
    },
    'takes a log that holds a prefix of the lines': async (bench) => {
      const lines = await fill(bench);
      for (const held of [1, 4, 8]) {
        await onAnother(bench.open, async (store) => {
          await store.restore([lines.slice(0, held)]);
          same(await store.restore(inPages(lines, 3)), 8 - held, `lines written after ${held}`);
          same(await without(store), lines, 'the restored log');
        });
      }
    },
    'finishes an interrupted restore': async (bench) => {
      const lines = await fill(bench);
      for (const after of [0, 2, 6]) {
        await onAnother(bench.open, async (store) => {
          const error: unknown = await store
            .restore(interrupted(lines, after))
            .catch((e: unknown) => e);
          holds(error instanceof RangeError, 'the source’s own error comes through');
          const left = await without(store);
          same(left, lines.slice(0, left.length), 'what an interrupted restore leaves is a prefix');
          same(await store.restore([lines]), 8 - left.length, 'lines written by the next');
          same(await without(store), lines, 'the restored log');
        });
      }
    },
    'keeps emptied what was emptied in the log since': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        await store.restore([lines]);
        await store.emptyBeside(a, [sampleId(2)]);
        same(await store.restore([lines]), 0, 'lines written by the second restore');
        const besides = (await logLines(store)).map((one) => one.beside);
        same(besides.slice(0, 3), [null, 'emptied', 'emptied'], 'what lies beside');
      });
    },
    'refuses a log that holds another line': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        await store.append(a, [sampleItem(0)], -1); // the same event, with another salt and time
        const before = await logLines(store);
        await refuses(() => store.restore([lines]), 'restore-mismatch');
        same(await logLines(store), before, 'the log after it');
      });
    },
    'refuses a log that holds more than the lines': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        await store.restore([lines]);
        await refuses(() => store.restore([lines.slice(0, 5)]), 'restore-mismatch');
        same(await without(store), lines, 'the log after it');
      });
    },
    'refuses lines whose chain is broken': async (bench) => {
      const lines = await fill(bench);
      const breaks: readonly (readonly [string, readonly RestoredLine[], number])[] = [
        ['a changed line', altered(lines, 2, '"n":2', '"n":7'), 5],
        ['a missing line', lines.filter((_, n) => n !== 1), 1],
        ['a repeated line', [...lines.slice(0, 2), ...lines.slice(1)], 2],
        [
          'two lines in another order',
          [...lines.slice(0, 5), ...lines.slice(6), ...lines.slice(5, 6)],
          5,
        ],
        ['a revision of its own', altered(lines, 7, '"revision":5', '"revision":6'), 7],
        ['a name that is none', altered(lines, 0, `"stream":"${a}"`, '"stream":"academy.A-1"'), 0],
        ['a time that goes back', behind(lines), 5],
        ['another stream name', altered(lines, 3, `"stream":"${b}"`, `"stream":"${a}"`), 3],
      ];
      for (const [what, broken, good] of breaks) {
        await onAnother(bench.open, async (store) => {
          await refuses(() => store.restore(inPages(broken, 1)), 'restore-mismatch').catch(
            (error: unknown) => {
              throw new Error(what, { cause: error });
            },
          );
          const left = await without(store);
          holds(left.length <= good, `${what}: ${left.length} lines stand, of ${good} good ones`);
        });
      }
    },
    'takes times that cross among streams, and finds instants among them': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        // The second stream's writer had a clock that was an hour behind.
        const late = altered(lines, 3, 'T08:00:01.000Z', 'T07:00:01.000Z');
        const relinked = rechained(altered(late, 4, 'T08:00:01.000Z', 'T07:00:01.000Z'));
        await store.restore([relinked]);
        same(await without(store), relinked, 'the log after it');
        const positions = (await logLines(store)).map((one) => one.position);
        for (const [time, end] of [
          ['06:59:59.999', -1],
          ['07:00:01.000', -1],
          ['07:59:59.999', -1],
          ['08:00:00.000', 4],
          ['08:00:01.999', 4],
          ['08:00:02.000', 7],
        ] as const) {
          const position = end < 0 ? START : positions[end];
          same(await store.positionAt(`2026-09-01T${time}Z`), position, `at ${time}`);
        }
        const { events } = await store.append(b, sampleItems(20, 1), 1);
        const { recordedAt = '' } = events[0] ?? {};
        const least = store.guarantees.timesRise === 'log' ? '08:00:02.000' : '07:00:01.000';
        holds(recordedAt >= `2026-09-01T${least}Z`, `${recordedAt} must not be before ${least}`);
      });
    },
    'refuses a line that is not in its one form': async (bench) => {
      const lines = await fill(bench);
      const forms = [
        altered(lines, 0, '"n":0', '"n": 0'),
        altered(lines, 0, '"actor"', '"author"'),
        altered(lines, 0, '{', '['),
      ];
      for (const broken of forms) {
        await onAnother(bench.open, async (store) => {
          await refuses(() => store.restore([broken]), 'corrupt');
          same(await logLines(store), [], 'the log after it');
        });
      }
    },
    'keeps none of the caller’s objects': async (bench) => {
      const lines = structuredClone(await fill(bench));
      await onAnother(bench.open, async (store) => {
        await store.restore([lines]);
        const before = structuredClone(await without(store));
        for (const one of lines) Object.assign(one.metadata ?? {}, { t: 'spoilt' });
        for (const one of lines)
          if (typeof one.beside === 'object') Object.assign(one.beside ?? {}, { x: 1 });
        same(await without(store), before, 'the log after its input was spoilt');
      });
    },
    'wakes followers': async (bench) => {
      const lines = await fill(bench);
      await onAnother(bench.open, async (store) => {
        const signal = AbortSignal.timeout(FOLLOW_GUARD_MS);
        let count = 0;
        for await (const page of store.follow('', { signal, pollMs: 20 })) {
          count += page.lines.length;
          if (count === lines.length) break;
          if (count === 0) await store.restore([lines]);
        }
        same(count, lines.length, 'lines that came');
      });
    },
  },
};
