import type { CoreEvent } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import { regulationSections, SECTIONS, sectionOf } from '@letopis/core/facts';
import type { RefKind } from '@letopis/core/kernel';
import { sortedRefs } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import type { Projection, ViewReader } from '@letopis/projections';
import { boundReader } from '@letopis/projections/reports';
import type { ProjectionOf } from '@letopis/projections/runtime';

type Name = CoreEvent['type'];
export type EventOfType<T extends Name> = Extract<CoreEvent, { type: T }>;
type Data<T extends Name> = EventOfType<T>['data'];

export interface FactOptions {
  readonly refs?: Partial<Record<RefKind, readonly string[]>>;
  readonly actor?: string;
  readonly order?: readonly [number: string, date: string];
  readonly recordedAt?: string;
  readonly stream?: string;
}

const types = new Map(coreEvents.map((type) => [type.type as string, type]));

/** The streams of facts whose options name none. */
const STREAMS: Partial<Record<Name, (data: never) => string>> = {
  LessonHeld: (d: Data<'LessonHeld'>) => `academy.journal-${d.journal}`,
  LessonAnnulled: (d: Data<'LessonHeld'>) => `academy.journal-${d.journal}`,
  FileOpened: (d: Data<'FileOpened'>) => `academy.file-${d.file}`,
  FileDocumentAdded: (d: Data<'FileOpened'>) => `academy.file-${d.file}`,
  FileClosed: (d: Data<'FileOpened'>) => `academy.file-${d.file}`,
  IndicatorEntered: (d: Data<'IndicatorEntered'>) => `academy.evaluation-${d.year}`,
  EditionAdopted: () => 'academy.regulation-main',
};

function streamOf(type: Name, data: Record<string, unknown>): string {
  const own = STREAMS[type];
  if (own !== undefined) return own(data as never);
  if (sectionOf(type) !== undefined) return 'academy.regulation-main';
  if (typeof data['document'] === 'string') {
    return `academy.register-${data['document'].split('.').slice(0, 2).join('.')}`;
  }
  const kinds = [
    'disclosure',
    'achievement',
    'protocol',
    'enrollment',
    'commendation',
    'group',
    'programme',
    'learner',
  ];
  for (const kind of kinds) {
    if (typeof data[kind] === 'string') return `academy.${kind}-${data[kind]}`;
  }
  return `academy.official-${String(data['person'])}`;
}

/** A log of decoded events, each checked against its stored shape, in the order of the log. */
export class EventLog {
  readonly events: CoreEvent[] = [];
  readonly #revisions = new Map<string, number>();

  /** Adds a fact at the end; `on` is its `occurredOn`. Gives the event. */
  add<T extends Name>(
    type: T,
    on: string,
    data: Data<T>,
    options: FactOptions = {},
  ): EventOfType<T> {
    types.get(type)?.schemas.at(-1)?.parse(data);
    const index = this.events.length + 1;
    const stream = options.stream ?? streamOf(type, data as Record<string, unknown>);
    const revision = (this.#revisions.get(stream) ?? -1) + 1;
    this.#revisions.set(stream, revision);
    const [number, date] = options.order ?? [];
    const minute = new Date(Date.parse('2026-09-01T08:00:00.000Z') + index * 60_000);
    const event = {
      id: idOf(index),
      type,
      schemaVersion: 1,
      stream,
      revision,
      position: String(index).padStart(12, '0'),
      occurredOn: on,
      recordedAt: options.recordedAt ?? minute.toISOString(),
      actor: options.actor ?? 'u-1',
      onBehalfOf: null,
      ground: number === undefined ? null : { kind: 'order', number, date: date ?? null },
      commandId: idOf(index),
      commandDigest: '0'.repeat(32),
      causationId: null,
      refs: sortedRefs({ ...refsOf(data), ...options.refs }) ?? {},
      data,
    } as unknown as EventOfType<T>;
    this.events.push(event);
    return event;
  }

  /** A fact about a fact: it carries that fact's day and refs, and its own day as `actedOn`. */
  about<T extends Name>(
    fact: CoreEvent,
    type: T,
    data: Omit<Data<T>, 'enrollment' | 'learner' | 'programme' | 'group' | 'module' | 'corrects'>,
    options: FactOptions = {},
  ): EventOfType<T> {
    const { enrollment, learner, programme, group, module } = fact.data as Data<'ResultCredited'>;
    const whose = { enrollment, learner, programme, group, module, corrects: fact.id };
    const whole = { ...whose, ...data } as unknown as Data<T>;
    return this.add(type, fact.occurredOn, whole, { refs: fact.refs, ...options });
  }

  /** Adds the academy's regulation, as the preset has it. */
  regulation(on = '2020-01-01'): this {
    const { title, preset, ...sections } = r2;
    const book = { ...sections, general: { ...r2.general, timeZone: 'Europe/Moscow' } };
    const written = { considered: [], approvedBy: null, sections: [...SECTIONS] };
    this.add('EditionAdopted', on, { edition: 1, title, change: 'first', preset, ...written });
    for (const section of regulationSections) {
      const { type, data } = section.draft(book, 1, on);
      this.add(type, on, data);
    }
    return this;
  }
}

export const idOf = (index: number): string =>
  `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** The refs that `decide` fills from the fact itself. */
function refsOf(data: object): Partial<Record<RefKind, readonly string[]>> {
  const refs: Partial<Record<RefKind, readonly string[]>> = {};
  for (const [field, value] of Object.entries(data)) {
    if (typeof value !== 'string') continue;
    if (['learner', 'enrollment', 'programme', 'group', 'module'].includes(field)) {
      refs[field as RefKind] = [value];
    }
  }
  return refs;
}

type AnyView = Projection<object, unknown>;

/** All partitions of a projection over some events. */
export function foldViews(
  projection: AnyView,
  events: readonly CoreEvent[],
): ReadonlyMap<string, object> {
  const views = new Map<string, object>();
  for (const event of events) {
    for (const key of projection.keysOf(event)) {
      const view = views.get(key) ?? projection.initial(key);
      views.set(key, view);
      projection.apply(view, event, key);
    }
  }
  return views;
}

/**
 * A reader over events: as known at a position (by default the last), on a day (by default all).
 */
export function readerOver(
  events: readonly CoreEvent[],
  { on = null, known }: { readonly on?: string | null; readonly known?: string } = {},
): ViewReader {
  const held = known === undefined ? events : events.filter((e) => e.position <= known);
  const folded = new Map<string, ReadonlyMap<string, object>>();
  const viewsOf = (projection: AnyView): ReadonlyMap<string, object> => {
    const views = folded.get(projection.name) ?? foldViews(projection, held);
    folded.set(projection.name, views);
    return views;
  };
  const get = <A>(projection: ProjectionOf<A>, key: string, day: string | null): A | null => {
    const view = viewsOf(projection as unknown as AnyView).get(key);
    return view === undefined ? null : projection.read(view as never, day);
  };
  const reader: ViewReader = {
    position: held.at(-1)?.position ?? '',
    on,
    asker: null,
    get: async (projection, key) => get(projection, key, on),
    latest: async (projection, key) => get(projection, key, null),
    async *scan(projection, prefix) {
      const views = viewsOf(projection as unknown as AnyView);
      for (const key of [...views.keys()].toSorted()) {
        if (!key.startsWith(prefix)) continue;
        yield [key, projection.read(views.get(key) as never, on)];
      }
    },
    at: async ({ on: day, known: then }) => {
      const instant = typeof then === 'object' && 'instant' in then ? then.instant : null;
      const earlier = held.filter((e) => instant === null || e.recordedAt <= instant);
      return readerOver(earlier, { on: day });
    },
    for: (asker) => boundReader(reader, readerOver(events, { on: asker.on }), asker),
  };
  return reader;
}
