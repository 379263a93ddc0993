import { groundGiven } from '../kernel/command.ts';
import { LetopisError } from '../kernel/errors.ts';
import type { Ground } from '../kernel/event.ts';
import type { Makers, Rows } from './service.ts';

/*
 * The grounds that a sender gives once for many commands: all enrollments of a day by one order.
 * They are given method by method, so that a later act of another kind never bears them.
 */

/** By service and method, the ground of what the method records where the command names none. */
export type GroundsGiven<Given extends Makers = Makers> = {
  readonly [Name in keyof Given]?: { readonly [Method in keyof ReturnType<Given[Name]>]?: Ground };
};

/** On whose behalf a sender acts, and on which grounds the commands of some methods stand. */
export interface SenderOptions<Given extends Makers = Makers> {
  /** Id of whom the sender acts for, where that is another than the account. */
  readonly onBehalfOf?: string;
  /**
   * The ground (order, protocol, application) of each command of a method that names none. A
   * command's own `ground` comes first, and `ground: null` there means none; so does the paper that
   * the act is or answers. There is no ground for a whole service, because it would be printed
   * beside later acts that never rested on it; nor one for what puts an entry right, which names
   * its own.
   */
  readonly grounds?: GroundsGiven<Given>;
}

const REPAIR =
  'give `ground` with the command, or by service and method: ' +
  "`grounds: { enrollments: { enroll: order('1-од', day) } }`";

/**
 * By service, the ground of each command by its name. Throws `misuse` for a bad ground, for no
 * method that there is, and for one that puts an entry right.
 */
export function senderGrounds(
  options: SenderOptions,
  makers: Makers,
): ReadonlyMap<string, ReadonlyMap<string, Ground>> {
  if ('ground' in options) {
    const say = 'one ground for every command would stand beside facts that never rested on it';
    throw new LetopisError('misuse', `${say}: ${REPAIR}`, { ground: options.ground });
  }
  const known = new Map<string, Map<string, Ground>>();
  for (const [service, given = {}] of Object.entries(options.grounds ?? {})) {
    const rows = rowsOf(service, given, makers);
    const own = new Map<string, Ground>();
    for (const [method, ground] of Object.entries<Ground | undefined>(given)) {
      if (ground === undefined) continue;
      const name = commandTaking(service, method, rows);
      if (!groundGiven.safeParse(ground).success) {
        const say = `${JSON.stringify(ground)} is no ground: make one with order('1-од', day)`;
        throw new LetopisError('misuse', say, { service, method, ground });
      }
      own.set(name, ground);
    }
    known.set(service, own);
  }
  return known;
}

function rowsOf(service: string, given: object, makers: Makers): Rows {
  const maker = makers[service];
  if (maker === undefined) {
    const say = `there is no service ${service} to give a ground to`;
    const all = Object.keys(makers).join(', ');
    throw new LetopisError('misuse', `${say}: ${all}`, { service });
  }
  if (groundGiven.safeParse(given).success) {
    const say = `one ground for all of ${service} would stand on later acts that rest on another`;
    throw new LetopisError('misuse', `${say}: ${REPAIR}`, { service, ground: given });
  }
  return maker.rows ?? {};
}

/** The name of the command that a method sends. Throws `misuse` where it takes no such ground. */
function commandTaking(service: string, method: string, rows: Rows): string {
  const row = rows[method];
  const command = (typeof row === 'function' ? row.operation : row)?.command;
  const about = { service, method };
  if (command === undefined) {
    const say = `${service}.${method} sends no command that a ground could stand on`;
    throw new LetopisError(
      'misuse',
      `${say}: ${Object.keys(rows).join(', ') || 'none does'}`,
      about,
    );
  }
  if (command.namesGround) {
    const say = `${service}.${method} puts an entry right: give \`ground\` with the command itself`;
    throw new LetopisError('misuse', say, about);
  }
  return command.name;
}
