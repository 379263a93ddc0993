import { readSignedAct } from '../../acting/context.ts';
import { readFactDayOf } from '../../acting/fact-day.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  annulOrganisationEntry,
  describeOrganisation,
  nameRelatedOrganisation,
} from './commands.ts';
import { decideAnnulOrganisationEntry, decideDescribe, decideNameRelated } from './decide.ts';
import { organisationFold } from './facts/state.ts';

const onOrganisation = on({ fold: organisationFold, key: () => ['main'], answer: receipt });

/**
 * The organisation's passport: what stands about it on every form, from which day, and who came
 * before and after it. RK 1.15.
 *
 * @example
 * must(await organisationService(session).describe({ fullName: 'Академия «Наставник»',
 *   place: 'г. Казань', inn: '1600000124', on: '2020-02-01' }));
 */
export const organisationService = service({
  /**
   * Enters names, place, numbers, licence or accreditation from a day on, also late. Documents keep
   * what was true on the day of their issue.
   * Refuses `organisation-name-missing`, `organisation-same`, `dated-ahead`. RK 1.15, RK 1.5.
   */
  describe: onOrganisation(describeOrganisation, {
    context: readFactDayOf,
    decide: decideDescribe,
  }),

  /**
   * Names the organisation that came before this one, or after it, and where its papers are kept.
   * Refuses `related-organisation-named-already`, `dated-ahead`. RK 1.15, RK §4 situation 8.
   */
  nameRelated: onOrganisation(nameRelatedOrganisation, {
    context: readFactDayOf,
    decide: decideNameRelated,
  }),

  /**
   * Annuls an entry of the passport that was made in error; enter it anew with its true day and
   * values. Documents that were issued meanwhile keep what they printed.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. RK 1.8.
   */
  annulEntry: onOrganisation(annulOrganisationEntry, {
    context: readSignedAct,
    decide: decideAnnulOrganisationEntry,
  }),
});
