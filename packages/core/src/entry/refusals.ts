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

/** Said where a fact is entered beside which later entries of the stream could not be. */
export const entryContradicted = refusal(
  'entry-contradicted',
  (d: { on: string; facts: readonly RestingFact[] }) => {
    const list = d.facts.map(({ type, id, on }) => `${type} ${on} (${id})`).join(', ');
    return {
      ru: `С этой записью на ${d.on} несовместимо: ${list}. Сначала исправьте или аннулируйте это`,
      en: `Beside this fact of ${d.on} these could not be: ${list}. Correct or annul them first`,
    };
  },
);

/** Said where a correction names a field that an entry of its type does not have. */
export const entryFieldUnknown = refusal(
  'entry-field-unknown',
  (d: { entry: string; type: string; field: string; fields: readonly string[] }) => ({
    ru: `У записи ${d.entry} (${d.type}) нет «${d.field}»; исправимо: ${d.fields.join(', ')}`,
    en: `The entry ${d.entry} (${d.type}) has no ${d.field}; correct: ${d.fields.join(', ')}`,
  }),
);

/** Said where a correction takes away a field that the entry must have, or all that it says. */
export const entryFieldNeeded = refusal(
  'entry-field-needed',
  (d: { entry: string; type: string; field: string }) => ({
    ru: `Записи ${d.entry} (${d.type}) нужно «${d.field}»: дайте значение или аннулируйте её`,
    en: `The entry ${d.entry} (${d.type}) cannot be without ${d.field}: give a value or annul it`,
  }),
);

/** Said where a correction changes nothing. */
export const entryUnchanged = refusal('entry-unchanged', (d: { entry: string }) => ({
  ru: `Исправление записи ${d.entry} ничего не меняет: дайте новое значение`,
  en: `The correction of the entry ${d.entry} changes nothing: give a new value`,
}));

/** Said where an entry that is corrected has an erased value, which cannot be entered again. */
export const entryErased = refusal('entry-erased', (d: { entry: string; field: string }) => ({
  ru: `«${d.field}» записи ${d.entry} удалено: дайте его заново или аннулируйте запись`,
  en: `The ${d.field} of the entry ${d.entry} was erased: give it anew, or annul the entry`,
}));
/** Said where an entry of another kind is named than the command corrects. */
export const entryOfAnotherKind = refusal(
  'entry-of-another-kind',
  (d: { entry: string; type: string; needed: string }) => ({
    ru:
      `Запись ${d.entry} это ${d.type}, а так исправляют ${d.needed}: возьмите другую команду ` +
      'или аннулируйте запись и внесите заново',
    en:
      `The entry ${d.entry} is a ${d.type}, and this corrects a ${d.needed}: use another ` +
      'command, or annul the entry and enter it anew',
  }),
);
