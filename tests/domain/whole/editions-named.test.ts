import type { EventType } from '@letopis/core';
import { coreEvents } from '@letopis/core';
import { expect, test } from 'vitest';
import * as z from 'zod';

/*
 * An event names the edition that it was decided on (architecture §2). These rest on no rule of an
 * edition: ends and closings, names and consents, files, imports, what a process notes.
 */
const WITHOUT = [
  'AcceptedByArchive',
  'ActStepDone',
  'ActStepNotDone',
  'CarrierReleased',
  'CommendationPresented',
  'ConsentGiven',
  'ConsentWithdrawn',
  'CreditNotDone',
  'ExternalIdGiven',
  'FileClosed',
  'FileDocumentAdded',
  'FileNumberTaken',
  'FileOpened',
  'FilePartOpened',
  'GiftedListed',
  'GroupClosed',
  'GroupOpened',
  'HandedOver',
  'ImportReceived',
  'LearnerDataChanged',
  'LearnerRegistered',
  'OfficialNamed',
  'OrganisationDescribed',
  'PlannedAssessmentDropped',
  'PlannedResultSet',
  'ProgrammeClosed',
  'RecordNotDone',
  'RecordNoted',
  'RecordReleased',
  'RecordSettled',
  'RecordsListed',
  'RelatedOrganisationNamed',
  'RepresentativeEnded',
  'RepresentativeNamed',
  'ReturnedByArchive',
  'RowKnown',
  'RowSetAside',
  'RowSettled',
  'RowsIngested',
  'RowsTaken',
  'SpecialNeedsRecorded',
  'SpecialStatusEnded',
  'TargetGuidelineSet',
  'TransferActDrawnUp',
];

test('D1: every event that rests on a rule names the edition that it was decided on', () => {
  const unnamed = (coreEvents as readonly EventType[]).filter(({ schemas }) => {
    const newest = schemas.at(-1);
    return !(newest instanceof z.ZodObject) || !('edition' in newest.shape);
  });
  expect(unnamed.map(({ type }) => type).toSorted()).toEqual(WITHOUT);
});
