import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r3 } from '@letopis/core/presets/r3';
import {
  coreProjections,
  ifPermitted,
  lawReport,
  openReader,
  openViews,
  selfEvaluationReport,
} from '@letopis/projections';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

const store = openMemory();
const centre = letopis({ store, organisation: 'centre' });
const school = centre.as('u-17', {
  grounds: { officials: { appoint: order('1-од', '2025-08-25') } },
});
must(await school.regulation.adopt(r3, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.officials.appoint({ person: 'p-1', office: 'head', from: '2025-09-01' }));
const views = await openViews(store, openMemoryViews(), coreProjections, {
  codec: codec(coreEvents),
});

// #region annex
// The annex of order 1324 follows from the kind of organisation, from its day on.
const kind = 'additional-education';
must(await school.organisation.describe({ fullName: 'Центр творчества', kind, on: '2025-09-01' }));
const reader = await openReader(views, { atLeast: await store.head() });
const report = await selfEvaluationReport(reader, { year: '2025' });
console.log(`annex ${report.annex}, ${report.lines.length} indicators`);
const wrong = await ifPermitted(() => selfEvaluationReport(reader, { year: '2025', annex: '2' }));
console.log(wrong.ok ? 'reported' : wrong.refusal.text.en);
// #endregion annex

// #region confirm
// What nobody compared with the act: its words, and where they come from.
const { lines } = await lawReport(reader, { year: '2025' });
const item = 'order-1324/annex-5/1.12';
const unread = lines.find((line) => line.item === item);
console.log(`${unread?.wording}: ${unread?.evidence.mark}, ${unread?.standing}`);

// Somebody compared them with a publication of the act. It covers these words, and no others.
const publication = { title: 'Официальный интернет-портал правовой информации' };
const by = { publication, signer: 'p-1', on: '2025-12-01' };
const other = [{ item, wording: 'Численность педагогов' }];
const differs = await school.law.confirm({ ...by, items: other });
console.log(differs.ok ? 'confirmed' : differs.refusal.code);
const items = [{ item, wording: unread?.wording ?? '' }];
const { eventId: entry, position } = must(await school.law.confirm({ ...by, items }));

const later = await openReader(views, { atLeast: position });
const now = await selfEvaluationReport(later, { year: '2025' });
const row = now.lines.find(({ number }) => number === '1.12');
console.log(`${row?.law.standing} on ${row?.law.confirmation?.on}, left: ${now.unsettled}`);
// #endregion confirm

// #region annul
const mistake = { reason: 'сверяли с проектом', signer: 'p-1', office: 'head', on: '2025-12-02' };
must(await school.law.annulEntry({ ...mistake, entry }));
// #endregion annul
