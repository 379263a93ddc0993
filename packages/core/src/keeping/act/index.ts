/*
 * An act or order over several streams: one leading event, the commands that it owes to each
 * target, and the outcome of each. Orders about groups, selections for destruction, erasures.
 * Stream: `<org>.act-<id>`.
 * Events: GroupOrdered, ActStepDone, ActStepNotDone; CarriersSelected, SelectionApproved,
 * SelectionCalledOff, CarriersDestroyed; ErasureOrdered, ErasureActDrawnUp; ActEntryAnnulled annuls
 * any of the latter six.
 * Commands: order (by an order where `orderFor` of the section `enrollment` says so); of the
 * section `retention`: select (`selectionOffices`), approve (the offices of each of its
 * `approvals`), callOff (both), recordDestruction (`destructionOffices`), orderErasure
 * (`erasureOffices`), drawUpErasureAct (either); annulActEntry (`correction.entryOffices`). The
 * notes are sent by the process `processes/acts`.
 * Rules: `decide-order.ts`, `decide-selection.ts`, `decide-destruction.ts`, `decide-erasure.ts`,
 * `decide-steps.ts`, `decide-put-right.ts`; terms and holds are questions of `keeping/retention`.
 * Sources: D4, D19, R1 §7.2, §7.4, R2 §3.3-3.5, 125-FZ, 152-FZ art. 21, 273-FZ art. 53, 61.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { actNotesService } from './notes-service.ts';
export { retentionActService } from './retention-service.ts';
export { actService } from './service.ts';
export type { ActReceipt } from './service.ts';
