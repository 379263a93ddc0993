import type { EventStoreConcern } from './bench.ts';
import { onEventStore } from './bench.ts';
import { checkLog } from './chain.ts';
import type { RealLog } from './model-commands.ts';
import * as commands from './model-commands.ts';
import { emptyModel } from './model-log.ts';
import { logLines } from './sample.ts';

/** Number of random histories, and most commands in each. */
const RUNS = 40;
const COMMANDS_MAX = 40;

/** Random histories: the store must answer as the model does. Needs the package fast-check. */
export const model: EventStoreConcern = {
  name: 'any history of calls, against a plain model',
  cases: {
    // fast-check is an optional peer dependency: it is imported only where this test runs.
    'answers as the model does': async ({ open }) => {
      const fc = await import('fast-check');
      const part = fc.record({
        after: fc.nat(60),
        types: fc.constantFrom(null, ['SampleMoved'], ['SampleNoted', 'SampleEnded'], ['None']),
        streamPrefix: fc.constantFrom(null, 'one.', 'one.x-2', 'two.', 'three.'),
        pageSize: fc.integer({ min: 1, max: 7 }),
      });
      const pick = fc.nat(99);
      const appending = fc
        .tuple(
          pick,
          fc.integer({ min: 1, max: 4 }),
          fc.constantFrom(0, 0, 0, 0, 0, -1, 1),
          fc.boolean(),
        )
        .map((args) => commands.append(...args));
      const histories = fc.commands(
        [
          appending,
          appending,
          pick.map(commands.retry),
          fc.integer({ min: -3, max: 5 }).map(commands.tick),
          fc
            .tuple(pick, fc.nat(9), fc.boolean(), fc.integer({ min: 1, max: 5 }))
            .map((args) => commands.readStream(...args)),
          part.map(commands.readAll),
          part.map(commands.follow),
          fc
            .tuple(pick, fc.integer({ min: -1, max: 1 }))
            .map((args) => commands.positionAt(...args)),
          pick.map(commands.emptyBeside),
          fc.constant(commands.head()),
          fc.constant(commands.reopen()),
        ],
        { maxCommands: COMMANDS_MAX },
      );
      const property = fc.asyncProperty(histories, (history) =>
        onEventStore(open, async (bench) => {
          const real: RealLog = { store: bench.store, bench };
          await fc.asyncModelRun(() => ({ model: emptyModel(), real }), history);
          checkLog(await logLines(real.store));
        }),
      );
      await fc.assert(property, { numRuns: RUNS });
    },
  },
};
