/*
 * A practice or internship and its evaluation. D10, R1 §3.5b, §5.1.2.
 *
 * Stream: `<org>.practice-<practice>`. Events: PracticeEvaluated; PracticeAnnulled annuls it
 * (../facts/events.ts).
 * Commands: `evaluate-practice`, any sender; `annul-practice`, in one of
 * `correction.entryOffices`. Methods `evaluatePractice` and `annulPractice` of ../service.ts.
 * Rules: decide.ts.
 */
export type { PracticeState } from './facts/state.ts';
