import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Warning } from '../../acting/warning.ts';
import { warning } from '../../acting/warning.ts';
import type { Personal } from '../../kernel/personal.ts';
import { valueOr } from '../../kernel/personal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { identityOn } from '../../people/learner/facts/identity-questions.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import type { PersonName } from '../../values/person-name.ts';
import { nameLine } from '../../values/person-name.ts';
import { foldText } from '../../values/text.ts';
import type { RegisterEvent } from './facts/state.ts';
import { registerFold } from './facts/state.ts';
import { registerKeyOf } from './place-context.ts';

type Differing = 'name' | 'birthDate';

const IN_RUSSIAN = { name: 'имя', birthDate: 'дата рождения' } as const;
const IN_ENGLISH = { name: 'name', birthDate: 'birth date' } as const;

const listed = (fields: readonly Differing[], words: Readonly<Record<Differing, string>>): string =>
  fields.map((field) => words[field]).join(', ');

/**
 * Said where a line of an old book names somebody otherwise than the learner's record does. Never
 * shows a name or a date: who a learner was before a closed change is not said. RK 1.10.
 */
export const linkedNameDiffers = warning(
  'linked-name-differs',
  (d: {
    readonly document: string;
    readonly learner: string;
    readonly fields: readonly Differing[];
  }) => ({
    ru:
      `В строке ${d.document} не так, как у ${d.learner}: ${listed(d.fields, IN_RUSSIAN)}.` +
      ' Сверьте бумаги; если это другой человек, аннулируйте связь (documents.annulAct)',
    en:
      `The line ${d.document} differs from the record of ${d.learner}: ` +
      `${listed(d.fields, IN_ENGLISH)}. Compare the papers; if it is another person, annul the ` +
      'link (documents.annulAct)',
  }),
);

/** A link as it was made, or as it was corrected. */
interface Link {
  readonly document: string;
  readonly learner: string;
  readonly on?: string | undefined;
}

/**
 * Warns where the name or the birth date as written in a line differ from those on the learner's
 * record on the day of the link. A closed change counts as if it had always held, so that neither a
 * warning nor its absence tells who the learner was. RK §4 situation 8, RK 1.10.
 */
export async function warnOfLink(
  session: Session,
  { document, learner, on }: Link,
): Promise<readonly Warning[]> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return [];
  const { handler } = session;
  const [book, events] = await Promise.all([
    handler.events(session.stream(registerFold.kind, ...registerKeyOf(document))),
    handler.events(session.stream(learnerFold.kind, learner)),
  ]);
  const written = comparable(writtenIn(book as readonly RegisterEvent[], document));
  const onRecord = comparable(identityOn(events, day.on));
  const fields = (['name', 'birthDate'] as const).filter((field) => {
    const [one, other] = [written[field], onRecord[field]];
    return one !== null && other !== null && one !== other;
  });
  return fields.length === 0 ? [] : [linkedNameDiffers({ document, learner, fields })];
}

/** A name and a birth date. */
interface Named {
  readonly name?: Personal<PersonName> | undefined;
  readonly birthDate?: Personal<string> | undefined;
}

/** Both in the form in which they are compared; null: not on record, or erased. */
function comparable({ name, birthDate }: Named): Readonly<Record<Differing, string | null>> {
  const known = name === undefined ? null : valueOr(name, null);
  return {
    name: known === null ? null : foldText(nameLine(known)),
    birthDate: birthDate === undefined ? null : valueOr(birthDate, null),
  };
}

/** What a line says of whom it names: as taken over, or as corrected last. */
function writtenIn(events: readonly RegisterEvent[], document: string): Named {
  const found: { -readonly [Key in keyof Named]: Named[Key] } = {};
  for (const { type, data } of events) {
    if (type !== 'DocumentTakenOver' && type !== 'DocumentLineCorrected') continue;
    if (data.document !== document) continue;
    if (data.name !== undefined) found.name = data.name;
    if (data.birthDate !== undefined) found.birthDate = data.birthDate;
  }
  return found;
}
