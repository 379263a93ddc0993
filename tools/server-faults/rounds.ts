import { APPEND_PATHS, DEFAULTS, SHORT } from './opening.ts';
import type { RoundPlan, RoundReport } from './round.ts';
import { playRound } from './round.ts';
import type { Server } from './server.ts';

export interface RoundsPlan extends Omit<RoundPlan, 'path' | 'setting'> {
  /** After how many rounds one has the default times; 0: none has. */
  readonly defaultsEvery: number;
}

/** The code of an error that is an answer of the server, not a broken call. */
const WRONG = 'wrong-expected-version';

/** Runs the rounds of one fault, on both append paths in turn; prints one line at the end. */
export async function playRounds(
  server: Server,
  plan: RoundsPlan,
  rounds: number,
  say: (text: string) => void,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const reports: RoundReport[] = [];
  let round = 0;
  const unhandled = (error: unknown): void =>
    void failures.push(`unhandled: in round ${round}: ${String(error)}`);
  process.on('unhandledRejection', unhandled).on('uncaughtException', unhandled);
  try {
    for (round = 1; round <= rounds; round += 1) {
      const path = APPEND_PATHS[round % 2] ?? 'Append';
      const { defaultsEvery } = plan;
      const setting = defaultsEvery > 0 && round % defaultsEvery === 0 ? DEFAULTS : SHORT;
      const report = await playRound(server, { ...plan, path, setting });
      reports.push(report);
      const at = `round ${round}, ${path}, ${setting.name} times`;
      failures.push(...report.failures.map((failure) => `${at}: ${failure}`));
      if (round % 5 === 0 && round < rounds) say(`${plan.kind}: ${round} rounds done`);
    }
  } finally {
    process.off('unhandledRejection', unhandled).off('uncaughtException', unhandled);
  }
  say(`${plan.kind}: ${summary(reports)}: ${failures.length === 0 ? 'ok' : 'FAILED'}`);
  return failures;
}

function summary(reports: readonly RoundReport[]): string {
  const sum = (count: (report: RoundReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  const thrown = (code: string): number => sum(({ tally }) => tally.errors.get(code) ?? 0);
  const events = sum(({ tally }) => tally.acknowledged.flatMap((answer) => answer.events).length);
  const appends = sum(({ tally }) => tally.acknowledged.length);
  const broken = sum(({ errors }) => {
    return [...errors].reduce((n, [type, count]) => (type === WRONG ? n : n + count), 0);
  });
  const longest = Math.max(...reports.map(({ tally }) => tally.longestMs));
  return [
    `${reports.length} rounds`,
    `${events} events acknowledged in ${appends} appends`,
    `${broken} calls broken under way`,
    `${thrown('outcome-unknown')} unknown outcomes and ${thrown('unreachable')} unreached settled`,
    `${sum(({ tally }) => tally.conflicts)} conflicts`,
    `longest call ${(longest / 1000).toFixed(1)} s`,
  ].join(', ');
}
