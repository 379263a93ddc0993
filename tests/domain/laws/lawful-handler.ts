import type { RecordedEvent, Result } from '@letopis/core';
import { coreServices, isRefusal, CommandHandler } from '@letopis/core';
import type { Fold, CommandTask, DraftEvent, Outcome } from '@letopis/core/kernel';
import { operationsOf } from '@letopis/core/kernel';
import { fingerprint } from './fingerprint.ts';

/** The fold of any aggregate. */
export type AnyFold = Fold<unknown, RecordedEvent>;

/** Thrown where a service broke a law; the message names the place. */
export class BrokenLaw extends Error {}

/** The commands that rest on no ground but one that they name. */
const namingGround: ReadonlySet<string> = new Set(
  operationsOf(Object.values(coreServices)).flatMap(({ command }) =>
    command.namesGround ? [command.name] : [],
  ),
);

/** Is one of the events a fact about an earlier fact: a correction, an annulment, its answer? */
const corrects = (drafts: readonly DraftEvent[]): boolean =>
  drafts.some(({ data }) => typeof data === 'object' && data !== null && 'corrects' in data);

/**
 * A command handler that checks every decision: it changes neither state nor context, and gives the
 * same when it is asked again. It remembers the fold of each stream that was written to.
 */
export class LawfulHandler extends CommandHandler {
  readonly folds = new Map<string, AnyFold>();

  override async handle<State, E extends RecordedEvent, Context>(
    task: CommandTask<State, E, Context>,
  ): Promise<Result<Outcome<E>>> {
    const done = await super.handle({
      ...task,
      decide: (state: State, context: Context, id: string) => {
        const before = [fingerprint(state), fingerprint(context)];
        const decision = task.decide(state, context, id);
        const again = task.decide(state, context, id);
        if (fingerprint(decision) !== fingerprint(again)) {
          throw new BrokenLaw(`${task.command.name}: asked twice it decides two things`);
        }
        if (before[0] !== fingerprint(state) || before[1] !== fingerprint(context)) {
          throw new BrokenLaw(`${task.command.name}: the decision changed what it read`);
        }
        if (!isRefusal(decision) && corrects(decision) && !namingGround.has(task.command.name)) {
          throw new BrokenLaw(`${task.command.name}: it corrects a fact on a ground of its sender`);
        }
        if (!isRefusal(decision) && decision.length === 0) {
          throw new BrokenLaw(`${task.command.name}: neither a refusal nor an event`);
        }
        return decision;
      },
    });
    if (done.ok) this.folds.set(task.stream, task.fold as unknown as AnyFold);
    return done;
  }
}
