import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import { annul, right } from './hints-right.ts';

/* Entries of streams whose facts follow one another: they are annulled, and entered anew. */

/** The holder of a portfolio, as a command names it. */
const asGiven = (holder: unknown): object => {
  const { kind, id } = holder as { readonly kind: string; readonly id: string };
  return { [kind]: id };
};

const OF_DISCLOSURE = [
  'DisclosureAsked',
  'AnswerPutOff',
  'DisclosureGranted',
  'DisclosureRefused',
  'InformationGiven',
  'ResultsPublished',
  'PublicationWithdrawn',
];

export const annulHints: Readonly<Record<string, Hint>> = {
  'works.annulEntry': annul(
    'work',
    'WorkEntryAnnulled',
    'TopicApproved',
    'WorkSubmitted',
    'WorkReviewed',
    'WorkDefended',
  ),
  'credits.annulEntry': annul(
    'credit',
    'CreditEntryAnnulled',
    'CreditApplied',
    'CreditCompared',
    'CreditDecided',
    'CreditWithdrawn',
  ),
  'commendations.annulEntry': annul(
    'commendation',
    'CommendationEntryAnnulled',
    'CommendationOrdered',
    'CommendationPresented',
    'CommendationRevoked',
    'CommendationProposed',
  ),
  'portfolios.annulEntry': (world, by) => {
    const types = ['PortfolioItemAdded', 'PortfolioItemRemoved'] as const;
    const fact = world.open(by, by.one(types) ?? '', 'PortfolioEntryAnnulled');
    return about(fact, ({ learner, holder }, entry) => ({
      holder: holder === undefined ? { learner } : asGiven(holder),
      ...right(world, by, entry),
    }));
  },
  'achievements.annulEntry': annul(
    'achievement',
    'AchievementEntryAnnulled',
    'AchievementVerified',
    'AchievementEvidenced',
  ),
  'achievements.annulReplenishment': annul('bank', 'ReplenishmentAnnulled', 'BankReplenished'),
  'acquaintances.annulEntry': annul('sheet', 'AcquaintanceEntryAnnulled', 'AcquaintanceSigned'),
  'contests.annulEntry': annul('contest', 'ContestEntryAnnulled', 'ContestProtocolKept'),
  'notes.annulEntry': annul('note', 'NoteEntryAnnulled', 'NoteRead', 'NoteWritten'),
  'works.annulPractice': annul('practice', 'PracticeAnnulled', 'PracticeEvaluated'),
  'disclosures.annulEntry': annul('disclosure', 'DisclosureEntryAnnulled', ...OF_DISCLOSURE),
  'loans.annulEntry': annul('record', 'LoanEntryAnnulled', 'RecordLent', 'LoanReturned'),
  'files.annulEntry': annul(
    'file',
    'FileEntryAnnulled',
    'FileClosed',
    'FilePartOpened',
    'FilePartCertified',
    'FileDocumentRemoved',
    'InventoryLineCorrected',
    'FileDocumentAdded',
    'FileOpened',
  ),
  'forms.annulEntry': annul('form', 'FormEntryAnnulled', 'FormApproved', 'FormWithdrawn'),
  'carriers.annulEntry': (world, by) =>
    about(world.open(by, 'CarrierDecided', 'CarrierEntryAnnulled'), (data, fact) => ({
      carrier: data['carrier'],
      group: data['group'],
      ...right(world, by, fact),
    })),
  'organisation.annulEntry': (world, by) => {
    const type = by.of('OrganisationDescribed', 'RelatedOrganisationNamed');
    return about(world.open(by, type, 'OrganisationEntryAnnulled'), (_data, fact) =>
      right(world, by, fact),
    );
  },
  'law.annulEntry': (world, by) =>
    about(world.open(by, 'WordingConfirmed', 'LawEntryAnnulled'), (_data, fact) =>
      right(world, by, fact),
    ),
  'works.annulReport': annul('report', 'ReportAnnulled', 'ReportFiled'),
  'blanks.annulStockEntry': annul(
    'blank',
    'BlankStockEntryAnnulled',
    'BlanksReceived',
    'BlanksAssigned',
  ),
  'blanks.annulEntry': (world, by) => {
    const type = by.of('BlankSpoilt', 'BlanksWrittenOff', 'BlanksReleased');
    return about(world.open(by, type, 'BlankEntryAnnulled'), (_data, fact) => ({
      register: fact.refs.register?.[0],
      ...right(world, by, fact),
    }));
  },
  'blanks.correctStockEntry': (world, by) => {
    const type = by.of('BlanksReceived', 'BlanksAssigned');
    return about(world.open(by, type, 'BlankStockEntryAnnulled'), ({ blank }, fact) => ({
      blank,
      ...right(world, by, fact),
      to: by.mostly<object>({ on: world.act(by) }, { signedBy: { person: 'p-1', office: 'head' } }),
    }));
  },
  'blanks.correctEntry': (world, by) => {
    const type = by.of('BlankSpoilt', 'BlanksReleased', 'BlanksWrittenOff');
    return about(world.open(by, type, 'BlankEntryAnnulled'), (_data, fact) => ({
      register: fact.refs.register?.[0],
      ...right(world, by, fact),
      signer: 'p-1',
      office: by.of<string | null>('head', null),
      to: by.mostly<object>({ on: world.act(by) }, { cause: 'torn' }),
    }));
  },
  'retention.annulEntry': (world, by) => {
    const type = by.of(
      'HoldPlaced',
      'HoldLifted',
      'NoLongerNeeded',
      'PermanentListsApproved',
      'PresenceChecked',
      'NonDiscoveryApproved',
      'CopyRestored',
      'SeizureEnded',
    );
    return about(world.open(by, type, 'RetentionEntryAnnulled'), (_data, fact) =>
      right(world, by, fact),
    );
  },
  'custody.annulEntry': annul(
    'studyYear',
    'PreservationEntryAnnulled',
    'StudyPeriodDefined',
    'PeriodExported',
    'FindingSettled',
    'MediumReplaced',
    'BackupRestored',
  ),
  'evaluations.annulEntry': annul('year', 'IndicatorEntryAnnulled', 'IndicatorEntered'),
  'retention.correctActEntry': (world, by) =>
    about(world.open(by, 'CarriersDestroyed', 'ActEntryAnnulled'), ({ act }, fact) => ({
      act,
      ...right(world, by, fact),
      entryGround: undefined,
      to: { as: 'destruction', number: '9-уд' },
    })),
  'regulation.annulEntry': (world, by) => {
    const type = by.of('EditionAdopted', 'RegulationRepealed', 'RegulationPublished');
    return about(world.open(by, type, 'RegulationEntryAnnulled'), (_data, fact) =>
      right(world, by, fact),
    );
  },
  'regulation.correctEntry': (world, by) =>
    about(world.open(by, 'EditionAdopted', 'RegulationEntryAnnulled'), (_data, fact) => ({
      ...right(world, by, fact),
      to: { as: 'edition', from: world.act(by) },
    })),
  'retention.annulActEntry': annul(
    'act',
    'ActEntryAnnulled',
    'CarriersSelected',
    'SelectionCalledOff',
    'CarriersDestroyed',
    'SelectionApproved',
  ),
};
