import { codec, eventType, deepFreeze } from '@letopis/core';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { openViews } from '@letopis/projections';
import { DatabaseSync } from 'node:sqlite';
import { existsSync, rmSync } from 'node:fs';
import * as z from 'zod';
const assessed = eventType('AssessmentRecorded', z.strictObject({ module: z.string(), mark: z.strictObject({ scale: z.string(), value: z.string(), words: z.string() }), lesson: z.string(), assessor: z.string(), comment: z.string().nullable() }));
const c = codec([assessed]);
type V = { rows: { id: string; on: string; value: string; lesson: string }[] };
const journal = { name: 'journal', version: 1, types: ['AssessmentRecorded'],
  keysOf: (e: any) => [`${e.refs.group[0]}/${e.refs.module[0]}/${e.refs.learner[0]}`],
  initial: (): V => ({ rows: [] }),
  apply: (v: V, e: any) => { v.rows.push({ id: e.id, on: e.occurredOn, value: e.data.mark.value, lesson: e.data.lesson }); },
  read: (v: V) => v.rows };
const N = Number(process.argv[2] ?? 1e6), dir = '/tmp/measure';
const P = 30; // events a partition
const uuid = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const item = (n: number, learner: number) => ({ event: { id: uuid(n), type: 'AssessmentRecorded', schema: 1, occurredOn: '2026-09-' + String(1 + n % 28).padStart(2, '0'), actor: 'u-17', onBehalfOf: null, ground: null, commandId: uuid(n), commandDigest: n.toString(16).padStart(32, '0'), causationId: null, refs: { learner: [`l-${learner}`], group: [`m-${learner % 500}`], module: ['safety'], enrollment: [`e-${learner}`] }, data: { module: 'safety', mark: { scale: 'five-point', value: '4', words: 'четыре' }, lesson: `les-${n % 1000}`, assessor: 'p-9', comment: 'контрольная работа по теме' }, sealed: null } });
const log = `${dir}/log-${N}`;
if (!existsSync(log)) {
  const s = await openSqlite(log, { durability: 'normal' });
  const L = Math.ceil(N / P); let n = 0;
  for (let round = 0; round < P; round += 3) for (let l = 0; l < L && n < N; l++) {
    await s.append(`academy.enrollment-l-${l}.p.1`, [item(n, l), item(n + 1, l), item(n + 2, l)], round - 1); n += 3;
  }
  await s.close();
}
const files = (f: string) => ['', '-wal', '-shm'].forEach((x) => rmSync(f + x, { force: true }));
const time = async (f: () => any) => { const t = performance.now(); await f(); return performance.now() - t; };
const mode = process.argv[3];
const db = () => new DatabaseSync(log, { readOnly: true });
if (mode === 'schema') { console.log(db().prepare("select sql from sqlite_master").all()); }
if (mode === 'raw') {
  const d = db(); const st = d.prepare('SELECT position, line FROM events WHERE position > ? ORDER BY position LIMIT 2000'); st.setReturnArrays(true);
  const m = new Map<string, V>();
  const ms = await time(() => { let at = 0; for (;;) { const rows = st.all(at) as any[]; if (!rows.length) break; for (const [p, line] of rows) { at = p; const e = JSON.parse(line); const k = `${e.refs.group[0]}/${e.refs.module[0]}/${e.refs.learner[0]}`; let v = m.get(k); if (!v) m.set(k, v = { rows: [] }); v.rows.push({ id: e.id, on: e.occurredOn, value: e.data.mark.value, lesson: e.data.lesson }); } } });
  console.log('raw fold', Math.round(N / ms), 'k/s');
  const ms2 = await time(() => { const o = new DatabaseSync(`${dir}/rawviews`); o.exec('pragma journal_mode=wal; pragma synchronous=normal; create table p(k text primary key, v text) without rowid'); const ins = o.prepare('insert into p values(?,?)'); o.exec('begin'); for (const [k, v] of m) ins.run(k, JSON.stringify(v)); o.exec('commit'); o.close(); });
  files(`${dir}/rawviews`);
  console.log('raw fold + write views', Math.round(N / (ms + ms2)), 'k/s', 'rss', Math.round(process.memoryUsage().rss / 1e6));
}
const store = await openSqlite(log, { durability: 'normal' });
if (mode === 'decode') {
  const lines: any[] = []; for await (const p of store.readAll('', { pageSize: 2000 })) { lines.push(...p.lines.map((l) => ({ ...l }))); if (lines.length >= 100000) break; }
  for (let i = 0; i < 3; i++) {
    const a = await time(() => { for (const l of lines) JSON.parse(l.line); });
    const b = await time(() => { for (const l of lines) c.decode(l); });
    const dd = lines.map((l) => c.decode(l));
    const f = await time(() => { for (const e of dd) deepFreeze(e); });
    const ps = lines.map((l) => JSON.parse(l.line).data); const zz = await time(() => { for (const x of ps) assessed.schemas[0]!.safeParse(x); });
    console.log('us/event parse', (a / lines.length * 1000).toFixed(2), 'decode', (b / lines.length * 1000).toFixed(2), 'zod', (zz / lines.length * 1000).toFixed(2), 'freeze', (f / lines.length * 1000).toFixed(2));
  }
  console.log('readAll only', Math.round(N / await time(async () => { for await (const _ of store.readAll('', { types: journal.types, pageSize: 2000 }));  })), 'k/s');
}
if (mode === 'rebuild') {
  const vf = `${dir}/views-${N}`; files(vf);
  const vs = await openSqliteViews(vf);
  const size = process.argv[4]; const views = await openViews(store, vs, [journal], { codec: c, ...(size ? { memoryCharactersMax: Number(size) } : {}) });
  let peak = 0; const iv = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 50);
  const ms = await time(() => views.catchUp()); clearInterval(iv);
  console.log('rebuild', Math.round(N / ms), 'k/s', 'peak rss', Math.round(peak / 1e6));
  await vs.close();
}
if (mode === 'live') {
  const vs = await openSqliteViews(`${dir}/views-${N}`);
  const views = await openViews(store, vs, [journal], { codec: c });
  const L = Math.ceil(N / P); const times: number[] = [], apps: number[] = [], gets: number[] = [];
  for (let i = 0; i < 600; i++) {
    const l = (i * 7919) % L; const stream = `academy.enrollment-l-${l}.p.1`; let rev = -1;
    for await (const p of store.readStream(stream, { direction: 'backward', pageSize: 1 })) { rev = JSON.parse(p[0]!.line).revision; break; }
    let r: any; apps.push(await time(async () => { r = await store.append(stream, [item(1e9 + (rev+1) * 1e6 + l, l)], rev); }));
    times.push(await time(() => views.catchUp()));
    gets.push(await time(() => views.get(journal as any, `m-${l % 500}/safety/l-${l}`, { atLeast: r.events[0].position })));
  }
  const med = (x: number[]) => x.slice(100).sort((a, b) => a - b)[250]!.toFixed(3);
  console.log(N, 'live ms/event median', med(times), 'get', med(gets), 'append', med(apps));
  await vs.close();
}
await store.close();
