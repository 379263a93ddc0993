import type { Hint } from './hint.ts';
import { about } from './hint.ts';

/** Imports of files, and the rows of them that have keys. D22, RK 1.14. */
export const importHints: Readonly<Record<string, Hint>> = {
  'imports.receive': (world, by) => {
    const sha256 = `${by.below(9)}${'a'.repeat(62)}${by.below(9)}`;
    const files = [{ name: 'a.csv', sha256, bytes: 10, rows: 3 }];
    return { id: world.fresh('import'), source: 'old-journal', files, on: world.act(by) };
  },
  'imports.recordRows': (world, by) =>
    about(world.late(by, 'ImportReceived'), (data) => ({
      import: data['import'],
      sheet: null,
      mapping: 'marks',
      mappingHash: 'c'.repeat(64),
      file: (data['files'] as { sha256: string }[])[0]?.sha256,
      page: by.mostly(1, 2),
      command: 'record-assessment',
      leftOut: 0,
      notTaken: [],
      digest: 'd'.repeat(64),
      accepted: [{ row: 2, lastRow: 2, event: by.one(world.all)?.id }],
      on: world.act(by),
    })),
  'imports.knowRows': (world, by) =>
    about(world.late(by, 'ImportReceived'), (data) => ({
      ...rowsOf(data),
      source: 'old-journal',
      key: ['id'],
      secret: 'k'.repeat(43),
      rows: [{ row: 2, lastRow: 2, learners: [by.one(world.ids('learner'))], seen: '{}' }],
      on: world.act(by),
    })),
  'imports.takeRows': (world, by) =>
    about(world.late(by, 'RowKnown'), (data) => ({
      import: data['import'],
      rows: [{ known: 0, event: by.one(world.all)?.id, stream: 'a.enrollment-l-1.p.1' }],
      on: world.act(by),
    })),
  'imports.setRowsAside': (world, by) =>
    about(world.late(by, 'ImportReceived'), (data) => ({
      ...rowsOf(data),
      rows: [
        {
          row: 2,
          lastRow: 2,
          seen: '{}',
          first: by.one(world.all)?.id,
          recorded: { event: by.one(world.all)?.id, stream: 'a.enrollment-l-1.p.1' },
          why: by.of('archived', 'asked'),
        },
      ],
      on: world.act(by),
    })),
  'imports.settleRow': (world, by) => {
    const aside = world.late(by, 'RowSetAside');
    return about(aside, (data) => ({
      import: data['import'],
      aside: aside?.id,
      how: 'left',
      on: world.act(by),
    }));
  },
};

/** The place of rows in an import. */
const rowsOf = (data: Readonly<Record<string, unknown>>) => ({
  import: data['import'],
  sheet: null,
  mapping: 'marks',
  command: 'record-assessment',
});
