import type { Process, Receipt, RecordedEvent, Result } from '@letopis/core';
import { letopis, must, order, runProcess } from '@letopis/core';
import { ingestService } from '@letopis/ingest';
import { openMemory } from '@letopis/store-memory';

/*
 * Shared by the stories r1-* … r5-*: an organisation whose history is in memory and whose clock
 * shows one day, so that every run prints the same.
 */

/** Opens an organisation on a day. What stands on a paper names it with its own command. */
export function openOrganisation(organisation: string, today: string) {
  const store = openMemory({ clock: () => Date.parse(`${today}T06:00:00.000Z`) });
  const opened = letopis({ store, organisation }).with({ ingest: ingestService });
  const { handler } = opened;
  return {
    store,
    handler,
    services: opened.as('u-17'),
    /** The event that a command's answer names. */
    eventOf: async ({ stream, revision }: Receipt): Promise<RecordedEvent> => {
      const [event] = await handler.events(stream, revision, 1);
      if (event === undefined) throw new Error(`${stream}@${revision} is not there`);
      return event;
    },
    /** Runs a process until no command that a fact owes to other streams is left. */
    run: <E extends RecordedEvent>(process: Process<E>) =>
      runProcess({ store, codec: handler.codec, process }),
  };
}

/** Prints a line of the story. */
export function say(clause: string, line: string): void {
  console.log(`${clause}: ${line}`);
}

/** Prints that the regulation refuses a command, with the text of the refusal. */
export function sayRefused(clause: string, result: Result<unknown>): void {
  say(clause, result.ok ? 'принято, хотя не должно' : `отказано. ${result.refusal.text.ru}`);
}

/** Appoints persons to offices from a day on, by the order of that day. */
export async function appoint(
  { services }: Pick<ReturnType<typeof openOrganisation>, 'services'>,
  from: string,
  offices: readonly (readonly [person: string, office: string])[],
): Promise<void> {
  for (const [person, office] of offices) {
    must(await services.officials.appoint({ person, office, from, ground: order('1-к', from) }));
  }
}
