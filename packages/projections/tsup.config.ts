import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    views: 'src/views/index.ts',
    reports: 'src/reports/index.ts',
    runtime: 'src/runtime/index.ts',
  },
  format: 'esm',
  target: 'node24',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
  removeNodeProtocol: false, // there is no `sqlite`, only `node:sqlite`
});
