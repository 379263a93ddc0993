import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { distinct, keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { CourseFact, FileCourse } from './course.ts';
import { COURSE_TYPES, courseOf } from './course.ts';
import type { CreditCase, CreditFact } from './credit-case.ts';
import { CREDIT_TYPES, creditOf } from './credit-case.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import type { EnrollmentLife } from './life.ts';
import { livesOf } from './life.ts';
import type { FileCard } from './personal-file-card.ts';
import { CARD_TYPES, cardOn } from './personal-file-card.ts';
import type { ResultFact, ResultRecord } from './result.ts';
import { RESULT_TYPES, resultFactOf, resultsOf } from './result.ts';

/** The life of one enrollment with its orders; `null` if it has not begun on that day. */
export interface FileLife extends WithBasis {
  readonly kind: 'life';
  readonly learner: string;
  readonly enrollment: string;
  readonly life: EnrollmentLife | null;
}

/** The results of one enrollment in one module, credits and corrections among them. */
export interface FileResults extends WithBasis {
  readonly kind: 'results';
  readonly learner: string;
  readonly enrollment: string;
  /** `null` for results of the whole programme. */
  readonly module: string | null;
  readonly results: readonly ResultRecord[];
}

/** One application for credit; its case is `null` if it did not exist on that day. D11. */
export interface FileCredit extends WithBasis {
  readonly kind: 'credit';
  readonly learner: string;
  readonly case: CreditCase | null;
}

/** What a partition of the personal file says, distinguished by `kind`. */
export type PersonalFileAnswer = FileCard | FileLife | FileCourse | FileResults | FileCredit;

interface View<Kind extends string, Held> {
  readonly kind: Kind;
  readonly key: string;
  readonly facts: Held[];
}

/** A partition of the personal file: its facts in log order. */
export type PersonalFileView =
  | View<'card', Fact<(typeof CARD_TYPES)[number]>>
  | View<'life', LifeEntryFact>
  | View<'course', CourseFact>
  | View<'credit', CreditFact>
  | View<'results', ResultFact>;

/** Keys of the personal file's partitions; a prefix leaves out the last parts. */
export const personalFileKey = {
  /** Gives the key of a learner's card, which has the registration and the special status. */
  card: (learner: string): string => partitionKey('card', learner),
  /** Gives the key of the life of one enrollment with its orders. */
  life: (learner: string, enrollment = ''): string => partitionKey('life', learner, enrollment),
  /** Gives the key of the decisions on study years and the forms of study of one enrollment. */
  course: (learner: string, enrollment: string): string =>
    partitionKey('course', learner, enrollment),
  /** Gives the key of the results of one enrollment; the module `null` is the whole programme. */
  results: (learner: string, enrollment: string, module: string | null): string =>
    partitionKey('results', learner, enrollment, module),
  /** Gives the key of one application for credit. */
  credit: (learner: string, credit = ''): string => partitionKey('credit', learner, credit),
  /** Prefix of all results of a learner. */
  allResults: (learner: string): string => partitionKey('results', learner, ''),
};

/**
 * The personal file (P3, R1 §1.3.2 §5.4, R2 §2.2, R4 §5.5, R5 §4.3.1) in five kinds of partition:
 * `card/<learner>` (registration, inventory, commendations, special status, links to other
 * records), `life/<learner>/<enrollment>` (the enrollment's life with its orders),
 * `course/<learner>/<enrollment>` (decisions on study years, forms of education and of study),
 * `results/<learner>/<enrollment>/<module>`, `credit/<learner>/<credit>` (an application for
 * credit). The journal has the attendance, `records` the archival status; debts, documents,
 * disclosures, achievements and portfolios have views of their own.
 */
export const personalFile: Projection<PersonalFileView, PersonalFileAnswer> = {
  name: 'personal-file',
  version: 3,
  types: [...CARD_TYPES, ...LIFE_TYPES, ...COURSE_TYPES, ...RESULT_TYPES, ...CREDIT_TYPES],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'card' || kind === 'life' || kind === 'credit') return { kind, key, facts: [] };
    if (kind === 'course') return { kind, key, facts: [] };
    return { kind: 'results', key, facts: [] };
  },
  apply: (view, event) => {
    if (view.kind === 'card') {
      if (isOneOf(event, CARD_TYPES)) view.facts.push(factOf(event));
    } else if (view.kind === 'credit') {
      if (isOneOf(event, CREDIT_TYPES)) view.facts.push(factOf(event));
    } else if (view.kind === 'course') {
      if (isOneOf(event, COURSE_TYPES)) view.facts.push(factOf(event));
    } else if (view.kind === 'life') {
      const step = lifeFactOf(event);
      if (step !== null) view.facts.push(step);
    } else {
      const fact = resultFactOf(event);
      if (fact !== null) view.facts.push(fact);
    }
  },
  read: (view, on) => {
    const [, learner = '', enrollment = '', module = ''] = view.key.split('/');
    const basis = basisOf(factsOn<Fact<never> | (typeof view.facts)[number]>(view.facts, on));
    if (view.kind === 'card') return cardOn(learner, factsOn(view.facts, on));
    if (view.kind === 'credit') {
      const current = factsOn(view.facts, on);
      const found = current.length === 0 ? null : creditOf(enrollment, current);
      return { kind: 'credit', learner, case: found, basis };
    }
    if (view.kind === 'course') return courseOf(learner, enrollment, factsOn(view.facts, on));
    if (view.kind === 'life') {
      const life = livesOf(view.facts, on)[0] ?? null;
      return { kind: 'life', learner, enrollment, life, basis };
    }
    const results = resultsOf(view.facts, on);
    return { kind: 'results', learner, enrollment, module: module || null, results, basis };
  },
};

const LINK_TYPES = ['LearnersLinked', 'LearnersUnlinked', 'LinkEntryAnnulled'] as const;

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, LINK_TYPES)) {
    return distinct(event.data.learner, event.data.other).map((one) => personalFileKey.card(one));
  }
  if (isOneOf(event, CARD_TYPES)) return [personalFileKey.card(event.data.learner)];
  if (isOneOf(event, CREDIT_TYPES)) {
    return [personalFileKey.credit(event.data.learner, event.data.credit)];
  }
  if (isOneOf(event, COURSE_TYPES)) {
    return [personalFileKey.course(event.data.learner, event.data.enrollment)];
  }
  if (isOneOf(event, LIFE_TYPES)) {
    return [personalFileKey.life(event.data.learner, event.data.enrollment)];
  }
  if (!isOneOf(event, RESULT_TYPES)) return [];
  const { learner, enrollment, module } = event.data;
  return [personalFileKey.results(learner, enrollment, module)];
}
