import { LetopisError } from './errors.ts';
import type { RefKind } from './event.ts';
import type { LocalisedText, Refusal } from './refusal.ts';
import { refusal } from './refusal.ts';

/** The ids that a command names, by kind; only kinds that occur, each id once. */
export type NamedRefs = Readonly<Partial<Record<RefKind | 'representative', readonly string[]>>>;

/** A command that asks to be let in: who sends it, and what it is about. SEC 18. */
export interface AuthorisationRequest {
  /** The organisation whose records the command is for. */
  readonly organisation: string;
  /** Name of the command: `record-assessment`. */
  readonly command: string;
  /** Its fields as they were parsed, with defaults; only to be read. */
  readonly input: unknown;
  readonly sender: {
    /** The account, or the process: `act`, `archive-transfer`, `credit-granting`. */
    readonly actor: string;
    /** For a process, the account whose act it follows. */
    readonly onBehalfOf: string | null;
  };
  readonly refs: NamedRefs;
}

/**
 * Why a command is denied; a refusal is one. What it says is shown: say no personal value in it.
 */
export type Denial = Pick<Refusal, 'code' | 'text'>;

/**
 * Says whether a command may be carried out: null lets it in. It is asked for every command, also
 * for one that is sent again, before anything is read or decided on its behalf. SEC 18.
 */
export type Authorise = (request: AuthorisationRequest) => Denial | null | Promise<Denial | null>;

/** Said where the application's own rule denies a command to its sender. SEC 18. */
export const notAuthorised = refusal(
  'not-authorised',
  (d: {
    readonly command: string;
    readonly actor: string;
    readonly onBehalfOf: string | null;
    readonly reason: Denial;
  }) => ({
    ru: `Учётной записи ${d.actor} не разрешена команда ${d.command}: ${d.reason.text.ru}`,
    en: `The account ${d.actor} may not send ${d.command}: ${d.reason.text.en}`,
  }),
);

/**
 * Asks the hook. Gives `not-authorised` with its reason, cut short. Throws what the hook throws,
 * and `misuse` for an answer that is neither null nor a reason: a hook that forgets to answer lets
 * nothing in.
 */
export async function refuseUnlessAuthorised(
  authorise: Authorise | null,
  request: () => AuthorisationRequest,
): Promise<Refusal | null> {
  if (authorise === null) return null;
  const asked = request();
  const denial: unknown = await authorise(asked);
  if (denial === null) return null;
  const { command, sender } = asked;
  if (!isDenial(denial)) {
    const say = 'authorise answers null, or a reason with a code and a text in ru and en';
    throw new LetopisError('misuse', say, { command });
  }
  const { actor, onBehalfOf } = sender;
  return notAuthorised({ command, actor, onBehalfOf, reason: shortened(denial) });
}

function isDenial(answer: unknown): answer is Denial {
  if (!isObject(answer) || !isObject(answer['text'])) return false;
  const said = [answer['code'], answer['text']['ru'], answer['text']['en']];
  return said.every((text) => typeof text === 'string');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Most characters of a code and of a text: a refusal is bounded whatever the hook says. SEC 13. */
const LONGEST = { code: 64, text: 300 };

function shortened({ code, text }: Denial): Denial {
  const cut = (words: string): string => words.slice(0, LONGEST.text);
  const said: LocalisedText = { ru: cut(text.ru), en: cut(text.en) };
  return { code: code.slice(0, LONGEST.code), text: said };
}
