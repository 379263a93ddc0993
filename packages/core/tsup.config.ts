import { defineConfig } from 'tsup';

const presets = ['r1', 'r2', 'r3', 'r4', 'r5'];

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    events: 'src/events.ts',
    commands: 'src/commands.ts',
    refusals: 'src/refusals.ts',
    facts: 'src/facts.ts',
    values: 'src/values.ts',
    services: 'src/services.ts',
    decisions: 'src/decisions.ts',
    kernel: 'src/kernel.ts',
    store: 'src/store.ts',
    'testing/index': 'src/testing/index.ts',
    ...Object.fromEntries(
      presets.map((name) => [`presets/${name}`, `src/rules/presets/${name}.ts`]),
    ),
  },
  format: 'esm',
  target: 'node24',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
  removeNodeProtocol: false, // there is no `sqlite`, only `node:sqlite`
});
