import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type {
  annulOrganisationEntry,
  describeOrganisation,
  nameRelatedOrganisation,
} from './commands.ts';
import {
  organisationDescribed,
  organisationEntryAnnulled,
  relatedOrganisationNamed,
} from './facts/events.ts';
import { passportOn, relatedOrganisation } from './facts/questions.ts';
import type { OrganisationState } from './facts/state.ts';
import {
  organisationNameMissing,
  organisationSame,
  relatedOrganisationNamedAlready,
} from './refusals.ts';

/**
 * Decides `describe-organisation`, also where it is entered late. Refuses
 * `organisation-name-missing` and `organisation-same`. RK 1.15, RK 1.5.
 */
export function decideDescribe(
  state: OrganisationState,
  { on: _given, ...given }: z.output<typeof describeOrganisation.schema>,
  on: string,
): Decision {
  const now = passportOn(state, on);
  if (now.fullName === null && given.fullName === undefined) return organisationNameMissing({ on });
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const changed = said.filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key as keyof typeof now]),
  );
  if (changed.length === 0) return organisationSame({ on });
  const data = Object.fromEntries(said);
  return [organisationDescribed.draft({ occurredOn: on, refs: {}, data })];
}

/** Decides `name-related-organisation`: an id names one. RK 1.15. */
export function decideNameRelated(
  state: OrganisationState,
  { id: related, on: _given, ...rest }: z.output<typeof nameRelatedOrganisation.schema>,
  on: string,
): Decision {
  const named = relatedOrganisation(state, related);
  if (named !== null) {
    return relatedOrganisationNamedAlready({ related, on: named.on, entry: named.entry });
  }
  const data = { related, ...rest };
  return [relatedOrganisationNamed.draft({ occurredOn: on, refs: {}, data })];
}

/** Decides `annul-organisation-entry`. Refuses as `findPutRight` does. RK 1.8. */
export function decideAnnulOrganisationEntry(
  state: OrganisationState,
  input: z.output<typeof annulOrganisationEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const act = 'annul-organisation-entry';
  const asked = { act, of: 'organisation', orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { ...annulmentData(found, context, null), reason: input.reason ?? null };
  return [organisationEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
