/*
 * The regulation (положение): the organisation's rules as data, in editions in force from a day on.
 *
 * Stream: `<org>.regulation-main`.
 * Events (facts/events.ts): EditionAdopted, one `…RulesSet` for each section that the edition
 *   changes (sections/all.ts), RegulationPublished, RegulationRepealed, and what puts these right:
 *   RegulationEntryAnnulled, RegulationDayCorrected.
 * Commands (commands.ts): adopt, amend, publish, repeal, annul and correct an entry. Any sender may
 * enter them; an act that
 *   `general.orderFor` lists (`amend-regulation`, `repeal-regulation`) needs an order as ground.
 * Rules: decide.ts; putting right, decide-put-right.ts. Contradictions among rules:
 * decide-agreement.ts, and `disagreements` in each
 *   section. The fields and default of a rule: sections/<name>.ts. Ready regulations: ../presets.
 * Source: D1, R1 §8, R2 §4, R3 §5, R4 §7, R5 §1.4.
 * Read: sections/kit/section, a section such as sections/correction, sections/all, facts/questions,
 *   facts/reading, commands, decide, service.
 */
export type { Adoption } from './service.ts';
export { regulationService } from './service.ts';
