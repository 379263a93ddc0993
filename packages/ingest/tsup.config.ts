import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    tables: 'src/table/index.ts',
    refusals: 'src/refusals.ts',
  },
  format: 'esm',
  target: 'node24',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
  removeNodeProtocol: false, // there is no `sqlite`, only `node:sqlite`
});
