import type { Ground } from '@letopis/core';
import type { Fact, Source } from '../projection/fact.ts';
import type { RegulationTitles, Titled } from '../views/regulation-titles.ts';
import type {
  Correction,
  CorrectionState,
  MarkValue,
  ResultRecord,
  ResultValue,
} from '../views/result.ts';
import { factsOf, isWaiting } from '../views/result.ts';
import type { Reading, ShownName, ShownText } from './reading.ts';

/** A value as a page shows it. */
export type ShownValue =
  | { readonly outcome: 'mark'; readonly mark: MarkValue }
  /** A credit; its mark is `null` if the source has no mark on a scale of the organisation. */
  | { readonly outcome: 'credited'; readonly mark: MarkValue | null }
  | { readonly outcome: 'absent'; readonly code: string | null; readonly title: Titled | null }
  | { readonly outcome: 'not-assessed'; readonly code: string; readonly title: Titled | null };

/** Who signed. */
export interface ShownSigner {
  readonly name: ShownName;
  readonly office: string;
  readonly officeTitle: Titled | null;
  /** Their position as written beside the signature. */
  readonly position: string | null;
}

/** One correction with its before and after, in digits and in words. R2 §2.3. */
export interface ShownCorrection {
  readonly source: Source;
  /** The day of the act. */
  readonly actedOn: string;
  readonly before: ShownValue;
  readonly after: ShownValue;
  /** The words exactly as the corrector wrote them. */
  readonly wordsGiven: string | null;
  readonly reason: ShownText;
  readonly signer: ShownSigner;
  /** Was it done after the archive had accepted the enrollment? RK 1.9. */
  readonly afterArchive: boolean;
  /** Where its paper lies, if a carrier of the record was destroyed; `null` otherwise. RK 1.9. */
  readonly groundAt: string | null;
  readonly correctedBy: ShownName;
  /** The author of the mark, who has left, where a successor corrected; else `null`. RK 1.12. */
  readonly succeeds: ShownName | null;
  /** The entry on paper that it repeats; `null` if none is named. RK 1.12. */
  readonly paper: {
    readonly carrier: string;
    readonly sheet: string;
    readonly date: string;
  } | null;
  /** Who entered it. */
  readonly actor: string;
  readonly ground: Ground | null;
  /** `waiting`: the value before is still in force. */
  readonly state: CorrectionState;
  /** Countersignature, refusal or withdrawal. */
  readonly decision: ShownAct | null;
}

/** An act about a result: who signed it, when, and why. */
export interface ShownAct {
  readonly source: Source;
  readonly actedOn: string;
  readonly signer: ShownSigner;
  readonly reason: ShownText;
  readonly actor: string;
  readonly ground: Ground | null;
  /** Was it done after the archive had accepted the enrollment? RK 1.9. */
  readonly afterArchive: boolean;
  /** Where its paper lies, if a carrier of the record was destroyed; `null` otherwise. RK 1.9. */
  readonly groundAt: string | null;
}

/** One result with its history, as pages show it. */
export interface ShownResult {
  /** Event id of its first record. */
  readonly result: string;
  readonly on: string;
  readonly enrollment: string;
  readonly group: string;
  readonly module: string | null;
  readonly kind: string;
  readonly kindTitle: Titled | null;
  /** True for interim and final assessments, which go into sheets and count for completion. */
  readonly attestation: boolean;
  readonly form: string;
  readonly formTitle: Titled | null;
  /** Id of the planned assessment; `null` if it was not planned. */
  readonly planned: string | null;
  /** The value recorded first, and the value in force; the latter is `null` if annulled. */
  readonly recorded: ShownValue;
  readonly value: ShownValue | null;
  /**
   * True while a correction waits for its countersignature: the earlier value is in force, and
   * marked.
   */
  readonly waiting: boolean;
  readonly corrections: readonly ShownCorrection[];
  readonly annulled: ShownAct | null;
  /** Who assessed, with a name if it was an official; `null` for a credit. */
  readonly assessor: {
    readonly kind: string;
    readonly id: string;
    readonly name: ShownName;
  } | null;
  readonly basis: ResultBasis | null;
  /** The source of a credit and who decided it; `null` if the result is not a credit. */
  readonly credit: { readonly from: CreditSource; readonly decidedBy: ShownName | null } | null;
  readonly ground: Ground | null;
  /** Every event that it depends on, in log order. */
  readonly events: readonly Source[];
}

type Recorded = Extract<ResultRecord['first'], { type: 'AssessmentRecorded' }>['data'];
type Credited = Extract<ResultRecord['first'], { type: 'ResultCredited' }>['data'];
/** The basis of a result: a lesson, a sheet, a protocol, a platform. */
export type ResultBasis = NonNullable<Recorded['basis']>;
/** Where a credited result was earned. D11. */
export type CreditSource = Credited['source'] & {
  /** Number of its document; `null` if none was given or it is erased. */
  readonly document: string | null;
};

/** Shows a result with the regulation's titles for codes and names for ids. */
export async function showResult(reading: Reading, record: ResultRecord): Promise<ShownResult> {
  const titles = await reading.regulation();
  const { result, first, on, value, annulled } = record;
  const { enrollment, learner, group, module, kind, form, planned } = first.data;
  const shown = (one: ResultValue): ShownValue => shownValue(titles, one);
  return {
    result,
    on,
    enrollment,
    group,
    module,
    kind,
    form,
    planned,
    kindTitle: titles.assessmentKinds[kind] ?? null,
    attestation: titles.assessmentKinds[kind]?.attestation ?? false,
    formTitle: titles.assessmentForms[form] ?? null,
    recorded: shown(record.recorded),
    value: value === null ? null : shown(value),
    waiting: annulled === null && isWaiting(record),
    corrections: await Promise.all(
      record.corrections.map((one) => showCorrection(reading, learner, one)),
    ),
    annulled: annulled === null ? null : await showAct(reading, learner, annulled),
    assessor: await assessorOf(reading, first),
    basis: first.type === 'AssessmentRecorded' ? first.data.basis : null,
    credit: await creditOf(reading, first),
    ground: first.ground,
    events: factsOf(record).map(({ source }) => source),
  };
}

/** Shows a value with the regulation's titles for its codes. */
export function shownValue(titles: RegulationTitles, value: ResultValue): ShownValue {
  switch (value.outcome) {
    case 'mark':
    case 'credited':
      return value;
    case 'absent': {
      const { reason: code } = value;
      return { outcome: 'absent', code, title: titles.attendance[code ?? ''] ?? null };
    }
    case 'not-assessed': {
      const { reason: code } = value;
      return { outcome: 'not-assessed', code, title: titles.notAssessedReasons[code] ?? null };
    }
  }
}

/** Shows a correction of a learner's result. */
export async function showCorrection(
  reading: Reading,
  learner: string,
  { fact, before, after, state, decision }: Correction,
): Promise<ShownCorrection> {
  const titles = await reading.regulation();
  return {
    ...(await showAct(reading, learner, fact)),
    before: shownValue(titles, before),
    after: shownValue(titles, after),
    ...(await correctorOf(reading, fact)),
    state,
    decision: decision === null ? null : await showAct(reading, learner, decision),
  };
}

/** Who corrected, with which words; a successor of the author is named as such. RK 1.12. */
async function correctorOf(reading: Reading, fact: Correction['fact']) {
  if (fact.type === 'AbsenceCorrected') {
    const correctedBy = await reading.name(fact.data.signer.person);
    return { wordsGiven: null, correctedBy, succeeds: null, paper: null };
  }
  const { wordsGiven, correctedBy, succeeds, paper = null } = fact.data;
  return {
    wordsGiven,
    correctedBy: await reading.name(correctedBy),
    succeeds: succeeds === undefined ? null : await reading.name(succeeds),
    paper,
  };
}

type EntryAnnulled = Fact<'EnrollmentEntryAnnulled' | 'StudyEntryAnnulled'>['data'];
type Act = Correction['fact'] | NonNullable<Correction['decision'] | ResultRecord['annulled']>;

/** Whether an act was added after the archive, and where its paper lies. RK 1.9. */
export function addedAfter(data: Act['data'] | EntryAnnulled) {
  const afterArchive = 'afterArchive' in data && data.afterArchive !== undefined;
  const groundAt = ('groundAt' in data ? data.groundAt : undefined) ?? null;
  return { afterArchive, groundAt };
}

/** Shows who signed an act about a learner's result, when and why. */
export async function showAct(reading: Reading, learner: string, act: Act): Promise<ShownAct> {
  const { source, actor, ground, data } = act;
  const reason = await reading.note(learner, source.event, 'reason');
  const signer = await showSigner(reading, data.signer);
  return { source, actedOn: data.actedOn, signer, reason, actor, ground, ...addedAfter(data) };
}

/** Shows a signer: their name beside the office in which they signed. */
export async function showSigner(
  reading: Reading,
  { person, office, position }: Act['data']['signer'],
): Promise<ShownSigner> {
  const { offices } = await reading.regulation();
  const name = await reading.name(person);
  return { name, office, officeTitle: offices[office] ?? null, position };
}

async function assessorOf(
  reading: Reading,
  first: ResultRecord['first'],
): Promise<ShownResult['assessor']> {
  if (first.type === 'ResultCredited') return null;
  const { kind, id } = first.data.assessor;
  // A platform or an organisation is no person: its id is its name.
  const named = { person: id, text: id, erased: false };
  return { kind, id, name: kind === 'official' ? await reading.name(id) : named };
}

async function creditOf(
  reading: Reading,
  first: ResultRecord['first'],
): Promise<ShownResult['credit']> {
  if (first.type !== 'ResultCredited') return null;
  const { learner, source, decidedBy } = first.data;
  const { text: document } = await reading.note(learner, first.source.event, 'document');
  const from = { ...source, document };
  return { from, decidedBy: decidedBy === null ? null : await reading.name(decidedBy) };
}
