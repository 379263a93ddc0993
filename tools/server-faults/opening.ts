import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import type { EventStoreClient, EventStoreOptions } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';
import type { Break } from './broken.ts';
import { brokenClient } from './broken.ts';

/** The two calls by which a client appends: one batch call for all, or a call for each. */
export const APPEND_PATHS = ['BatchAppend', 'Append'] as const;
export type AppendPath = (typeof APPEND_PATHS)[number];

/** The settings of the adapter and its client. */
export interface Setting {
  readonly name: 'short' | 'default';
  /** Added to the connection string. */
  readonly query: string;
  readonly answerMs: number;
  readonly timeoutMs: number;
}

/**
 * Short times: many appends give up before the server is back, and their outcome is unknown.
 * Keep-alive is not changed, because clients warn below their minimum of 10 s.
 */
export const SHORT: Setting = {
  name: 'short',
  query: '&defaultDeadline=2000',
  answerMs: 1000,
  timeoutMs: 2000,
};
export const DEFAULTS: Setting = {
  name: 'default',
  query: '',
  answerMs: 6000,
  timeoutMs: 20_000,
};

/**
 * How long an append may take until it is settled, in milliseconds: sent, read back, and another
 * one before it.
 */
export const settledMs = ({ answerMs, timeoutMs }: Setting): number =>
  2 * (2 * timeoutMs + 2 * answerMs);

/** The errors that clients gave to appends, counted by the error's type or code. */
export type ClientErrors = Map<string, number>;

/**
 * A server without TLS ignores them; a call with its own credentials does not use the batch call.
 */
const credentials = { username: 'admin', password: 'changeit' };

function clientOf(url: string, path: AppendPath, errors: ClientErrors): EventStoreClient {
  const client = EventStoreDBClient.connectionString(url);
  const more = path === 'BatchAppend' ? {} : { credentials };
  return {
    appendToStream: async (stream, events, options) => {
      try {
        return await client.appendToStream(stream, events, { ...options, ...more });
      } catch (error) {
        const { type, code } = (error ?? {}) as Record<'type' | 'code', unknown>;
        const name = String(type ?? `code ${String(code)}`);
        errors.set(name, (errors.get(name) ?? 0) + 1);
        throw error;
      }
    },
    readStream: (stream, options) => client.readStream(stream, options),
    readAll: (options) => client.readAll(options),
    subscribeToAll: (options) => client.subscribeToAll(options),
    dispose: () => client.dispose(),
  };
}

export interface LogPlan {
  readonly url: string;
  readonly namespace: string;
  readonly path: AppendPath;
  readonly setting: Setting;
  readonly breakage: Break;
  readonly errors: ClientErrors;
}

/** Opens a log on the server as soon as the server is ready; waits a minute for it. */
export async function openLog(plan: LogPlan): Promise<EventStore> {
  const { url, namespace, path, setting, breakage, errors } = plan;
  const { answerMs, timeoutMs } = setting;
  const options: EventStoreOptions = { namespace, answerMs, timeoutMs, pollMs: 50 };
  for (const until = Date.now() + 60_000; ;) {
    try {
      const client = (): EventStoreClient => clientOf(url + setting.query, path, errors);
      return await openEventStore(() => brokenClient(client(), breakage), options);
    } catch (error) {
      const { code } = isLetopisError(error) ? error : { code: null };
      const passes = code === 'unreachable' || code === 'outcome-unknown';
      if (!passes || Date.now() > until) throw error;
    }
  }
}
