/*
 * A learner: personal data, legal representatives, consents, special needs, listing as gifted.
 *
 * Stream: `<org>.learner-<learner>`. Names and other personal values lie beside the event's line.
 * Events (facts/events.ts): LearnerRegistered, LearnerDataChanged, ExternalIdGiven,
 *   RepresentativeNamed, RepresentativeEnded, ConsentGiven, ConsentWithdrawn, SpecialNeedsRecorded,
 *   GiftedListed, SpecialStatusEnded; LearnerEntryAnnulled annuls any of them.
 * Commands (commands.ts): register, change, giveExternalId, nameRepresentative,
 *   endRepresentative, giveConsent, withdrawConsent, recordSpecialNeeds, listAsGifted,
 *   endSpecialStatus. Any sender may enter them; no office is checked. A learner of age consents
 *   alone, a minor through a representative with full rights.
 *   annul and correct put an entry right; the signer holds one of `correction.entryOffices`.
 *   `find` answers who has an id in another system; warnings of a receipt are identity-context.ts.
 * Rules: personal data and special needs in decide.ts; one SNILS on two learners in
 *   decide-identity.ts; ids in other systems in decide-external-id.ts, looked up by
 *   facts/identity-reading.ts; representatives and consents in decide-consent.ts; the end of a
 *   special status in decide-conditions.ts; a closed change (adoption, protection) in decide.ts,
 *   and what it hides in closed-questions.ts, identity-questions.ts and external-id-questions.ts of
 *   facts; who is entitled to special conditions at an assessment in facts/questions.ts (section
 *   `assessment`). Entries may be entered late and count by their days; which of them rest on one
 *   another is said by `unfitLearnerEntries`, and decide-entry.ts puts them right. What other
 *   streams rest on an entry (an enrollment on the registration, a publication on a consent) is not
 *   read.
 * Source: D3, R1 §5.3, §6.2, R4 §2.2.7, R5 §3.4, RK 1.5, RK 1.8, RK 1.10, Civil Code art. 21, 26,
 * 28, Family Code art. 139, 152-FZ art. 9.
 * Read: facts/events, facts/state, facts/questions, commands, decide*, context, service.
 */
export { learnerService } from './service.ts';
