import type { Codec } from '../kernel/codec.ts';
import { isLetopisError } from '../kernel/errors.ts';
import type { DraftEvent, NewEvent, RecordedEvent } from '../kernel/event.ts';
import { sortedRefs } from '../kernel/event.ts';
import type { Fold, Decision } from '../kernel/fold.ts';
import { joinLine, lineParts } from '../kernel/line.ts';
import { base64 } from '../kernel/ports.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { fingerprint, freezeState } from './frozen-state.ts';
import { fail, holds, same } from './suite/expectation.ts';
import { fixedPorts } from './suite/fixed-ports.ts';

/** What the facts of a scenario have in common; every field has a default. */
export interface ScenarioOptions {
  /** Who entered the facts that follow; default `u-1`. */
  readonly actor?: string;
  /** When they were recorded; default `2026-09-01T08:00:00.000Z`. */
  readonly recordedAt?: string;
  /** The stream; default `academy.<kind>-1`. */
  readonly stream?: string;
}

/** The facts so far: add more of them, or decide. */
export interface Given<State, E extends RecordedEvent> {
  /** Adds facts. Each goes through the codec and back, as if it had been stored and read. */
  readonly given: (...drafts: readonly DraftEvent[]) => Given<State, E>;
  /** The facts added after this were entered by somebody else, or at another time. */
  readonly by: (options: ScenarioOptions) => Given<State, E>;
  /** Decides on a state that cannot be written to; `events` are the facts so far, with ids. */
  readonly when: (decide: (state: State, events: readonly E[]) => Decision) => Decided<State, E>;
}

/** What was decided: state what must have come of it. */
export interface Decided<State, E extends RecordedEvent> {
  /** Fails unless exactly these events were decided, in this order. */
  readonly thenEvents: (...drafts: readonly DraftEvent[]) => Decided<State, E>;
  /** Fails unless it was refused with this code (and, where given, this data). */
  readonly thenRefused: (code: string, data?: unknown) => Decided<State, E>;
  /** Calls `look` with the state after the decided events. */
  readonly thenState: (look: (state: State, events: readonly E[]) => void) => Decided<State, E>;
  readonly decision: Decision;
}

/**
 * Given / when / then for the decisions of an aggregate. The state is frozen before `decide` gets
 * it. The decided events go through the codec and are folded, so an event that cannot be stored or
 * folded fails too.
 *
 * @example
 * scenario(journal, codec(journalEvents))
 *   .given(lessonHeld.draft({ occurredOn: '2026-09-01', refs: {}, data: { topic: 'Safety' } }))
 *   .when((state) => holdLesson(state, { topic: 'Safety', on: '2026-09-01' }))
 *   .thenRefused('lesson-exists');
 */
export function scenario<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  codec: Codec,
  options: ScenarioOptions = {},
): Given<State, E> {
  return givenFacts(fold, new Recorder<E>(codec, fold.kind), [], options);
}

function givenFacts<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  recorder: Recorder<E>,
  events: readonly E[],
  options: ScenarioOptions,
): Given<State, E> {
  return {
    given: (...drafts) => {
      const more = recorder.record(drafts, events.length, options);
      return givenFacts(fold, recorder, [...events, ...more], options);
    },
    by: (other) => givenFacts(fold, recorder, events, { ...options, ...other }),
    when: (decide) => {
      const state = foldAll(fold, events);
      const before = fingerprint(state);
      const decision = decide(freezeState(state), events);
      same(fingerprint(state), before, 'decide wrote to the state that it was given to read');
      if (isRefusal(decision)) return decided(fold, events, decision, decision);
      holds(decision.length > 0, 'nothing was decided: refuse, or emit an event');
      const more = recorder.record(decision, events.length, options);
      return decided(fold, [...events, ...more], decision, null);
    },
  };
}

function foldAll<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  events: readonly E[],
): State {
  const state = fold.initial();
  for (const event of events) {
    try {
      fold.evolve(state, event);
    } catch (cause) {
      throw new Error(`evolve failed on ${event.type}; it must be total`, { cause });
    }
  }
  return state;
}

function decided<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  events: readonly E[],
  decision: Decision,
  refused: Refusal | null,
): Decided<State, E> {
  const state = foldAll(fold, events);
  const self: Decided<State, E> = {
    decision,
    thenEvents: (...drafts) => {
      if (refused !== null) fail(`it was refused: ${refused.code}: ${refused.text.en}`);
      same(decision, drafts, 'the decided events');
      return self;
    },
    thenRefused: (code, ...data) => {
      if (refused === null) fail(`it must be refused with ${code}, and decided ${decision}`);
      same(refused.code, code, `another refusal than asked for: ${refused.text.en}`);
      if (data.length > 0) same(refused.data, data[0], 'the data of the refusal');
      for (const language of ['ru', 'en'] as const) {
        const text = refused.text[language];
        holds(text.trim() !== '' && !/undefined|\[object/.test(text), `${language}: ${text}`);
      }
      return self;
    },
    thenState: (look) => {
      look(state, events);
      return self;
    },
  };
  return self;
}

/** Records drafts as a store does: encoded, written as a line, read back. */
class Recorder<E extends RecordedEvent> {
  readonly #codec: Codec;
  readonly #kind: string;

  constructor(codec: Codec, kind: string) {
    this.#codec = codec;
    this.#kind = kind;
  }

  record(drafts: readonly DraftEvent[], first: number, options: ScenarioOptions): readonly E[] {
    return drafts.map((draft, index) => this.#one(draft, first + index, options));
  }

  #one(draft: DraftEvent, revision: number, options: ScenarioOptions): E {
    const { actor = 'u-1', recordedAt, stream = `academy.${this.#kind}-1` } = options;
    const ports = fixedPorts({ seed: revision + 1 });
    const id = scenarioEventId(revision);
    try {
      const { schema, data, sealed, beside } = this.#codec.encode(draft, id, ports);
      const event: NewEvent = {
        id,
        type: draft.type,
        schema,
        occurredOn: draft.occurredOn,
        actor,
        onBehalfOf: null,
        ground: draft.ground ?? null,
        commandId: id,
        commandDigest: '0'.repeat(32),
        causationId: null,
        refs: sortedRefs(draft.refs),
        data,
        sealed,
      };
      const at = recordedAt ?? new Date(ports.clock()).toISOString();
      const line = joinLine(lineParts(stream, event), revision, null, base64(ports.random(16)), at);
      const position = String(revision + 1).padStart(16, '0');
      return this.#codec.decode({ position, line, beside, metadata: null }) as E;
    } catch (cause) {
      if (!isLetopisError(cause)) throw cause;
      throw new Error(`${draft.type} cannot be stored: ${cause.message}`, { cause });
    }
  }
}

/**
 * The id of a scenario's n-th fact (from 0), for commands that name an event.
 * @example
 * scenarioEventId(2); // => '01990000-0000-7000-8000-000000000002'
 */
export function scenarioEventId(n: number): string {
  return `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
