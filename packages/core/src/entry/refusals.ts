import { refusal } from '../kernel/refusal.ts';

/** Said where a stream has no entry with this event id. */
export const entryUnknown = refusal('entry-unknown', (d: { entry: string; of: string }) => ({
  ru: `В «${d.of}» нет записи ${d.entry}: возьмите eventId из ответа на команду`,
  en: `${d.of} has no entry ${d.entry}: take the eventId that the command answered`,
}));

/** Said where an entry is to be annulled or corrected that has been annulled or replaced. */
export const entryAnnulledAlready = refusal(
  'entry-annulled-already',
  (d: { entry: string; on: string; replacedBy: string | null }) => ({
    ru:
      `Запись ${d.entry} уже аннулирована ${d.on}` +
      (d.replacedBy === null ? '' : `, вместо неё действует ${d.replacedBy}: исправьте её`),
    en:
      `The entry ${d.entry} was annulled on ${d.on} already` +
      (d.replacedBy === null ? '' : `; ${d.replacedBy} stands in its place: correct that one`),
  }),
);

/** A later fact that rests on an entry: its event id or the id of what it is, and its day. */
export interface RestingFact {
  /** Event type, such as `AssessmentRecorded`. */
  readonly type: string;
  readonly id: string;
  readonly on: string;
}

/** Said where later facts rest on the entry that is to be annulled or corrected. */
export const entryRestedOn = refusal(
  'entry-rested-on',
  (d: { entry: string; facts: readonly RestingFact[] }) => {
    const list = d.facts.map(({ type, id, on }) => `${type} ${on} (${id})`).join(', ');
    return {
      ru: `На записи ${d.entry} держится: ${list}. Сначала исправьте или аннулируйте это`,
      en: `These rest on the entry ${d.entry}: ${list}. Correct or annul them first`,
    };
  },
);

/** Said where an entry of another kind is named than the command corrects. */
export const entryOfAnotherKind = refusal(
  'entry-of-another-kind',
  (d: { entry: string; type: string; needed: string }) => ({
    ru: `Запись ${d.entry} это ${d.type}, а исправляют ${d.needed}: возьмите другую команду`,
    en: `The entry ${d.entry} is a ${d.type}, and this corrects a ${d.needed}: use another command`,
  }),
);
