import { streamKey } from '@letopis/core/kernel';
import type { Fact } from '../projection/fact.ts';
import type { EntryActFact } from '../views/entry-corrections.ts';
import type { AttendanceMark } from '../views/journal-marks.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { PersonEntry } from '../views/people.ts';
import { textOf as personalText } from '../views/people.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import { protocols, protocolsKey } from '../views/protocols.ts';
import type { EntryContent } from '../views/register-entry.ts';
import type { RegistersAnswer } from '../views/registers.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Reading } from './reading.ts';

/** One field of an entry before and after a correction. */
export interface FieldChange {
  /** Path of the field: `topic`, `paper.number`; for attendance `attendance.<learner>`. */
  readonly field: string;
  /** The earlier value; `null` if it was absent or is erased. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Lists the fields that a correction changed. An annulment changes none. P14. */
export async function changesOf(
  reading: Reading,
  act: EntryActFact,
): Promise<readonly FieldChange[]> {
  switch (act.type) {
    case 'LessonCorrected':
      return lessonChanges(reading, act);
    case 'InventoryLineCorrected':
      return inventoryChanges(reading, act);
    case 'ProtocolLineCorrected':
      return protocolChanges(reading, act);
    case 'DocumentLineCorrected':
      return documentChanges(reading, act);
    case 'DocumentActAnnulled':
      return documentActChanges(reading, act);
    case 'BlankStockEntryAnnulled':
    case 'BlankEntryAnnulled':
      return blankChanges(reading, act);
    case 'EnrollmentEntryAnnulled':
      return stepChanges(reading, act);
    case 'LearnerEntryAnnulled':
      return personChanges(reading, act.data.representative ?? act.data.learner, act.data);
    case 'OfficialEntryAnnulled':
      return personChanges(reading, act.data.person, act.data);
    case 'RegulationDayCorrected':
      return [{ field: 'on', before: act.data.was, after: act.data.day }];
    default:
      return [];
  }
}

/** A corrected step differs in its day or in what it says; an annulled one has no other. */
async function stepChanges(
  reading: Reading,
  { data: { learner, enrollment, corrects, replacedBy } }: Fact<'EnrollmentEntryAnnulled'>,
): Promise<readonly FieldChange[]> {
  const found = await reading.get(personalFile, personalFileKey.life(learner, enrollment));
  const entries = found?.kind === 'life' ? (found.life?.entries ?? []) : [];
  const of = (event: string | null): object | null => {
    const step = entries.find((one) => one.step.source.event === event)?.step;
    if (step === undefined) return null;
    const { edition: _, ...said } = step.data;
    return { on: step.on, ...said };
  };
  const [before, after] = [of(corrects), of(replacedBy)];
  return before === null || after === null ? [] : differences(before, after);
}

async function lessonChanges(
  reading: Reading,
  { data, source }: Fact<'LessonCorrected'>,
): Promise<readonly FieldChange[]> {
  const { group, module, corrects } = data;
  const found = await reading.get(journal, journalKey.lessons(group, module));
  const lessons = found?.kind === 'lessons' ? found.lessons : [];
  const lesson = lessons.find(
    ({ before, inForce }) => (before[0] ?? inForce).source.event === corrects,
  );
  const lines = lesson === undefined ? [] : [...lesson.before, lesson.inForce];
  const at = lines.findIndex((line) => line.source.event === source.event);
  const [before, after] = [lines[at - 1]?.data.entry, lines[at]?.data.entry];
  const changes: FieldChange[] =
    before === undefined || after === undefined ? [] : [...differences(before, after)];
  for await (const marks of reading.scan(journal, journalKey.marks(group, module))) {
    const changed = marks.kind === 'marks' ? marks.changed : [];
    const own = changed.find(({ correction }) => correction === source.event);
    if (own === undefined || marks.kind !== 'marks') continue;
    const field = `attendance.${marks.learner}`;
    changes.push({ field, before: markText(own.before), after: markText(own.after) });
  }
  return changes;
}

const markText = ({ was, code }: AttendanceMark): string => code ?? was;

async function inventoryChanges(
  reading: Reading,
  { data, source }: Fact<'InventoryLineCorrected'>,
): Promise<readonly FieldChange[]> {
  const { learner, file } = data;
  const card = await reading.get(personalFile, personalFileKey.card(learner));
  const files = card?.kind === 'card' ? card.files : [];
  const corrected = files.find((one) => one.file === file)?.corrected ?? [];
  const found = corrected.find(({ fact }) => fact.source.event === source.event);
  if (found === undefined) return [];
  const changes = [...differences(found.before.data, found.after.data)];
  for (const field of ['title', 'number']) {
    const before = await reading.note(learner, found.before.source.event, field);
    const after = await reading.note(learner, source.event, field);
    if (before.text !== after.text) {
      changes.push({ field, before: before.text, after: after.text });
    }
  }
  return changes;
}

async function protocolChanges(
  reading: Reading,
  { data, source }: Fact<'ProtocolLineCorrected'>,
): Promise<readonly FieldChange[]> {
  const found = await reading.get(protocols, protocolsKey(data.protocol));
  const all = (found?.lines ?? []).flatMap(({ corrections }) => corrections);
  const own = all.find(({ fact }) => fact.source.event === source.event);
  if (own === undefined || own.before === own.after) return [];
  return [{ field: 'result', before: own.before, after: own.after }];
}

async function documentChanges(
  reading: Reading,
  { data, source }: Fact<'DocumentLineCorrected'>,
): Promise<readonly FieldChange[]> {
  const { document, learner } = data;
  const found = await reading.get(registers, registersKey.line(document));
  const [line] = found?.kind === 'line' ? found.lines : [];
  const own = line?.corrections.find(({ fact }) => fact.source.event === source.event);
  if (own === undefined) return [];
  const changes = [...differences(impersonal(own.before), impersonal(own.after))];
  for (const [field, was, is] of [
    ['name', own.before.named, own.after.named],
    ['birthDate', own.before.born, own.after.born],
  ] as const) {
    const before = await reading.note(learner, was, field);
    const after = await reading.note(learner, is, field);
    if (before.text !== after.text) {
      changes.push({ field, before: before.text, after: after.text });
    }
  }
  return changes;
}

/** What an entry says, each once: of an old book the line has issuer and registration number. */
function impersonal({ event: _e, named: _n, born: _b, ...content }: EntryContent): object {
  if (content.old === null) return content;
  const { registrationNumber: _r, issuer: _i, ...rest } = content;
  return rest;
}

/** A corrected act differs in its day or in what it says; an annulled one has no other. RK 1.8. */
async function documentActChanges(
  reading: Reading,
  { data: { document, corrects, replacedBy } }: Fact<'DocumentActAnnulled'>,
): Promise<readonly FieldChange[]> {
  const found = await reading.get(registers, registersKey.line(document));
  const [line] = found?.kind === 'line' ? found.lines : [];
  if (line === undefined) return [];
  const annulled = line.actsAnnulled.map(({ act }) => act);
  const acts = [line.withdrawn, line.delivered, line.linked, line.annulled, ...annulled];
  const of = (event: string | null): object | null => {
    const act = acts.find((one) => one?.source.event === event) ?? null;
    if (act === null) return null;
    const { edition: _edition, ...said } = act.data;
    return { on: act.on, ground: act.ground, ...said };
  };
  const [before, after] = [of(corrects), of(replacedBy)];
  return before === null || after === null ? [] : differences(before, after);
}

/** A corrected entry about blanks differs in its day, its paper or what it says. D15, RK 1.8. */
async function blankChanges(
  reading: Reading,
  { type, source, data: { blank, corrects, replacedBy } }: BlankAnnulment,
): Promise<readonly FieldChange[]> {
  const [series = '', year = ''] = streamKey(source.stream);
  const isStock = type === 'BlankStockEntryAnnulled';
  const key = isStock ? registersKey.stock(blank) : registersKey.blanks(series, year);
  const found = await reading.get(registers, key);
  const of = (event: string | null): object | null => {
    const fact = blankFacts(found).find((one) => one.source.event === event);
    if (fact === undefined) return null;
    const { edition: _edition, ...said } = fact.data;
    return { on: fact.on, ground: fact.ground, ...said };
  };
  const [before, after] = [of(corrects), of(replacedBy)];
  return before === null || after === null ? [] : differences(before, after);
}

type BlankAnnulment = Fact<'BlankStockEntryAnnulled' | 'BlankEntryAnnulled'>;

/** The facts about blanks of a register or a stock, annulled ones too. */
function blankFacts(found: RegistersAnswer | null) {
  if (found?.kind === 'stock') {
    return [...found.received, ...found.assigned, ...found.annulled.map(({ fact }) => fact)];
  }
  if (found?.kind !== 'blanks') return [];
  const spoilt = found.spoilt.flatMap((one) => [one.spoilt, one.writtenOff ?? one.spoilt]);
  return [...spoilt, ...found.released, ...found.annulled.map(({ fact }) => fact)];
}

/** The day and the values of an entry about a person, and of the one in its place. RK 1.8. */
async function personChanges(
  reading: Reading,
  person: string,
  { corrects, replacedBy }: { readonly corrects: string; readonly replacedBy: string | null },
): Promise<readonly FieldChange[]> {
  const entries = (await reading.person(person))?.entries ?? [];
  const one = entries.find(({ source }) => source.event === corrects);
  const other = entries.find(({ source }) => source.event === replacedBy);
  return one === undefined || other === undefined ? [] : differences(shown(one), shown(other));
}

function shown({ on, values }: PersonEntry): object {
  const texts = Object.entries(values).map(([field, value]) => [field, textOf(plain(value))]);
  return { on, ...Object.fromEntries(texts) };
}

/** The value as it is shown: a name as its line; `null` where it was erased. */
function plain(value: PersonEntry['values'][string]): unknown {
  const text = personalText(value);
  if (text !== null) return 'value' in text ? text.value : null;
  return 'value' in value ? value.value : null;
}

/** The fields that differ, looking one level into objects; lists are compared and shown as JSON. */
function differences(before: object, after: object, within = ''): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((name): readonly FieldChange[] => {
    const [was, is]: readonly [unknown, unknown] = [
      Reflect.get(before, name),
      Reflect.get(after, name),
    ];
    const field = within + name;
    if (isObject(was) && isObject(is)) return differences(was, is, `${field}.`);
    const [from, to] = [textOf(was), textOf(is)];
    return from === to ? [] : [{ field, before: from, after: to }];
  });
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
