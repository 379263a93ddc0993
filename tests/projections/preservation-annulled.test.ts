import type { RecordedEvent } from '@letopis/core';
import { preservationHistoryOf } from '@letopis/core/facts';
import { preservation, preservationKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const year = { studyYear: '2026', signer: head, edition: 1 };
const inYear = { stream: 'academy.custody-2026' };

function annul(academy: Academy, entry: RecordedEvent) {
  const said = { corrects: entry.id, entry: entry.type, actedOn: '2027-02-01', replacedBy: null };
  const data = { ...year, ...said, reason: 'описка' };
  return academy.add('PreservationEntryAnnulled', entry.occurredOn, data, inYear);
}

const read = async (academy: Academy, on: string | null = null) =>
  readerOver(academy.events, { on }).get(preservation, preservationKey('2026'));

describe('D20, RK 1.8: annulled entries of preservation', () => {
  it('count no more, and are shown as annulled', async () => {
    const academy = openAcademy();
    const define = (until: string, on: string) => {
      const data = { ...year, period: 'q-1', from: '2026-09-01', until };
      return academy.add('StudyPeriodDefined', on, data, inYear);
    };
    const close = (on: string) =>
      academy.add('StudyPeriodClosed', on, { ...year, period: 'q-1' }, inYear);
    const wrong = define('2026-10-31', '2026-09-01');
    const early = close('2026-10-31');
    annul(academy, early);
    const annulment = annul(academy, wrong);
    const right = define('2026-11-03', '2026-12-01');
    const closed = close('2026-11-04');
    const answer = await read(academy);
    expect(answer).toMatchObject({
      studyYear: '2026',
      facts: [{ source: { event: closed.id } }, { source: { event: right.id } }],
      annulled: [
        {
          fact: { type: 'StudyPeriodDefined', source: { event: wrong.id } },
          annulment: { source: { event: annulment.id }, data: { actedOn: '2027-02-01' } },
        },
        { fact: { type: 'StudyPeriodClosed', source: { event: early.id } } },
      ],
    });
    const facts = (answer?.facts ?? []).map((fact) => ({ ...fact, occurredOn: fact.on }));
    expect(preservationHistoryOf(facts).periods.get('q-1')).toMatchObject({
      until: '2026-11-03',
      closedOn: '2026-11-04',
    });
    expect(await read(academy, '2026-09-30')).toMatchObject({ facts: [], annulled: [{}] });
  });
});
