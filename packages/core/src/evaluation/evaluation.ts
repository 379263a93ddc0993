import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint, shown } from '../values/complaint.ts';
import { compareDecimals, decimal } from '../values/decimal.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import type { evaluationEvents } from './events.ts';
import { indicatorEntered } from './events.ts';

/*
 * Stream: `<org>.evaluation-<year>`. Values of the self-evaluation report that come from outside
 * the record of learning. P10, order 462 of 14.06.2013, order 1324 of 10.12.2013.
 */

export type EvaluationEvent = EventOf<(typeof evaluationEvents)[number]>;

/** The value of each indicator, the one entered last. */
export interface EvaluationState {
  /** By number of the indicator; the event that said so. */
  readonly indicators: Map<string, { readonly value: string; readonly eventId: string }>;
}

export const evaluationDecider: Decider<EvaluationState, EvaluationEvent> = {
  kind: 'evaluation',
  initial: () => ({ indicators: new Map() }),
  evolve: (state, event) => {
    const { indicator, value } = event.data;
    state.indicators.set(indicator, { value, eventId: event.id });
  },
};

/* Commands */

const complain = (ru: string, en: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    complaint(`${shown(input)} ${ru}`, `${shown(input)} ${en}`),
});

const share = decimal.refine(
  // Asked also of texts that are no decimal, which `compareDecimals` would not take.
  (value) =>
    !decimal.safeParse(value).success ||
    (compareDecimals(value, '0') >= 0 && compareDecimals(value, '100') <= 0),
  complain('не доля: нужно от 0 до 100 процентов', 'is no share: give 0 to 100 percent'),
);

/**
 * Enters the value of an indicator for a calendar year; a later entry replaces it in the report.
 * `sharePercent` is 0 to 100; `on` is by default today. P10.
 */
export const enterIndicator = command(
  'enter-indicator',
  z.strictObject({
    year: z
      .string()
      .regex(/^20\d\d$/, complain('не календарный год (2026)', 'is no calendar year (2026)')),
    annex: z
      .string()
      .regex(/^[1-9]\d?$/, complain('не номер приложения (6)', 'is no number of an annex (6)')),
    indicator: z
      .string()
      .regex(/^\d{1,2}(?:\.\d{1,2}){1,3}$/, complain('не номер (1.8)', 'is no number (1.8)')),
    value: decimal,
    sharePercent: share.nullable().default(null),
    source: shortText(500),
    on: localDate.optional(),
  }),
);

/* Refusals */

/** The organisation reports by another annex, or by none. */
export const annexNotReported = refusal(
  'annex-not-reported',
  (d: { annex: string; reported: string | null }) => ({
    ru: `По положению показатели сдают по приложению ${d.reported ?? '—'}, не ${d.annex}`,
    en: `By the regulation the annex reported is ${d.reported ?? '—'}, not ${d.annex}: use that`,
  }),
);

/* Decide */

export function decideEnterIndicator(
  _state: EvaluationState,
  input: z.output<typeof enterIndicator.schema>,
  { edition, on: occurredOn }: ActDay,
): Decision {
  const { year, annex, indicator, value, sharePercent, source } = input;
  const reported = edition.general.annex;
  if (reported !== annex) return annexNotReported({ annex, reported });
  const fact = { year, annex, indicator, value, sharePercent, source };
  const data = { ...fact, edition: edition.edition };
  return [indicatorEntered.draft({ occurredOn, refs: {}, data })];
}
