import type { EventOf } from '@letopis/core';
import { codec, known } from '@letopis/core';
import type { EventStore } from '@letopis/core';
import type { Fold, Decision, ReceivedCommand, CommandTask } from '@letopis/core/kernel';
import { command, eventType, personal, receive, refusal } from '@letopis/core/kernel';
import * as z from 'zod';

/**
 * A small aggregate for the kernel's own tests: a shelf, on which papers are put and from which
 * they are taken.
 */
export const paperPut = eventType(
  'PaperPut',
  z.strictObject({
    paper: z.string(),
    learner: z.string(),
    owner: personal(z.string(), { subject: 'learner', purpose: 'identification' }).optional(),
  }),
);
export const paperTaken = eventType('PaperTaken', z.strictObject({ paper: z.string() }));
export const shelfEvents = [paperPut, paperTaken];
export const shelfCodec = codec(shelfEvents);
export type ShelfEvent = EventOf<(typeof shelfEvents)[number]>;

export interface Shelf {
  papers: string[];
  owners: Record<string, string>;
  taken: number;
}

export const shelf: Fold<Shelf, ShelfEvent> = {
  kind: 'shelf',
  initial: () => ({ papers: [], owners: {}, taken: 0 }),
  evolve: (state, event) => {
    if (event.type === 'PaperPut') {
      state.papers.push(event.data.paper);
      const { owner } = event.data;
      if (owner !== undefined && 'value' in owner) state.owners[event.data.paper] = owner.value;
    } else {
      state.papers = state.papers.filter((paper) => paper !== event.data.paper);
      state.taken += 1;
    }
  },
};

export const noPaper = refusal('no-paper', (d: { readonly paper: string }) => ({
  ru: `Документа ${d.paper} на полке нет`,
  en: `There is no paper ${d.paper} on the shelf`,
}));

export const putPapers = command(
  'put-papers',
  z.strictObject({ papers: z.array(z.string()).min(1), owner: z.string().optional() }),
  ['owner'],
);
export const takePaper = command('take-paper', z.strictObject({ paper: z.string() }));

type Put = z.infer<typeof putPapers.schema>;
type Take = z.infer<typeof takePaper.schema>;

export const decidePut = (input: Put): Decision =>
  input.papers.map((paper) =>
    paperPut.draft({
      occurredOn: '2026-09-01',
      refs: { learner: ['l-1'] },
      data: {
        paper,
        learner: 'l-1',
        ...(input.owner === undefined ? {} : { owner: known(input.owner) }),
      },
    }),
  );

export const decideTake = (state: Shelf, { paper }: Take): Decision =>
  state.papers.includes(paper)
    ? [paperTaken.draft({ occurredOn: '2026-09-02', refs: {}, data: { paper } })]
    : noPaper({ paper });

export const sender = { actor: 'u-1', onBehalfOf: null, ground: null };
export const SHELF = 'academy.shelf-1';
type ShelfTask = CommandTask<Shelf, ShelfEvent, null>;

function received<Input, Raw>(
  type: ReturnType<typeof command<Input, Raw>>,
  raw: unknown,
  store: EventStore,
): ReceivedCommand<Input> {
  const result = receive(type, raw, sender, store.ports);
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result.value;
}

/** The task of putting papers on a shelf. */
export function put(store: EventStore, raw: unknown, stream = SHELF): ShelfTask {
  const parsed = received(putPapers, raw, store);
  const decide = (): Decision => decidePut(parsed.input);
  return { stream, fold: shelf, command: parsed, context: async () => null, decide };
}

/** The task of taking a paper off. */
export function take(store: EventStore, raw: unknown, stream = SHELF): ShelfTask {
  const parsed = received(takePaper, raw, store);
  const decide = (state: Shelf): Decision => decideTake(state, parsed.input);
  return { stream, fold: shelf, command: parsed, context: async () => null, decide };
}

/** The n-th command id. */
export const commandId = (n: number): string =>
  `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
