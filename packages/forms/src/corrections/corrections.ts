import type { CorrectionsPage } from '@letopis/projections';
import type { CorrectionsRow } from '@letopis/projections/reports';
import { longDate } from '../kit/dates.ts';
import type { PageOptions } from '../kit/options.ts';
import { pageHtml } from '../kit/page.ts';
import { tableHtml } from '../kit/table.ts';
import type { CorrectionRow } from '../tables/corrections-table.ts';
import { correctionsTable } from '../tables/corrections-table.ts';
import type { Labels } from '../tables/labels.ts';
import { labelsIn } from '../tables/labels.ts';

/**
 * Prints the register of corrections of a period as a page (A4 landscape): every correction with
 * the decision about it, and every annulment, with the values before and after, the reason and the
 * signer. Sources: R2 §2.3, domain D7, P14.
 *
 * Throws a RangeError for an unknown time zone.
 *
 * @example
 * const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
 * const period = { from: '2026-09-01', until: '2026-12-31' };
 * const text = correctionsHtml(await correctionsReport(reader, period), options);
 */
export function correctionsHtml(page: CorrectionsPage, options: PageOptions): string {
  const own = labelsIn(options.language ?? 'ru');
  const { say, language } = own;
  const { from, until, by, lines, counts } = page;
  const period = `${longDate(from, language)} – ${longDate(until, language)}`;
  const table = correctionsTable(
    'corrections',
    say('correctionsRegister'),
    lines.map((line) => rowOf(line, own)),
    own,
  );
  return pageHtml(
    {
      key: 'corrections-register',
      title: say('correctionsRegister'),
      subtitle: period,
      orientation: 'landscape',
      head: [
        [say('period'), period],
        [say('periodBy'), say(by === 'acted' ? 'byActDay' : 'byRecordingDay')],
        [say('correctionsCount'), String(counts.corrections)],
        [say('waitingCount'), String(counts.waiting)],
        [say('annulmentsCount'), String(counts.annulments)],
      ],
      body: [tableHtml(table)],
      basis: page.basis,
      signatures: [{ role: say('recordsKeeper') }, { role: say('head') }],
    },
    options,
  );
}

function rowOf(entry: CorrectionsRow, { say }: Labels): CorrectionRow {
  const { line, act, learner, group, module, signed, correction, result } = entry;
  const moduleName = module === null ? say('wholeProgramme') : (module.title ?? module.id);
  const place = [moduleName, say('groupNamed', group.title ?? group.id)];
  const common = { line: String(line), learner, result, place };
  const corrects = act === 'AssessmentCorrected' || act === 'AbsenceCorrected';
  if (corrects && correction !== null) return { ...common, act: correction };
  if (corrects || act === 'AssessmentAnnulled') {
    return { ...common, act: signed };
  }
  // A decision about a correction has a row of its own, signed by the person who decided.
  const decided =
    correction === null
      ? signed
      : { ...correction, ...signed, correctedBy: signed.signer.name, decision: null };
  return { ...common, act: decided, outcome: say(DECISIONS[act]) };
}

const DECISIONS = {
  CorrectionCountersigned: 'decisionCountersigned',
  CorrectionDeclined: 'decisionDeclined',
  CorrectionWithdrawn: 'decisionWithdrawn',
} as const;
