import type { EnrollmentEvent, StudySeen } from '@letopis/core/facts';
import { contradictionsIn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  back,
  completed,
  credited,
  decided,
  editionOf,
  enrolled,
  formSet,
  ids,
  left,
  missed,
  moved,
  recorded,
  resultAnnulled,
  seenOf,
  stepAnnulled,
} from '../worlds/enrollment-facts.ts';

/* Which facts of one enrollment stand beside each other and cannot. RK 1.5, 1.6, 1.13. */

const { enrollment } = ids;
const day = '2026-10-05';
const current = { kind: 'current' };
const family = formSet('education', 'family', '2026-09-10');
const planFrom = (on: string) => formSet('arrangement', 'individual-plan', on);

/** Each contradiction: its kind and both facts. */
const found = (seen: StudySeen) =>
  contradictionsIn(seen).map(({ kind, facts }) => [kind, ...facts]);
const foundIn = (...facts: readonly EnrollmentEvent[]) =>
  found(seenOf([enrolled('2026-09-01'), ...facts]));

describe('273-FZ art. 34: a result beside a form that allows attestation only', () => {
  test('is a current mark: no credit, and no attestation', () => {
    const given = [
      recorded('r', day, '4', current),
      credited('c', day, current),
      recorded('test', day, '4'),
    ];
    expect(contradictionsIn(seenOf([enrolled('2026-09-01'), family, ...given]))).toEqual([
      {
        kind: 'result-against-form',
        enrollment,
        day,
        module: 'safety',
        facts: ['family-2026-09-10', 'r'],
      },
    ]);
  });

  test('the form that limits most is named, whatever else was set', () => {
    const mark = recorded('r', day, '4', current);
    expect(foundIn(family, planFrom('2026-09-11'), mark)).toEqual([
      ['result-against-form', 'family-2026-09-10', 'r'],
    ]);
  });

  test('a form that holds by the regulation alone is no fact that contradicts', () => {
    const [, ofFamily] = r2.enrollment.educationForms;
    const educationForms = ofFamily === undefined ? [] : [ofFamily];
    const facts = [enrolled('2026-09-01'), recorded('r', day, '4', current)];
    expect(found(seenOf(facts, editionOf({ enrollment: { educationForms } })))).toEqual([]);
  });

  test('RK 1.8: nothing in an annulled enrollment contradicts', () => {
    const undone = stepAnnulled('enrolled', 'Enrolled', '2026-10-10');
    expect(foundIn(family, recorded('r', day, '4', current), undone)).toEqual([]);
  });
});

test('RK 1.5: without a regulation nothing is judged', () => {
  const facts = [
    enrolled('2026-09-01'),
    family,
    recorded('r', day, '4', current),
    recorded('fails', day, '2'),
    decided('d', '2026', '2026-12-01'),
    completed('2026-12-21'),
  ];
  expect(found(seenOf(facts, null))).toEqual([]);
});

test('RK 1.5: nothing contradicts in an enrollment of which no fact is known', () => {
  expect(found(seenOf([]))).toEqual([]);
});

describe('RK 1.5: a decision or a form that holds from a day on which study had ended', () => {
  const gone = left('2026-11-01');

  test('stands beside the end before it, though the learner came back later', () => {
    const outside = [decided('d', '2026', '2026-11-02'), planFrom('2026-11-15')];
    expect(
      contradictionsIn(
        seenOf([
          enrolled('2026-08-31'),
          gone,
          ...outside,
          back('2026-12-01'),
          planFrom('2026-12-01'),
        ]),
      ),
    ).toEqual(
      [
        ['2026-11-02', 'd'],
        ['2026-11-15', 'individual-plan-2026-11-15'],
      ].map(([on, event]) => ({
        kind: 'entry-outside-study',
        enrollment,
        day: on,
        module: null,
        facts: [gone.id, event],
      })),
    );
  });

  test('not one of the day of the end, or of a day before the enrolling', () => {
    expect(foundIn(planFrom('2026-08-31'), planFrom('2026-11-01'), gone)).toEqual([]);
  });
});

describe('RK 1.13: a completion beside results that do not pass', () => {
  const end = completed('2026-12-21', 'm-2');
  const steps = [enrolled('2026-09-01'), moved('2026-09-02', 'm-1', 'm-2')];
  const interim = [{ kind: 'interim' }];
  const programme = {
    programmeType: '',
    mandatory: [],
    modules: {
      safety: { forms: interim, mandatory: ['interim'] },
      practice: { forms: interim, mandatory: [] },
    },
  };
  const completing = (...facts: readonly EnrollmentEvent[]) =>
    found(seenOf([...steps, ...facts, end], editionOf(), programme));
  const against = (event: string) => ['completion-against-result', end.id, event];

  test('the one that fails is named, not one that passes', () => {
    expect(
      completing(
        recorded('fails', '2026-12-01', '2', { planned: 'first' }),
        recorded('passes', '2026-12-02', '4', { planned: 'second' }),
      ),
    ).toEqual([against('fails')]);
  });

  test('an absence that counts is named, not a failing mark that was annulled', () => {
    expect(
      completing(
        missed('absent', '2026-12-01'),
        recorded('wrong', '2026-12-02', '2'),
        resultAnnulled('wrong', '2026-12-03'),
      ),
    ).toEqual([against('absent')]);
  });

  test('where all were annulled, the last of them is named', () => {
    expect(
      completing(
        ...['one', 'two', 'three'].flatMap((id) => [
          recorded(id, '2026-12-01', '4'),
          resultAnnulled(id, '2026-12-03'),
        ]),
      ),
    ).toEqual([against('three')]);
  });

  test('RK 1.2: a debt that is no such result is a contradiction of its own', () => {
    const kinds = [
      ...r2.assessment.kinds,
      { id: 'project', title: { ru: 'Проект', en: 'Project' }, attestation: true, once: false },
    ].map((one) => ({ byPeriod: false, diagnostic: null, ...one }));
    const limits = r2.retakes.limits.map((one) => ({ ...one, kinds: ['interim', 'project'] }));
    const rules = { assessment: { kinds }, retakes: { limits: limits.slice(0, 1) } };
    const facts = [
      ...steps,
      recorded('fails', '2026-12-01', '2'),
      recorded('elsewhere', '2026-12-01', '2', { module: 'practice' }),
      recorded('of-another-kind', '2026-12-01', '2', { kind: 'project', planned: 'p' }),
      end,
    ];
    expect(found(seenOf(facts, editionOf(rules), programme))).toEqual([
      against('fails'),
      ['completion-with-debt', end.id, 'elsewhere'],
      ['completion-with-debt', end.id, 'of-another-kind'],
    ]);
  });

  test('R2 §1.5: a result that the whole programme asks for is one in any module', () => {
    const [type] = r2.general.programmeTypes;
    if (type === undefined) throw new Error('R2 has types of programme');
    const programmeTypes = [{ ...type, mandatory: ['interim'] }];
    const once = { programmeType: type.id, mandatory: [], modules: {} };
    const facts = [...steps, recorded('fails', '2026-12-01', '2'), end];
    const edition = editionOf({ general: { programmeTypes } });
    expect(found(seenOf(facts, edition, once))).toEqual([against('fails')]);
  });

  test('RK 1.2: debts do not matter where the regulation does not ask about them', () => {
    const edition = editionOf({ retakes: { completionNeedsNoDebts: false } });
    const facts = [...steps, recorded('owed', '2026-12-01', '2', { module: 'practice' }), end];
    expect(found(seenOf(facts, edition, programme))).toEqual([]);
    expect(found(seenOf(facts, editionOf(), programme))).toEqual([
      ['completion-with-debt', end.id, 'owed'],
    ]);
  });
});
