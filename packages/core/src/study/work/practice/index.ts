/*
 * A practice or internship and its evaluation. D10, R1 §3.5b, §5.1.2.
 *
 * Stream: `<org>.practice-<practice>`. Event: PracticeEvaluated (../facts/events.ts).
 * Command: `evaluate-practice`, any sender; `evaluatePractice` of ../service.ts. Rule: decide.ts.
 */
export type { PracticeState } from './facts/state.ts';
