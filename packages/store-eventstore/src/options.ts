import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';

/** How a store is opened; every option has a default. */
export interface EventStoreOptions {
  /**
   * The part of the server that is this log: its streams are named `<namespace>.<stream>`, and no
   * reader gets anything else from the server. `[a-z0-9_]{1,40}`; default `letopis`.
   */
  readonly namespace?: string;
  /** Replaces clock, random bytes, hash or waits; tests give fixed ones. */
  readonly ports?: Partial<Ports>;
  /**
   * How long an append or a read may take altogether, with all its repetitions, in milliseconds;
   * default 20,000. In a read of many pages the time counts for each page.
   */
  readonly timeoutMs?: number;
  /**
   * How long to wait for one answer of the server before the call is given up and, where that is
   * safe, made again, in milliseconds; default 6,000.
   */
  readonly answerMs?: number;
  /** Most appends under way at a time; default 256. Each stream has one at a time. */
  readonly appendsInFlight?: number;
  /** Longest wait of a follower between two reads of the log, in milliseconds; default 250. */
  readonly pollMs?: number;
  /**
   * Calls only the leader of a cluster, so that every read sees what was acknowledged; default
   * true.
   */
  readonly requiresLeader?: boolean;
}

/** All options, checked and with their defaults. */
export type Settings = Required<Omit<EventStoreOptions, 'ports'>>;

const NAMESPACE = /^[a-z0-9_]{1,40}$/;

/**
 * Checks the options. Throws `misuse` for a bad namespace, and for numbers that are no times or
 * counts.
 */
export function settingsOf(options: EventStoreOptions): Settings {
  const settings: Settings = {
    namespace: options.namespace ?? 'letopis',
    timeoutMs: options.timeoutMs ?? 20_000,
    answerMs: options.answerMs ?? 6000,
    appendsInFlight: options.appendsInFlight ?? 256,
    pollMs: options.pollMs ?? 250,
    requiresLeader: options.requiresLeader ?? true,
  };
  if (!NAMESPACE.test(settings.namespace)) {
    const say = `${JSON.stringify(settings.namespace)} is no namespace: [a-z0-9_], 1 to 40 of them`;
    throw new LetopisError('misuse', say, { namespace: settings.namespace });
  }
  for (const name of ['timeoutMs', 'answerMs', 'appendsInFlight', 'pollMs'] as const) {
    const value = settings[name];
    if (Number.isFinite(value) && value > 0) continue;
    throw new LetopisError('misuse', `${name} cannot be ${value}: give a number above 0`, { name });
  }
  return settings;
}
