import { openMemory } from '@letopis/store-memory';
import { readTables } from './oulad/rows.ts';
import { importTables } from './oulad/import.ts';
const all = await readTables('/work/shared/data/oulad');
const one = (r: any) => r.code_module === 'BBB';
const ids = new Set(all.assessments.filter(one).map((a) => a.id_assessment));
const tables = { ...all, courses: all.courses.filter(one), assessments: all.assessments.filter(one), learners: all.learners.filter(one), registrations: all.registrations.filter(one), results: all.results.filter((r) => ids.has(r.id_assessment)) };
const store = openMemory();
for (let k = 0; k < 2; k++) {
const t = performance.now();
const tally = await importTables(store, tables, () => {});
const ms = performance.now() - t;
console.log({ ...tally, rejects: tally.rejects.length }, tally.rejects.slice(0, 3), ms, 'head', await store.head(), 'us per', ms * 1000 / Number(await store.head()));
}
