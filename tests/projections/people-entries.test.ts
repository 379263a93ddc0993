import type { Result } from '@letopis/core';
import { must, order } from '@letopis/core';
import type { LearnerRecord, OfficialRecord } from '@letopis/core/facts';
import {
  appointmentOn,
  birthDateOn,
  consentOn,
  giftedOn,
  hasSpecialNeedsOn,
  learnerEntries,
  learnerFold,
  officialEntries,
  officialFold,
  representativesOn,
} from '@letopis/core/facts';
import { disclosures, disclosuresKey } from '@letopis/projections/views';
import { people, personalFile, personalFileKey } from '@letopis/projections/views';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSchool } from '../domain/worlds/records-school.ts';
import { readerOver } from './event-log.ts';

/*
 * Histories of one learner and one official in which facts are entered late, annulled and
 * corrected, in any order. RK 1.5, RK 1.8.
 */

/** What is entered, and three numbers that say about whom, when and how long. */
type Move = readonly [kind: number, a: number, b: number, c: number];

const move: fc.Arbitrary<Move> = fc.tuple(fc.nat(11), fc.nat(30), fc.nat(80), fc.nat(7));
const moves = fc.array(move, { minLength: 1, maxLength: 24, size: 'max' });

const day = (at: number): string =>
  new Date(Date.parse('2026-09-01') + (at % 82) * 86_400_000).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 82 }, (_, at) => day(at));
const act = {
  reason: 'Внесено ошибочно',
  signer: 'p-1',
  office: 'head',
  ground: order('9-од', '2026-08-25'),
} as const;
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length || 1)];

/** What a correction of a value gives; the day stays. */
const VALUES: Readonly<Record<string, object>> = {
  LearnerDataChanged: { birthDate: '2009-05-05' },
  RepresentativeNamed: { relation: 'guardian' },
  GiftedListed: { conditions: 'время' },
  OfficialAppointed: { position: 'Педагог' },
};

type School = Awaited<ReturnType<typeof openSchool>>;
interface Refused {
  readonly code: string;
  readonly data: unknown;
}

/** One learner and one official of a school, whose streams a history writes. */
class Lived {
  readonly school: School;
  readonly learner: string;
  readonly person: string;

  constructor(school: School, at: number) {
    this.school = school;
    this.learner = `l-${100 + at}`;
    this.person = `p-${100 + at}`;
  }

  /** Enters a fact: the first eight about the learner, the others about the official. */
  enter([kind, a, b, c]: Move): Promise<Result<unknown>> {
    const { learner, person } = this;
    const { learners, officials } = this.school;
    const on = day(b);
    const until = a % 3 === 0 ? day(b + c) : null;
    const representative = `r-${a % 2}`;
    const office = a % 2 === 0 ? 'teacher' : 'head';
    const givenBy = a % 4 === 0 ? 'learner' : representative;
    const entries = [
      () => learners.change({ learner, name: `Имя ${'абвгдежз'[c]}`, on }),
      () => learners.change({ learner, birthDate: a % 5 ? '2010-03-01' : '2008-10-10', on }),
      () =>
        learners.nameRepresentative({
          learner,
          representative,
          until,
          on,
          name: `Мать ${'абвгдежз'[c]}`,
          relation: 'parent',
        }),
      () => learners.endRepresentative({ learner, representative, on }),
      () =>
        learners.giveConsent({
          learner,
          givenBy,
          until,
          on,
          id: `c-${a % 3}`,
          purpose: 'publication',
        }),
      () => learners.withdrawConsent({ learner, consent: `c-${a % 3}`, withdrawnBy: givenBy, on }),
      () => learners.recordSpecialNeeds({ learner, needs: 'слух', until, on }),
      () => learners.endSpecialStatus({ learner, status: 'special-needs', on }),
      () => learners.listAsGifted({ learner, entry: `77-${c}`, until, on }),
      () => officials.appoint({ person, office, from: on, until }),
      () => officials.relieve({ person, office, on }),
      () => officials.rename({ person, name: `Фамилия ${'абвгдежз'[c]}`, on }),
    ];
    const entry = entries[kind];
    if (entry === undefined) throw new RangeError(`no entry of kind ${kind}`);
    return entry();
  }

  /** Annuls or corrects an entry. */
  async putRight([kind, a, b]: Move): Promise<void> {
    const { learners, officials } = this.school;
    const own = kind % 4 === 0 ? await this.official() : await this.state();
    const entry = pick([...own.entries.keys()], a);
    if (entry === undefined) return;
    const { learner, person } = this;
    const value = VALUES[own.entries.get(entry)?.event.type ?? ''];
    const to = b % 2 === 0 && value !== undefined ? value : { on: day(b) };
    if (kind % 4 === 0) {
      await (kind % 8 === 0
        ? officials.annul({ ...act, person, entry })
        : officials.correct({ ...act, person, entry, to }));
    } else {
      await (kind % 2 === 0
        ? learners.annul({ ...act, learner, entry })
        : learners.correct({ ...act, learner, entry, to }));
    }
  }

  async register(at = 0): Promise<void> {
    const { learner, person } = this;
    must(await this.school.learners.register({ id: learner, name: 'Ильина', on: day(at) }));
    must(await this.school.officials.appoint({ person, office: 'archivist', from: day(0) }));
  }

  state = async (): Promise<LearnerRecord> =>
    (await this.school.session.load(learnerFold, this.learner)).state;

  official = async (): Promise<OfficialRecord> =>
    (await this.school.session.load(officialFold, this.person)).state;

  events = async () => [
    ...(await this.school.events(`learner-${this.learner}`)),
    ...(await this.school.events(`official-${this.person}`)),
  ];
}

/** What a learner's state says on a day. */
function said(state: LearnerRecord, on: string) {
  return {
    birthDate: birthDateOn(state, on),
    representatives: representativesOn(state, on)
      .map(({ id, from }) => `${id} ${from}`)
      .toSorted(),
    consent: consentOn(state, 'publication', on)?.from ?? null,
    needs: hasSpecialNeedsOn(state, on),
    gifted: giftedOn(state, on)?.from ?? null,
  };
}

const offices = (state: OfficialRecord, on: string) =>
  ['teacher', 'head'].map((office) => appointmentOn(state, [office], on)?.from ?? null);

/** A state without its entries, to be compared. */
function bare({
  entries: _e,
  latestDay: _l,
  replaced: _r,
  ...state
}: object & WithEntries): object {
  return { ...state };
}
type WithEntries = { entries: unknown; latestDay: unknown; replaced: unknown };

/** The latest day of some facts; null: there are none. */
const newest = (list: readonly { readonly on: string }[]): string | null =>
  list
    .map((one) => one.on)
    .toSorted()
    .at(-1) ?? null;

/** Lives a history in which every third move puts an entry right. */
async function live(school: School, at: number, all: readonly Move[]): Promise<Lived> {
  const lived = new Lived(school, at);
  await lived.register();
  for (const [index, one] of all.entries()) {
    await (index % 3 === 2 ? lived.putRight(one) : lived.enter(one));
  }
  return lived;
}

let count = 0;
const next = (): number => (count += 1);
const runs = { numRuns: 60 };
const patience = 120_000;

describe('RK 1.8: in every history of a learner and an official', () => {
  test(
    'the state is that of the entries in force, in the order of their days',
    async () => {
      const school = await openSchool();
      await fc.assert(
        fc.asyncProperty(moves, async (all) => {
          const lived = await live(school, next(), all);
          const events = (await lived.events()).map((event) => ({ event, place: event.position }));
          const gone = new Map<string, string | null>();
          for (const { event } of events) {
            const { corrects, replacedBy } = event.data as Record<string, string | null>;
            if (event.type.endsWith('EntryAnnulled')) gone.set(corrects ?? '', replacedBy ?? null);
          }
          for (const one of events) {
            const before = events.find(({ event }) => gone.get(event.id) === one.event.id);
            if (before?.event.occurredOn === one.event.occurredOn) one.place = before.place;
          }
          const standing = events
            .filter(({ event: { id, type } }) => !gone.has(id) && !type.endsWith('EntryAnnulled'))
            .toSorted((a, b) => {
              const [x, y] = [a, b].map(({ event, place }) => `${event.occurredOn} ${place}`);
              return (x ?? '') < (y ?? '') ? -1 : 1;
            })
            .map(({ event }) => event);
          const learner = learnerEntries.initial();
          const official = officialEntries.initial();
          for (const event of standing) {
            if (event.stream.includes('.learner-')) learnerEntries.evolve(learner, event as never);
            else officialEntries.evolve(official, event as never);
          }
          expect(bare(await lived.state())).toEqual(learner);
          expect(bare(await lived.official())).toEqual(official);
          expect(learner.idle).toEqual([]);
          expect(official.idle).toEqual([]);
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'the views say on every day what the state says',
    async () => {
      const school = await openSchool();
      await fc.assert(
        fc.asyncProperty(moves, fc.constantFrom(...DAYS), async (all, on) => {
          const lived = await live(school, next(), all);
          const state = await lived.state();
          const reader = readerOver((await lived.events()) as never, { on });
          const person = await reader.get(people, lived.learner);
          const card = await reader.get(personalFile, personalFileKey.card(lived.learner));
          const ledger = await reader.get(disclosures, disclosuresKey.learner(lived.learner));
          const statuses = card?.kind === 'card' ? card.statuses : [];
          const held = statuses.filter(({ recorded, ended, annulled }) => {
            const { until } = recorded.data;
            return annulled === null && ended === null && (until === null || on <= until);
          });
          const consents = (ledger?.kind === 'learner' ? ledger.consents : []).filter(
            ({ given, withdrawn, annulled }) => {
              const { until } = given.data;
              return annulled === null && withdrawn === null && (until === null || on <= until);
            },
          );
          const born = person?.birthDate ?? null;
          expect({
            birthDate: born !== null && 'value' in born ? born.value : null,
            representatives: (person?.representatives ?? [])
              .map(({ representative, from }) => `${representative} ${from}`)
              .toSorted(),
            consent: newest(consents.map(({ given }) => given)),
            needs: held.some(({ status }) => status === 'special-needs'),
            gifted: newest(
              held.filter(({ status }) => status === 'gifted').map((one) => one.recorded),
            ),
          }).toEqual(said(state, on));
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'whatever was entered can be annulled, once what rests on it is',
    async () => {
      const school = await openSchool();
      await fc.assert(
        fc.asyncProperty(moves, async (all) => {
          const lived = await live(school, next(), all);
          const { learner, person } = lived;
          const annul = async (entry: string, ofLearner: boolean): Promise<void> => {
            const done = ofLearner
              ? await school.learners.annul({ ...act, learner, entry })
              : await school.officials.annul({ ...act, person, entry });
            if (done.ok) return;
            const { code, data } = done.refusal as Refused;
            if (code === 'entry-annulled-already') return;
            expect(code).toBe('entry-rested-on');
            const { facts } = data as { facts: readonly { id: string }[] };
            expect(facts.length).toBeGreaterThan(0);
            for (const { id } of facts.toReversed()) await annul(id, ofLearner);
            await annul(entry, ofLearner);
          };
          for (const entry of (await lived.state()).entries.keys()) await annul(entry, true);
          for (const entry of (await lived.official()).entries.keys()) await annul(entry, false);
          expect(bare(await lived.state())).toEqual(learnerEntries.initial());
          expect(bare(await lived.official())).toEqual(officialEntries.initial());
        }),
        runs,
      );
    },
    patience,
  );
});

describe('RK 1.5: the order of entering makes no difference', () => {
  test(
    'facts entered in any order say on every day what they say in the order of their days',
    async () => {
      const school = await openSchool();
      const distinct = fc.uniqueArray(move, {
        maxLength: 16,
        size: 'max',
        selector: ([, , b]) => day(b),
      });
      await fc.assert(
        fc.asyncProperty(distinct, fc.infiniteStream(fc.nat(1000)), async (all, chance) => {
          const inTime = new Lived(school, next());
          await inTime.register();
          const taken: Move[] = [];
          for (const one of all.toSorted((a, b) => (a[2] % 82) - (b[2] % 82))) {
            if ((await inTime.enter(one)).ok) taken.push(one);
          }
          const late = new Lived(school, next());
          await late.register();
          let waiting = taken
            .map((one) => ({ one, at: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const codes: string[] = [];
          // A fact that needs another one is entered after it; the rest of the order stays.
          for (let before = -1; before !== waiting.length && waiting.length > 0;) {
            before = waiting.length;
            codes.length = 0;
            const left: Move[] = [];
            for (const one of waiting) {
              const done = await late.enter(one);
              if (done.ok) continue;
              left.push(one);
              codes.push(done.refusal.code);
            }
            waiting = left;
          }
          // An open term cannot be entered before a later one: the refusal asks for its last day.
          const terms = ['representative-standing', 'already-appointed', 'entry-contradicted'];
          const asked = codes.some((code) => terms.includes(code));
          expect(asked).toBe(waiting.length > 0);
          if (asked) return;
          const [one, other] = [await inTime.state(), await late.state()];
          expect(DAYS.map((on) => said(other, on))).toEqual(DAYS.map((on) => said(one, on)));
          const [first, second] = [await inTime.official(), await late.official()];
          expect(DAYS.map((on) => offices(second, on))).toEqual(
            DAYS.map((on) => offices(first, on)),
          );
          const names = async (lived: Lived, on: string) => {
            const reader = readerOver((await lived.events()) as never, { on });
            const own = await reader.get(people, lived.learner);
            return [own?.name, (await reader.get(people, lived.person))?.name];
          };
          for (const on of [day(10), day(40), day(81)]) {
            expect(await names(late, on)).toEqual(await names(inTime, on));
          }
        }),
        runs,
      );
    },
    patience,
  );
});
