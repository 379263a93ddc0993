import type { EventStore, Result } from '@letopis/core';
import { order } from '@letopis/core';
import type { RegisterEvent } from '@letopis/core/facts';
import { registrationNumber, seriesOn } from '@letopis/core/facts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyOver } from '../worlds/academy.ts';
import { certificate, documentAcademy, must, participation } from '../worlds/register-academy.ts';

type Work = 'paper' | 'certificate' | 'spoil' | 'annul';
const works = fc.constantFrom<Work>('paper', 'paper', 'certificate', 'spoil', 'annul');
const plan = fc.record({ clerk: fc.nat(2), work: works, blank: fc.integer({ min: 1, max: 3 }) });

/** The store with every append let through one at a time, in an order that chance gives. */
function interleaved(store: EventStore, schedule: fc.Scheduler): EventStore {
  const append = schedule.scheduleFunction((...given: Parameters<EventStore['append']>) =>
    store.append(...given),
  );
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append') return append;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A clerk with a kernel of their own: nothing but the store keeps two of them apart. */
const clerk = (store: EventStore) => academyOver(store, 'u-5', order('31-з', '2026-12-01'));

function doing(
  { documents, blanks }: Pick<Academy, 'documents' | 'blanks'>,
  work: Work,
  number: string,
): Promise<Result<unknown>> {
  const by = { signer: 'p-5', on: '2026-12-22' };
  switch (work) {
    case 'paper':
      return documents.issue(participation);
    case 'certificate':
      return documents.issue({ ...certificate, number });
    case 'spoil': {
      const what = { blank: 'certificate-blank', series: 'ПК', number, cause: 'misprint' };
      return blanks.spoil({ ...what, register: 'issued-documents.2026', ...by });
    }
    case 'annul': {
      const document = 'issued-documents.2026.1';
      const ground = order('32-з', '2026-12-22');
      return documents.annul({ document, reason: 'ошибка', signer: 'p-1', ground });
    }
  }
}

test('D15: in any order of three clerks numbers have no gap, blanks one use', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(plan, { minLength: 2, maxLength: 9 }),
      async (s, all) => {
        const { session } = await documentAcademy();
        const { store } = session.handler;
        const clerks = [0, 1, 2].map(() => clerk(interleaved(store, s)));
        const done = await s.waitFor(
          Promise.all(
            all.map(({ clerk: who, work, blank }) => {
              const rooms = clerks[who];
              if (rooms === undefined) throw new Error('there are three clerks');
              return doing(rooms, work, `000${blank}`);
            }),
          ),
        );
        const events = await session.handler.events('academy.register-issued-documents.2026');
        const facts = events as readonly RegisterEvent[];
        const lines = facts.flatMap((fact) => (fact.type === 'DocumentIssued' ? [fact.data] : []));
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
        const papers = all.filter(({ work }) => work === 'paper').length;
        expect(lines.filter(({ kind }) => kind === participation.kind)).toHaveLength(papers);
        expect(facts).toHaveLength(done.filter(({ ok }) => ok).length);
        const spent = facts.flatMap((fact) => {
          if (fact.type === 'BlankSpoilt') return [fact.data.number];
          const isBlank = fact.type === 'DocumentIssued' && fact.data.paper.blank !== null;
          return isBlank ? [fact.data.paper.number] : [];
        });
        expect(new Set(spent).size).toBe(spent.length);
      },
    ),
    { numRuns: 40 },
  );
});

test('D15: a registration number tells its number apart from every other of its year', () => {
  const number = fc.integer({ min: 1, max: 1_000_000 });
  const formats = fc.constantFrom('{n}', '{index}-{n:4}/{yy}', '{year}/{index}{n:7}', 'ДПО-{n:1}');
  fc.assert(
    fc.property(formats, number, number, (format, one, other) => {
      const written = (n: number) => registrationNumber({ index: 'Д', format }, '2027-06-30', n);
      expect(written(one) === written(other)).toBe(one === other);
      expect(written(one)).not.toMatch(/[{}]/);
    }),
  );
});

const named = (scope: 'register' | 'organisation', reset: 'year' | 'never') =>
  seriesOn({ id: 'diplomas', scope, reset }, '2027-06-30');

test('D15: a series is a register or the organisation, of one year or of all', () => {
  expect(named('register', 'year')).toEqual({ series: 'diplomas', year: '2027' });
  expect(named('organisation', 'never')).toEqual({ series: 'organisation', year: 'all' });
});

test('D15: one entered late, for a year gone by, meets what was issued since', async () => {
  const { documents, blanks, session } = await documentAcademy();
  const ports = session.handler.store.ports as unknown as { setClock: (at: string) => void };
  ports.setClock('2027-02-01T09:00:00.000Z');
  const range = { blank: 'certificate-blank', series: 'ПК', from: '0011', to: '0012' };
  const by = { signer: 'p-5', on: '2027-01-11' };
  must(await blanks.receive({ ...range, ...by }));
  must(await blanks.assign({ ...range, ...by, register: 'issued-documents.2027' }));
  const since = { ...certificate, number: '0011', on: '2027-01-12' };
  const { document } = must(await documents.issue(since));
  expect(await documents.issue({ ...certificate, on: '2026-12-30' })).toMatchObject({
    refusal: { code: 'document-issued-already', data: { document } },
  });
});

test('D15: an original of an earlier year stands in the way of a second one', async () => {
  const { documents, session } = await documentAcademy();
  const { document } = must(await documents.issue(certificate));
  const ports = session.handler.store.ports as unknown as { setClock: (at: string) => void };
  ports.setClock('2028-02-01T09:00:00.000Z');
  const later = { ...certificate, number: '0002', on: '2028-02-01' };
  const second = await documents.issue(later);
  expect(second).toMatchObject({
    refusal: { code: 'document-issued-already', data: { document } },
  });
  must(await documents.withdraw({ document, reason: 'lost', on: '2027-03-01' }));
  const paper = { ...participation, on: '2028-02-01' };
  expect(must(await documents.issue(paper)).registrationNumber).toBe('Д-0001/28');
});
