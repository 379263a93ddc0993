import * as z from 'zod';
import type { Ground } from './event.ts';
import { beyondBounds } from './input-bounds.ts';
import { sortedJson } from './json.ts';
import type { Ports } from './ports.ts';
import type { InputIssue, Refusal, Result } from './refusal.ts';
import { invalidInput } from './refusal.ts';
import { isUuid, isUuidV7, newCommandId } from './uuid.ts';

/** Who sends a command: the account that enters it, on whose behalf, and the paper it rests on. */
export interface Sender {
  /** Id of the account that enters the fact; never personal data. */
  readonly actor: string;
  readonly onBehalfOf: string | null;
  /** Of a command that names no ground and may rest on the sender's; null: none. */
  readonly ground: Ground | null;
}

/** What every command may carry beside its own fields. */
export interface CommandOptions {
  /** A UUID v7. Keep it across retries: the same command has one effect and one answer. */
  readonly commandId?: string | undefined;
  /** The paper this command rests on; null: none. By default the sender's for this method. */
  readonly ground?: Ground | null | undefined;
}

/** A day that a command gives, and what it is the day of. */
export interface GivenDay {
  /** The command's field: `on`, `documents.*.date`. */
  readonly field: string;
  readonly day: string;
  /** Something that has happened, or an act by order or plan, which may lie ahead. */
  readonly bound: 'happened' | 'ordered';
}

/** A command type: its name and the schema of its plain-JSON input. */
export interface CommandType<Input = unknown, Raw = Input> {
  readonly name: string;
  readonly schema: z.ZodType<Input, Raw>;
  /** Top-level fields that hold personal data: they are left out of the stored digest. */
  readonly personal: readonly string[];
  /** Does it rest only on a ground that it names itself, and never on the sender's? */
  readonly namesGround: boolean;
}

/** A command that has passed its schema: its checked input, and the envelope of its events. */
export interface ReceivedCommand<Input = unknown> {
  readonly name: string;
  readonly id: string;
  /** In a decision, where `id` is the command's id in the stream: the id that it was sent under. */
  readonly sentAs?: string;
  /** Did the caller give the id? Then another process may be sending the same command. */
  readonly idGiven: boolean;
  readonly digest: string;
  readonly causationId: string | null;
  /** Who sent it; the ground is the command's own, or else the sender's where it may be. */
  readonly sender: Sender;
  /** Did the command name its ground itself (or that it has none)? */
  readonly groundNamed: boolean;
  /** Is it of a type that rests only on a ground of its own, as what puts an entry right does? */
  readonly namesGround?: boolean;
  readonly input: Input;
  /** The days that it gives, where the session read them. */
  readonly days?: readonly GivenDay[];
}

/**
 * Declares a command.
 * @param personal top-level fields with personal data, left out of the digest that is stored.
 */
export function command<Input, Raw>(
  name: string,
  schema: z.ZodType<Input, Raw>,
  personal: readonly (keyof Input & string)[] = [],
): CommandType<Input, Raw> {
  return { name, schema, personal, namesGround: false };
}

/**
 * Declares a command that rests only on a ground that it names itself. The ground of a sender never
 * stands on it, because that was given for acts of another kind.
 */
export function commandNamingGround<Input, Raw>(
  name: string,
  schema: z.ZodType<Input, Raw>,
  personal: readonly (keyof Input & string)[] = [],
): CommandType<Input, Raw> {
  return { ...command(name, schema, personal), namesGround: true };
}

/** The paper that a fact rests on: a kind, a number that is not blank, a calendar day. */
export const groundGiven = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{0,31}$/, {
    error: 'нужен вид латиницей, например order | give a kind in small letters, such as order',
  }),
  number: z
    .string()
    .min(1)
    .max(64)
    .refine((text) => text.trim() !== '' && text.isWellFormed(), {
      error: 'нужен номер, у бумаги без номера null | give the number, null where there is none',
    })
    .nullable(),
  date: z.iso.date().nullable(),
  retroactive: z
    .string()
    .regex(/^[a-z][a-z-]{0,31}$/, {
      error: 'нужна причина латиницей, например application-day | give a reason in small letters',
    })
    .optional(),
});

const envelope = z.strictObject({
  commandId: z
    .string()
    .refine(isUuidV7, { error: 'нужен UUID версии 7 | give a UUID of version 7' })
    .optional(),
  causationId: z
    .string()
    .refine(isUuid, { error: 'нужен UUID строчными буквами | give a UUID in small letters' })
    .nullable()
    .optional(),
  ground: groundGiven.nullable().optional(),
});

/**
 * Parses a command that a caller sends as plain JSON: gives its checked input and envelope, or the
 * refusal `invalid-input`, which names path, value and repair of the first 20 faults. An input that
 * is nested too deep, has too many fields or is too long is refused before it is parsed. SEC 13.
 */
export function receive<Input, Raw>(
  type: CommandType<Input, Raw>,
  raw: unknown,
  sender: Sender,
  ports: Ports,
): Result<ReceivedCommand<Input>> {
  const beyond = beyondBounds(raw);
  if (beyond !== null) {
    return { ok: false, refusal: invalidInput({ command: type.name, issues: [cut(beyond)] }) };
  }
  const { commandId, causationId, ground, ...fields } = isObject(raw) ? raw : {};
  const outside = envelope.safeParse({ commandId, causationId, ground }, { reportInput: true });
  const inside = type.schema.safeParse(isObject(raw) ? fields : raw, { reportInput: true });
  if (!outside.success || !inside.success) {
    const issues = [...(outside.error?.issues ?? []), ...(inside.error?.issues ?? [])];
    return { ok: false, refusal: badInput(type, issues) };
  }
  const groundNamed = outside.data.ground !== undefined;
  const senders = type.namesGround ? null : sender.ground;
  const by = { ...sender, ground: groundNamed ? (outside.data.ground ?? null) : senders };
  return {
    ok: true,
    value: {
      name: type.name,
      id: outside.data.commandId ?? newCommandId(ports),
      idGiven: outside.data.commandId !== undefined,
      digest: digestOf(type, fields, by, ports),
      causationId: outside.data.causationId ?? null,
      sender: by,
      groundNamed,
      namesGround: type.namesGround,
      input: inside.data,
    },
  };
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** 16 bytes (hex) of SHA-256 over the key-sorted JSON of the command as received. */
function digestOf(
  type: Pick<CommandType, 'name' | 'personal'>,
  fields: Readonly<Record<string, unknown>>,
  sender: Sender,
  ports: Ports,
): string {
  const kept = Object.entries(fields).filter(([key]) => !type.personal.includes(key));
  const text = sortedJson({ command: type.name, sender, input: Object.fromEntries(kept) });
  return ports.hash(text, 'hex').slice(0, 32);
}

const CYRILLIC = /[а-яё]/iu;
const russian = z.locales.ru().localeError;

function badInput(type: Pick<CommandType, 'name' | 'personal'>, issues: Issues): Refusal {
  const read = issues.slice(0, MOST_ISSUES).map((issue) => cut(readIssue(issue, type.personal)));
  return invalidInput({ command: type.name, issues: read });
}

/** Most faults that a refusal names, and most characters of a path and of a message. */
const MOST_ISSUES = 20;
const LONGEST = { path: 120, message: 300 };

type Issues = readonly z.core.$ZodIssue[];

/** The fault with its path and message cut short: an unknown key may be as long as the input. */
function cut({ path, message: { ru, en } }: InputIssue): InputIssue {
  const message = { ru: shortened(ru, LONGEST.message), en: shortened(en, LONGEST.message) };
  return { path: shortened(path, LONGEST.path), message };
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function readIssue(issue: z.core.$ZodIssue, personalFields: readonly string[]): InputIssue {
  const path = issue.path.map(String).join('.');
  // A schema of ours puts both languages in one message, and shows the value where it may. Zod's
  // own messages may contain the same separator between the members of a union.
  const [ru = '', en] = issue.message.split(' | ');
  if (en !== undefined && CYRILLIC.test(ru)) return { path, message: { ru, en } };
  const shown = isPersonal(issue.path, personalFields) ? null : valueText(issue.input);
  return {
    path,
    message: {
      ru: shown === null ? inRussian(issue) : `${inRussian(issue)} (дано: ${shown})`,
      en: shown === null ? issue.message : `${issue.message} (got: ${shown})`,
    },
  };
}

/** Would the value at this path show a personal one? The value of the whole command would. */
function isPersonal(path: readonly PropertyKey[], personalFields: readonly string[]): boolean {
  const [field] = path;
  return field === undefined ? personalFields.length > 0 : personalFields.includes(String(field));
}

function valueText(value: unknown): string {
  const text = jsonText(value);
  return shortened(text, 80);
}

/** JSON text of a value; the name of its type for what has none (a bigint, a cyclic object). */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function inRussian(issue: z.core.$ZodIssue): string {
  const said = russian(issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}
