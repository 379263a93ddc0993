import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import { annul, right } from './hints-right.ts';

/* Entries of streams whose facts follow one another: they are annulled, and entered anew. */

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
    ...['TopicApproved', 'WorkSubmitted', 'WorkReviewed', 'WorkDefended'],
  ),
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
  'works.annulReport': annul('report', 'ReportAnnulled', 'ReportFiled'),
};
