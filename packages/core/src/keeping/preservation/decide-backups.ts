import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { CheckIntegrity, RecordBackup, RecordRestore, ReplaceMedium } from './commands.ts';
import type { PreservationContext } from './context.ts';
import { commonData, refsOfSigner, signFor } from './decide-periods.ts';
import { backupMade, backupRestored, integrityChecked, mediumReplaced } from './facts/events.ts';
import type { Backup, BackupMedium } from './facts/questions.ts';
import { wholeMedia } from './facts/questions.ts';
import type { PreservationState } from './facts/state.ts';
import {
  backupUnknown,
  mediaDiffer,
  mediaFew,
  mediaUnchecked,
  mediumKindUnknown,
  mediumUnfit,
} from './refusals.ts';

/* Yearly backups on several media, their checks, replaced media, restores. D20, R4 §6.1, §6.3. */

/**
 * Decides `record-backup`. Refuses `already-exists`, `media-few`, `medium-kind-unknown` and
 * `media-differ`. R4 §6.3.
 */
export function decideRecordBackup(
  state: PreservationState,
  input: WithId<RecordBackup>,
  context: PreservationContext,
): Decision {
  const { id: backup, contents, media, on } = input;
  const signer = signFor('backup', input, context);
  if (isRefusal(signer)) return signer;
  if (state.backups.has(backup)) return alreadyExists({ kind: 'year-entry', id: backup });
  const needed = context.edition.custody.backup?.mediaMin ?? 1;
  const ids: readonly string[] = media.map(({ id }) => id);
  if (new Set(ids).size < Math.max(needed, ids.length)) return mediaFew({ media: ids, needed });
  const expected = media[0]?.sha256 ?? '';
  for (const one of media) {
    const refused = refuseIfKindUnfit(one.kind, context) ?? refuseUnlessCopyOf(one, expected);
    if (refused !== null) return refused;
  }
  const data = { ...commonData(input, signer, context), backup, contents, media };
  return [backupMade.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/**
 * Decides `check-integrity`. The check must include every undamaged medium, so that none is
 * forgotten. A medium with another hash, or none, is damaged.
 */
export function decideCheckIntegrity(
  state: PreservationState,
  input: WithId<CheckIntegrity>,
  context: PreservationContext,
): Decision {
  const { backup: id, id: check, media, on } = input;
  if (state.ids.has(check)) return alreadyExists({ kind: 'year-entry', id: check });
  const backup = backupOn(state, id, on);
  if (isRefusal(backup)) return backup;
  const named: readonly string[] = media.map(({ medium }) => medium);
  const unfit = named.find((one, at) => !backup.media.has(one) || named.indexOf(one) !== at);
  if (unfit !== undefined) return mediumUnfit({ backup: id, medium: unfit, why: 'unknown' });
  const left = wholeMedia(backup, on).filter((medium) => !named.includes(medium));
  if (left.length > 0) return mediaUnchecked({ backup: id, media: left });
  const signer = signFor('integrityCheck', input, context);
  if (isRefusal(signer)) return signer;
  const read = media.map(({ medium, sha256 }) => {
    const whole = sha256 === backup.media.get(medium)?.sha256;
    return { medium, sha256, outcome: whole ? ('whole' as const) : ('damaged' as const) };
  });
  const data = { ...commonData(input, signer, context), check, backup: id, media: read };
  return [integrityChecked.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `replace-medium`: a damaged medium, by a copy of an undamaged one with the same hash. */
export function decideReplaceMedium(
  state: PreservationState,
  input: ReplaceMedium,
  context: PreservationContext,
): Decision {
  const { backup: id, damaged, from, medium, on } = input;
  const signer = signFor('backup', input, context);
  if (isRefusal(signer)) return signer;
  const backup = backupOn(state, id, on);
  if (isRefusal(backup)) return backup;
  const old = backup.media.get(damaged);
  if (old === undefined) return mediumUnfit({ backup: id, medium: damaged, why: 'unknown' });
  if (old.damagedOn === null || old.replacedBy !== null) {
    return mediumUnfit({ backup: id, medium: damaged, why: 'whole' });
  }
  if (on < old.damagedOn) return actOutOfOrder({ on, after: old.damagedOn });
  const source = wholeMediumOf(backup, { backup: id, medium: from, on });
  if (isRefusal(source)) return source;
  if (backup.media.has(medium.id)) {
    return mediumUnfit({ backup: id, medium: medium.id, why: 'taken' });
  }
  const refused =
    refuseIfKindUnfit(medium.kind, context) ?? refuseUnlessCopyOf(medium, source.sha256);
  if (refused !== null) return refused;
  const data = { ...commonData(input, signer, context), backup: id, damaged, from, medium };
  return [mediumReplaced.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

/** Decides `record-restore`. The restored bytes must have the hash of the backup. */
export function decideRecordRestore(
  state: PreservationState,
  input: WithId<RecordRestore>,
  context: PreservationContext,
): Decision {
  const { id: restore, backup: id, medium, into, sha256, on } = input;
  if (state.ids.has(restore)) return alreadyExists({ kind: 'year-entry', id: restore });
  const backup = backupOn(state, id, on);
  if (isRefusal(backup)) return backup;
  const source = wholeMediumOf(backup, { backup: id, medium, on });
  if (isRefusal(source)) return source;
  const refused = refuseUnlessCopyOf({ id: medium, sha256 }, source.sha256);
  if (refused !== null) return refused;
  const signer = signFor('backup', input, context);
  if (isRefusal(signer)) return signer;
  const data = { ...commonData(input, signer, context), restore, backup: id, medium, into, sha256 };
  return [backupRestored.draft({ occurredOn: on, refs: refsOfSigner(input), data })];
}

function refuseIfKindUnfit(kind: string, { edition }: PreservationContext): Refusal | null {
  const kinds = (edition.custody.backup?.mediaKinds ?? []).map(({ id }) => id);
  return kinds.includes(kind) ? null : mediumKindUnknown({ kind, kinds });
}

function refuseUnlessCopyOf(
  { id: medium, sha256 }: { readonly id: string; readonly sha256: string },
  expected: string,
): Refusal | null {
  return sha256 === expected ? null : mediaDiffer({ medium, sha256, expected });
}

/** The backup, if it was made by the day. */
function backupOn(state: PreservationState, id: string, on: string): Backup | Refusal {
  const backup = state.backups.get(id);
  if (backup === undefined) return backupUnknown({ backup: id });
  return on < backup.madeOn ? actOutOfOrder({ on, after: backup.madeOn }) : backup;
}

/** The medium, if it was in use on the day and not found damaged by then. */
function wholeMediumOf(
  backup: Backup,
  asked: { readonly backup: string; readonly medium: string; readonly on: string },
): BackupMedium | Refusal {
  const { on, ...named } = asked;
  const one = backup.media.get(named.medium);
  if (one === undefined || on < one.since) return mediumUnfit({ ...named, why: 'unknown' });
  const damaged = one.damagedOn !== null && one.damagedOn <= on;
  return damaged ? mediumUnfit({ ...named, why: 'damaged' }) : one;
}
