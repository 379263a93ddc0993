import type { CoreEvent } from '@letopis/core';
import type { Projection } from '../projection.ts';
import type { Answered, DataOf, Fact, Source } from './fact.ts';
import type { RegulationTitles } from './regulation-titles.ts';
import { basisOf, factOf, isOneOf, standing } from './fact.ts';
import { keyPart, partitionKey } from './key.ts';
import { titlesOf } from './regulation-titles.ts';

const TYPES = [
  'EditionAdopted', 'RulesSet', 'ProgrammeOpened', 'ModuleAdded', 'ScaleChosen',
  'GroupOpened', 'AssessmentPlanned', 'PlannedAssessmentDropped',
] as const; // prettier-ignore

type CatalogueFact = Fact<(typeof TYPES)[number]>;

/** A partition of the catalogue: its facts in the order of the log. */
export interface CatalogueView {
  readonly kind: 'programme' | 'group' | 'regulation';
  readonly facts: CatalogueFact[];
}

/** A module as headings need it; `scale` is the one chosen last. */
export type ModuleTitle = DataOf<'ModuleAdded'>['module'];

/** A programme with its modules; `opened` null: there is none on that day. */
export interface ProgrammeTitles extends Answered {
  readonly kind: 'programme';
  readonly opened: DataOf<'ProgrammeOpened'> | null;
  /** Where its opening stands. */
  readonly source: Source | null;
  /** Scale of marks for the programme as a whole, the one chosen last; null: none. */
  readonly scale: string | null;
  readonly modules: readonly ModuleTitle[];
}

/** A group with its planned assessments; `opened` null: there is none on that day. */
export interface GroupTitles extends Answered {
  readonly kind: 'group';
  readonly opened: DataOf<'GroupOpened'> | null;
  readonly planned: readonly DataOf<'AssessmentPlanned'>[];
}

/** What codes of the regulation are called. */
export interface RegulationAnswer extends Answered, RegulationTitles {
  readonly kind: 'regulation';
}

/** What a partition of the catalogue says, told apart by `kind`. */
export type CatalogueAnswer = ProgrammeTitles | GroupTitles | RegulationAnswer;

/** Keys of the catalogue's partitions. */
export const catalogueKey = {
  programme: (programme: string): string => partitionKey('programme', programme),
  group: (group: string): string => partitionKey('group', group),
  regulation: 'regulation/main',
};

/**
 * Programmes, groups and the words of the regulation: what headings are printed from. It holds no
 * personal data. Keys: `programme/<programme>`, `group/<group>`, `regulation/main`.
 */
export const catalogue: Projection<CatalogueView, CatalogueAnswer> = {
  name: 'catalogue',
  version: 1,
  types: TYPES,
  keysOf,
  initial: (key) => ({ kind: keyPart(key, 0) as CatalogueView['kind'], facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ kind, facts }, on) => {
    const held = standing(facts, on);
    if (kind === 'programme') return programmeOn(held);
    return kind === 'group' ? groupOn(held) : { kind, ...titlesOf(held), basis: basisOf(held) };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  switch (event.type) {
    case 'EditionAdopted':
    case 'RulesSet':
      return [catalogueKey.regulation];
    case 'ProgrammeOpened':
    case 'ModuleAdded':
    case 'ScaleChosen':
      return [catalogueKey.programme(event.data.programme)];
    case 'GroupOpened':
    case 'AssessmentPlanned':
    case 'PlannedAssessmentDropped':
      return [catalogueKey.group(event.data.group)];
    default:
      return [];
  }
}

function programmeOn(facts: readonly CatalogueFact[]): ProgrammeTitles {
  let opened: Fact<'ProgrammeOpened'> | null = null;
  let whole: string | null = null;
  const modules = new Map<string, ModuleTitle>();
  for (const fact of facts) {
    if (fact.type === 'ProgrammeOpened' && opened === null) {
      opened = fact;
      whole = fact.data.scale;
    }
    if (fact.type === 'ModuleAdded') modules.set(fact.data.module.id, fact.data.module);
    if (fact.type !== 'ScaleChosen') continue;
    const { module: id, scale } = fact.data;
    if (id === null) whole = scale;
    const module = modules.get(id ?? '');
    if (module !== undefined) modules.set(module.id, { ...module, scale });
  }
  return {
    kind: 'programme',
    opened: opened?.data ?? null,
    source: opened?.source ?? null,
    scale: whole,
    modules: [...modules.values()],
    basis: basisOf(facts),
  };
}

function groupOn(facts: readonly CatalogueFact[]): GroupTitles {
  let opened: DataOf<'GroupOpened'> | null = null;
  const planned = new Map<string, DataOf<'AssessmentPlanned'>>();
  for (const fact of facts) {
    if (fact.type === 'GroupOpened') opened ??= fact.data;
    if (fact.type === 'AssessmentPlanned') planned.set(fact.data.planned, fact.data);
    if (fact.type === 'PlannedAssessmentDropped') planned.delete(fact.data.planned);
  }
  return { kind: 'group', opened, planned: [...planned.values()], basis: basisOf(facts) };
}
