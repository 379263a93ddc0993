import type { CoreEvent, EventStore } from '@letopis/core';
import { codec, coreEvents, nameOfLine } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { journalPage, openReader, openViews } from '@letopis/projections';
import { catalogue, journal, people, presence } from '@letopis/projections/views';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, expect, it } from 'vitest';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const PAGE = { group: 'g-1', module: 'safety' };
const coded = codec(coreEvents);

/** Puts decoded events into a store, each by its stored form. */
async function store(events: readonly CoreEvent[], into: EventStore): Promise<string[]> {
  const positions: string[] = [];
  for (const event of events) {
    const { id, type, occurredOn, refs, data, stream, revision, actor, ground } = event;
    const {
      schema,
      data: plain,
      sealed,
      beside,
    } = coded.encode({ type, occurredOn, refs, data }, id, into.ports);
    const { commandId, commandDigest, causationId, onBehalfOf } = event;
    const stored = {
      id,
      type,
      schema,
      occurredOn,
      actor,
      onBehalfOf,
      ground,
      commandId,
      commandDigest,
      causationId,
      refs,
      data: plain,
      sealed,
    };
    const {
      events: [done],
    } = await into.append(stream, [{ event: stored, beside }], revision - 1);
    positions.push(done?.position ?? '');
  }
  return positions;
}

function corrected() {
  const academy = openAcademy();
  academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
  const mark = academy.record('l-1.p-1.1', 'g-1', '2026-09-07', { digit: 3 });
  const fact = academy.correct(mark, 4, '2026-09-20');
  return { academy, mark, fact };
}

async function opened(events: readonly CoreEvent[]) {
  const log = openMemory(fixedPorts());
  const positions = await store(events, log);
  const projections = [journal, people, catalogue, presence];
  const views = await openViews(log, openMemoryViews(), projections, { codec: coded });
  await views.catchUp();
  return { log, views, positions };
}

describe('a page from the views of a store', () => {
  it('is the page of the same events, at the end of the log', async () => {
    const { academy } = corrected();
    const { views, log } = await opened(academy.events);
    const page = await journalPage(await openReader(views), PAGE);
    const plain = await journalPage(readerOver(academy.events), PAGE);
    const cell = page.rows[0]?.cells[0]?.results[0];
    expect(cell?.value).toEqual(plain.rows[0]?.cells[0]?.results[0]?.value);
    expect(page.columns).toEqual(plain.columns);
    expect(page.basis.position).toBe(await log.head());
    expect(page.basis.last).toBe(plain.basis.last);
  });

  it('is as it was known then, and on a day, all parts of one moment', async () => {
    const { academy, mark } = corrected();
    const { views, positions } = await opened(academy.events);
    const known = positions[academy.events.indexOf(mark)] ?? '';
    const then = await journalPage(await openReader(views, { known, on: '2026-09-07' }), PAGE);
    expect(then.rows[0]?.cells[0]?.results[0]?.value).toMatchObject({ mark: { digits: '3' } });
    expect(then.basis).toMatchObject({ position: known, on: '2026-09-07', event: mark.id });
    const before = await journalPage(await openReader(views, { on: '2026-09-06' }), PAGE);
    expect(before.rows[0]?.cells).toEqual([]);
  });

  it('refuses to read on what is no calendar day', async () => {
    const { views } = await opened(corrected().academy.events);
    await expect(openReader(views, { on: '07.09.2026' })).rejects.toThrow(/"07.09.2026" is no cal/);
  });

  it('shows what was emptied as erased once the view of people is built anew', async () => {
    const { academy, fact } = corrected();
    const { views, log } = await opened(academy.events);
    const registered = academy.events.find(({ stream }) => stream === 'academy.learner-l-1');
    await log.emptyBeside('academy.learner-l-1', [registered?.id ?? '']);
    await log.emptyBeside(fact.stream, [fact.id]);
    await views.rebuild(people);
    const page = await journalPage(await openReader(views), PAGE);
    expect(page.rows[0]?.learner).toEqual({ person: 'l-1', text: null, erased: true });
    expect(page.corrections[0]?.correction.reason).toEqual({ text: null, erased: true });
    expect(page.rows[0]?.cells[0]?.results[0]?.value).toMatchObject({ mark: { digits: '4' } });
  });

  it('shows a name that is known only from a later day, and rests on no name', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
    const mark = academy.record('l-1.p-1.1', 'g-1', '2026-09-07', { digit: 3 });
    academy.add('LearnerDataChanged', '2026-10-01', {
      learner: 'l-1',
      name: { value: nameOfLine('Яковлева Анна Петровна') },
    });
    academy.add('LearnerRegistered', '2026-10-02', {
      learner: 'l-77',
      name: { value: nameOfLine('Орлов Борис') },
    });
    academy.enroll('l-77.p-1.1', 'g-1', '2026-09-01');
    const page = await journalPage(readerOver(academy.events, { on: '2026-09-10' }), PAGE);
    const names = page.rows.map(({ learner }) => learner.text);
    expect(names).toContain('Орлов Борис');
    expect(names).not.toContain('Яковлева Анна Петровна');
    const later = await journalPage(readerOver(academy.events, { on: '2026-10-01' }), PAGE);
    expect(later.rows.map(({ learner }) => learner.text)).toContain('Яковлева Анна Петровна');
    // The page of that day rests on its facts; a rename is none of them.
    expect(later.basis.last).toBe(page.basis.last);
    expect(page.rows.flatMap(({ cells }) => cells.flatMap(({ results }) => results))).toMatchObject(
      [{ result: mark.id }],
    );
  });
});
