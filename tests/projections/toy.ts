import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventOf, EventStore, ViewStore } from '@letopis/core';
import { codec } from '@letopis/core';
import type { AppendItem, NewEvent } from '@letopis/core/kernel';
import { eventType } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import type { Projection } from '@letopis/projections';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import * as z from 'zod';

/** A small example school: somebody notes points for a child, and withdraws a note. */
const noted = eventType('Noted', z.strictObject({ points: z.number(), tags: z.array(z.string()) }));
const takenBack = eventType('TakenBack', z.strictObject({ note: z.string() }));
const renamed = eventType('Renamed', z.strictObject({ title: z.string() }));

export const toyTypes = [noted, takenBack, renamed];
export const toyCodec = codec(toyTypes);
export type ToyEvent = EventOf<(typeof toyTypes)[number]>;

interface Notes {
  notes: { id: string; on: string; points: number; tags: string[]; back: string | null }[];
}

/** By child: its notes, and on a day the sum of those not withdrawn. */
export const points: Projection<Notes, number, ToyEvent> = {
  name: 'points',
  version: 1,
  types: ['Noted', 'TakenBack'],
  keysOf: (event) => event.refs.learner ?? [],
  initial: () => ({ notes: [] }),
  apply: (view, event) => {
    if (event.type === 'Noted') {
      const { id, occurredOn: on, data } = event;
      view.notes.push({ id, on, points: data.points, tags: [...data.tags], back: null });
    } else if (event.type === 'TakenBack') {
      for (const note of view.notes) if (note.id === event.data.note) note.back = event.occurredOn;
    }
  },
  read: ({ notes }, on) =>
    notes
      .filter((note) => on === null || note.on <= on)
      .filter(({ back }) => back === null || (on !== null && back > on))
      .reduce((sum, note) => sum + note.points, 0),
};

interface Tags {
  counts: Record<string, number>;
  children: string[];
  title: string;
}

/** By group: how often each tag occurs, over all children, and the group's title. */
export const tags: Projection<Tags, Tags, ToyEvent> = {
  name: 'tags',
  version: 1,
  types: ['Noted', 'Renamed'],
  keysOf: (event) => (event.refs.group ?? []).map((group) => `group/${group}`),
  initial: () => ({ counts: {}, children: [], title: '' }),
  apply: (view, event) => {
    if (event.type === 'Renamed') view.title = event.data.title;
    if (event.type !== 'Noted') return;
    for (const tag of event.data.tags) view.counts[tag] = (view.counts[tag] ?? 0) + 1;
    for (const child of event.refs.learner ?? []) {
      if (!view.children.includes(child)) view.children.push(child);
    }
  },
  read: (view) => view,
};

/** The n-th id: a UUID of version 7. */
export const toyId = (n: number): string =>
  `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** An event of the example school; its id is made of its number `n`. */
export function toyItem(n: number, over: Partial<NewEvent> = {}): AppendItem {
  const event: NewEvent = {
    id: toyId(n),
    type: 'Noted',
    schema: 1,
    occurredOn: '2026-09-01',
    actor: 'u-1',
    onBehalfOf: null,
    ground: null,
    commandId: toyId(n),
    commandDigest: n.toString(16).padStart(32, '0'),
    causationId: null,
    refs: { group: ['g-1'], learner: [`l-${n % 3}`] },
    data: { points: n, tags: ['kind'] },
    sealed: null,
    ...over,
  };
  return { event };
}

/** Appends each item at the end of the child's stream, `academy.child-<n>`. */
export class ToySchool {
  readonly store: EventStore;
  readonly #revisions = new Map<string, number>();
  #n = 0;

  constructor(store: EventStore) {
    this.store = store;
  }

  async note(child: number, over: Partial<NewEvent> = {}, organisation = 'academy') {
    const n = (this.#n += 1);
    const stream = `${organisation}.child-${child}`;
    const revision = this.#revisions.get(stream) ?? -1;
    const refs = { group: [`g-${child % 2}`], learner: [`l-${child}`] };
    const item = toyItem(n, { refs, data: { points: n, tags: [`t-${n % 4}`] }, ...over });
    const { events } = await this.store.append(stream, [item], revision);
    this.#revisions.set(stream, revision + 1);
    const [appended] = events;
    if (appended === undefined) throw new Error('nothing was appended');
    return { ...appended, stream };
  }
}

/** A log and a way to open its views; `clean` removes both. */
export interface Opened {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly setClock: (instant: string) => void;
  readonly clean: () => Promise<void>;
}

/** A log and views in memory. */
export async function inMemory(): Promise<Opened> {
  const time = fixedPorts();
  const store = openMemory({ clock: time.clock, random: time.random });
  const views = openMemoryViews();
  const clean = async (): Promise<void> => void (await Promise.all([store.close(), views.close()]));
  return { store, views, setClock: time.setClock, clean };
}

/** A log and views in files. */
export async function inFiles(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'letopis-views-'));
  const time = fixedPorts();
  const ports = { clock: time.clock, random: time.random };
  const store = await openSqlite(join(folder, 'log'), { ports, durability: 'normal' });
  const views = await openSqliteViews(join(folder, 'views'));
  const clean = async (): Promise<void> => {
    await Promise.all([store.close(), views.close()]);
    rmSync(folder, { recursive: true });
  };
  return { store, views, setClock: time.setClock, clean };
}
