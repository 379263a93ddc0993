import { must } from '@letopis/core';
import { describe, test } from 'vitest';
import {
  demand,
  employer,
  given,
  likeR1,
  openDisclosures,
  ruled,
  signed,
} from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

describe('D16 R1 §6.2, R5 §6.2: who is entitled, in which way and on which basis', () => {
  const byLaw = { by: 'law' as const, norm: '273-FZ art. 29' };
  const recipients = likeR1.disclosure.recipients;

  test('in no way that the regulation does not open to the recipient', async () => {
    const onAsking = recipients.map((one) => ({ ...one, ways: ['application' as const] }));
    const { disclosures } = await openDisclosures(ruled({ recipients: onAsking }));
    const told = { learner: 'l-4', to: 'learner', purpose: 'path', given, signer: 'p-9' };
    const tell = await disclosures.tell({ ...told, medium: 'oral', on: '2026-10-01' });
    expectRefused(tell, 'disclosure-not-open', 'learner', 'right', '—');
    must(await disclosures.ask({ ...demand, dueOn: '2026-10-05' }));
    const no = await disclosures.grant({ ...signed, basis: byLaw });
    expectRefused(no, 'disclosure-not-open', 'authority', 'law', '—');
    must(await disclosures.ask({ ...demand, id: 'd-2', way: 'application' }));
    must(await disclosures.grant({ ...signed, disclosure: 'd-2', basis: byLaw }));
  });

  test('nobody of whom the regulation says nothing', async () => {
    const known = recipients.filter(({ recipient }) => recipient !== 'third-person');
    const { disclosures } = await openDisclosures(ruled({ recipients: known }));
    must(await disclosures.ask(employer));
    const no = await disclosures.grant({ ...signed, basis: byLaw });
    expectRefused(no, 'disclosure-not-open', 'third-person', 'law', '—');
  });

  test('a refusal names what does open it', async () => {
    const { disclosures } = await openDisclosures();
    must(await disclosures.ask(employer));
    const no = await disclosures.grant({ ...signed, basis: { by: 'interest' } });
    expectRefused(no, 'disclosure-not-open', 'third-person', 'interest', 'consent, law');
  });
});

/** A consent as the basis. */
const by = (consent: string) => ({ by: 'consent' as const, consent });

describe('R1 §5.3, §6.2: a consent holds from its first day to its last', () => {
  test('neither before it was given nor after its term; a withdrawal ends it', async () => {
    const { disclosures, learners } = await openDisclosures();
    const consent = { learner: 'l-4', givenBy: 'r-1', purpose: 'transfer' as const };
    const term = { on: '2026-10-05', until: '2026-10-10' };
    must(await learners.giveConsent({ ...consent, id: 'c-5', ...term }));
    for (const [n, [on, code]] of (
      [
        ['2026-10-04', 'consent-not-holding'],
        ['2026-10-05', null],
        ['2026-10-10', null],
        ['2026-10-11', 'consent-not-holding'],
      ] as const
    ).entries()) {
      const id = `d-${n + 1}`;
      must(await disclosures.ask({ ...employer, id }));
      const granted = await disclosures.grant({ ...signed, disclosure: id, basis: by('c-5'), on });
      if (code === null) must(granted);
      else expectRefused(granted, code, 'c-5', 'l-4', 'transfer', on);
    }
  });

  test('of age the learner’s own one holds, given before or after the birthday', async () => {
    const { disclosures, learners } = await openDisclosures();
    const own = { learner: 'l-4', givenBy: 'learner', purpose: 'transfer' as const };
    must(await learners.giveConsent({ ...own, id: 'c-5', on: '2026-11-10' }));
    must(await disclosures.ask({ ...employer, on: '2026-11-09' }));
    const early = await disclosures.grant({ ...signed, basis: by('c-5'), on: '2026-11-09' });
    expectRefused(early, 'consent-not-holding', 'c-5', '2026-11-09');
    must(await disclosures.grant({ ...signed, basis: by('c-5'), on: '2026-11-10' }));
    must(await disclosures.ask({ ...employer, id: 'd-2', on: '2026-11-09' }));
    const until18 = { ...signed, disclosure: 'd-2', on: '2026-11-09' };
    must(await disclosures.grant({ ...until18, basis: by('c-1') }));
  });

  test('a word that every object knows is no consent', async () => {
    const { disclosures } = await openDisclosures();
    must(await disclosures.ask(employer));
    const no = await disclosures.grant({ ...signed, basis: by('constructor') });
    expectRefused(no, 'consent-not-holding', 'constructor', 'l-4');
  });
});
