import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    kit: 'src/kit/index.ts',
    spreadsheets: 'src/spreadsheets/index.ts',
    frdo: 'src/frdo/index.ts',
  },
  format: 'esm',
  target: 'node24',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
  removeNodeProtocol: false, // there is no `sqlite`, only `node:sqlite`
});
