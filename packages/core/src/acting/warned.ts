import type { Receipt } from './receipt.ts';
import type { Operation } from './service.ts';
import type { Session } from './session.ts';
import type { Warning } from './warning.ts';

/**
 * An operation whose answer also has the warnings that hold once the command is done. They are
 * looked for at each answer, so that a command that is sent again is told what holds by then.
 *
 * @param warn gives the warnings from the command's input and its answer.
 */
export function warned<Input, Raw, Answer extends Receipt>(
  operation: Operation<Input, Raw, Answer>,
  warn: (session: Session, input: Input, answer: Answer) => Promise<readonly Warning[]>,
): Operation<Input, Raw, Answer> {
  return {
    ...operation,
    run: async (session, raw) => {
      const done = await operation.run(session, raw);
      if (!done.ok) return done;
      const parsed = operation.command.schema.safeParse(withoutEnvelope(raw));
      if (!parsed.success) return done;
      const warnings = await warn(session, parsed.data, done.value);
      return warnings.length === 0 ? done : { ok: true, value: { ...done.value, warnings } };
    },
  };
}

const ENVELOPE = ['commandId', 'causationId', 'ground'];

/** The command's own fields; one that was carried out is an object. */
function withoutEnvelope(raw: unknown): unknown {
  const fields = Object.entries(raw ?? {}).filter(([name]) => !ENVELOPE.includes(name));
  return Object.fromEntries(fields);
}
