import { isOfKind } from '../../acting/order.ts';
import { signAs } from '../../acting/signer.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { enrollmentOfAnother } from '../../merit/commendation/facts/unknown.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { RegisterRules } from '../../rules/regulation/sections/document-kinds.ts';
import { refuseUnlessEnrolled } from '../../study/enrollment/facts/questions.ts';
import type { EnrollmentState, LifeFact } from '../../study/enrollment/facts/state.ts';
import { actOutOfOrder, refuseIfReversed } from '../../values/day-order.ts';
import { refuseUnlessBlankUsable } from './blank/decide-in-register.ts';
import type { IssueDocument } from './commands.ts';
import type { IssueContext } from './context.ts';
import { decideMarks } from './decide-marks.ts';
import type {
  DocumentContent,
  DocumentPaper,
  RegisterEntry,
  WrittenMark,
} from './facts/entry-state.ts';
import { documentIssued } from './facts/events.ts';
import { registrationNumber, seriesName, standingAfter, variantsOf } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { entryOf, originalKey } from './facts/state.ts';
import { documentUnlinked, oldMarksMissing } from './old-book-refusals.ts';
import {
  documentBlankMissing,
  documentCategoryWrong,
  documentGroundMissing,
  documentIsAnnulled,
  documentIssuedAlready,
  documentNeedsEnrollment,
  documentNotWithdrawn,
  documentOfAnother,
  documentSucceeded,
  documentUnknown,
  studyNotCompleted,
} from './refusals.ts';

/** The number of the next entry. */
export function nextNumber(
  { lastNumber }: Pick<RegisterState, 'lastNumber'>,
  { firstNumber }: Pick<RegisterRules, 'firstNumber'>,
): number {
  return lastNumber === null ? firstNumber : lastNumber + 1;
}

/**
 * Decides `issue-document`, under the next number of the register. Checks in this order: the
 * learner, the day, the document it replaces, the enrollment, an earlier original, the ground, the
 * period, the blank, the marks, the signer. A document in the place of one of an old book needs no
 * enrollment.
 * R1 §4.2.6-4.2.7, §4/5.7, R4 §2.2.11, R5 §4.10.
 */
export function decideIssueDocument(
  state: RegisterState,
  input: IssueDocument,
  context: IssueContext,
): Decision {
  const { learner, on, name, inPlaceOf, signer: person, office } = input;
  const { kind, register, key, learnerState, programme, edition } = context;
  if (!learnerState.registered) return learnerUnknown({ learner });
  if (register.chronological && on < state.lastOn)
    return actOutOfOrder({ on, after: state.lastOn });
  const place = standingOf(state, input, context);
  if (isRefusal(place)) return place;
  const study = studyFor(input, context);
  if (isRefusal(study)) return study;
  const standing = inPlaceOf === null ? refuseIfIssued(state, context) : null;
  if (standing !== null) return standing;
  const ground = refuseUnlessGround(context);
  if (ground !== null) return ground;
  const content = contentFor(input, context);
  const reversed = refuseIfReversed(content.from, content.until);
  if (reversed !== null) return reversed;
  const paper = paperFor(state, input, context);
  if (isRefusal(paper)) return paper;
  const marks = decideMarks(kind, { ...context, on, completion: study.completion });
  if (isRefusal(marks)) return marks;
  const written = writtenMarksFor(context);
  if (isRefusal(written)) return written;
  const scope = { programme: programme?.id ?? null, level: programme?.level ?? null };
  const signer = signAs(context.official, { person, office, on }, kind.signerOffices, scope);
  if (isRefusal(signer)) return signer;
  const number = nextNumber(state, register);
  const document = `${seriesName(key)}.${number}`;
  const enrollment = study.state?.id ?? null;
  const earlier = context.earlier.map(({ named }) => named);
  const data = {
    document,
    learner,
    register: register.id,
    kind: kind.id,
    number,
    registrationNumber: registrationNumber(register, on, number),
    paper,
    enrollment,
    ...(earlier.length === 0 ? {} : { earlier }),
    programme: programme?.id ?? null,
    completedBy: study.completion?.event ?? null,
    standing: place,
    first: inPlaceOf,
    content,
    marks: [...marks],
    ...(written === null ? {} : { marksWritten: [...written] }),
    ...context.identity,
    ...(name === undefined ? {} : { name: { value: name } }),
    printed: printedBy(context),
    signer,
    edition: edition.edition,
  };
  const refs = {
    learner: [learner],
    official: [person],
    register: [register.id],
    document: inPlaceOf === null ? [document] : [document, inPlaceOf],
    enrollment: enrollment === null ? [] : [enrollment, ...earlier],
    programme: programme?.id ? [programme.id] : [],
    group: study.group === null ? [] : [study.group],
  };
  return [documentIssued.draft({ occurredOn: on, refs, data })];
}

/** The enrollment that the document is about, with its completion and group on the day. */
interface Study {
  readonly state: EnrollmentState | null;
  readonly completion: LifeFact | null;
  readonly group: string | null;
}

/**
 * What the document prints of the programme, the organisation, and the original of an old book,
 * for good. RK 1.10, RK 1.15, RK §4 situation 8.
 */
function printedBy({ programme, passport, oldLine }: IssueContext) {
  const { fullName, place, inn, ogrn, licence } = passport;
  const organisation = fullName === null ? null : { fullName, place, inn, ogrn, licence };
  const title = programme?.title ?? oldLine?.old?.programme ?? null;
  return { programme: title, organisation, ...originalIn(oldLine) };
}

/** Who issued the original, and where the book that has it is kept. RK §4 situation 8. */
function originalIn(oldLine: RegisterEntry | null) {
  if (oldLine === null || oldLine.old === null) return {};
  const { title, issuer, archive } = oldLine.old;
  return { original: { document: oldLine.document, title, issuer, archive } };
}

/** What the document states: as given, or as the line of an old book has it. */
function contentFor(input: IssueDocument, { programme, oldLine }: IssueContext): DocumentContent {
  const before = oldLine?.content;
  return {
    issuedOn: input.on,
    qualification: input.qualification ?? before?.qualification ?? null,
    hours: input.hours ?? programme?.hours ?? before?.hours ?? null,
    from: input.from ?? before?.from ?? null,
    until: input.until ?? before?.until ?? null,
    subject: input.subject ?? before?.subject ?? null,
  };
}

/**
 * The marks of a document in the place of one of an old book, as the book has them; null: it has
 * its own. Refuses `old-marks-missing`. R5 §4.10.
 */
function writtenMarksFor({ kind, oldLine }: IssueContext): readonly WrittenMark[] | null | Refusal {
  if (oldLine === null || !kind.marksInLine) return null;
  const marks = oldLine.marksWritten ?? [];
  if (marks.length > 0 || kind.mayLackMarks) return marks;
  return oldMarksMissing({ kind: kind.id, document: oldLine.document });
}

/** A ground as refusals show it. */
export const groundText = (ground: Ground | null): string =>
  ground === null ? '—' : JSON.stringify(ground);

/**
 * Whether the document is an original, a duplicate or a replacement. The document that it replaces
 * must be withdrawn and not yet replaced.
 */
function standingOf(
  state: RegisterState,
  { inPlaceOf, learner, enrollment, on }: IssueDocument,
  { kind, first: elsewhere, otherYears, edition }: IssueContext,
): 'original' | 'duplicate' | 'replacement' | Refusal {
  if (inPlaceOf === null) return 'original';
  const first = elsewhere ?? entryOf(state, inPlaceOf);
  if (first === null || first.origin === 'received') {
    return documentUnknown({ document: inPlaceOf });
  }
  if (first.annulledOn !== null) {
    return documentIsAnnulled({ document: inPlaceOf, on: first.annulledOn });
  }
  const whose = first.old === null ? first.learner : first.linkedTo;
  if (whose === null) return documentUnlinked({ document: inPlaceOf });
  const own = { kind: first.kind, learner: whose, enrollment: first.enrollment ?? '—' };
  const replaces = variantsOf(kind, edition).includes(first.kind) ? first.kind : kind.id;
  const given = { kind: replaces, learner, enrollment: enrollment ?? own.enrollment };
  for (const field of ['kind', 'learner', 'enrollment'] as const) {
    if (given[field] === own[field]) continue;
    const differs = { field, value: given[field], own: own[field] };
    return documentOfAnother({ document: inPlaceOf, ...differs });
  }
  for (const register of [state, ...otherYears]) {
    const by = register.successors.get(inPlaceOf);
    if (by !== undefined) return documentSucceeded({ document: inPlaceOf, by });
  }
  const { withdrawn } = first;
  if (withdrawn === null || withdrawn.on > on)
    return documentNotWithdrawn({ document: inPlaceOf, on });
  return standingAfter(withdrawn.outcome);
}

function studyFor(
  { learner, on, enrollment }: IssueDocument,
  { kind, study, earlier, programme, edition, oldLine }: IssueContext,
): Study | Refusal {
  if (study === null) {
    const asked = kind.demands !== 'nothing' && oldLine === null;
    if (asked) return documentNeedsEnrollment({ kind: kind.id });
    return { state: null, completion: null, group: null };
  }
  const named = study.id ?? enrollment ?? '';
  const none = refuseUnlessEnrolled(study, named);
  if (none !== null) return none;
  if (study.learner !== learner) return enrollmentOfAnother({ enrollment: named, learner });
  for (const { named: other, study: before } of earlier) {
    const unfit = refuseUnlessEnrolled(before, other);
    if (unfit !== null) return unfit;
    if (before.learner !== learner) return enrollmentOfAnother({ enrollment: other, learner });
  }
  const latest = study.lifeFacts.findLast((fact) => fact.on <= on) ?? null;
  const completion = latest?.type === 'Completed' ? latest : null;
  if (kind.demands === 'completion' && completion === null) {
    return studyNotCompleted({ kind: kind.id, enrollment: named, on });
  }
  const { categories } = kind;
  if (categories.length > 0) {
    const types = edition.general.programmeTypes;
    const type = types.find(({ id }) => id === programme?.programmeType);
    const category = type?.category ?? null;
    if (category === null || !categories.includes(category)) {
      return documentCategoryWrong({ kind: kind.id, category, categories });
    }
  }
  return { state: study, completion, group: latest?.group ?? null };
}

/**
 * Refuses `document-issued-already`: one original is issued for a completed enrollment, with
 * distinction or without.
 */
function refuseIfIssued(
  state: RegisterState,
  { kind, study, otherYears, edition }: IssueContext,
): Refusal | null {
  const enrollment = study?.id ?? null;
  if (kind.demands !== 'completion' || enrollment === null) return null;
  const kinds = variantsOf(kind, edition);
  for (const register of [state, ...otherYears]) {
    for (const one of kinds) {
      const document = register.originals.get(originalKey(one, enrollment));
      if (document !== undefined) {
        return documentIssuedAlready({ kind: one, enrollment, document });
      }
    }
  }
  return null;
}

function refuseUnlessGround({ kind, ground }: IssueContext): Refusal | null {
  const { id, groundKinds: kinds } = kind;
  if (kinds.length === 0) return null;
  const whole = ground !== null && ground.number !== null && ground.date !== null;
  if (whole && isOfKind(ground, kinds)) return null;
  return documentGroundMissing({ kind: id, ground: groundText(ground), kinds });
}

/** The paper. An accountable blank must be assigned to this register and unused. */
function paperFor(
  state: RegisterState,
  { series, number, on }: Pick<IssueDocument, 'series' | 'number' | 'on'>,
  { kind, stock, key }: IssueContext,
): DocumentPaper | Refusal {
  const { blank } = kind;
  const paper = { blank, series, number };
  if (blank === null || stock === null) return paper;
  if (number === null) return documentBlankMissing({ kind: kind.id, blank });
  const asked = { blank, series, number, on };
  return refuseUnlessBlankUsable(state, stock, seriesName(key), asked) ?? paper;
}
