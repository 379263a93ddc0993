import { refusal } from '../../../kernel/refusal.ts';

/** Said when a special condition is not described in the regulation. */
export const conditionUnknown = refusal(
  'condition-unknown',
  (d: { condition: string; known: readonly string[] }) => ({
    ru: `Особого условия «${d.condition}» нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `The regulation has no condition ${d.condition}; it has: ${d.known.join(', ') || '—'}`,
  }),
);

/** Said when the regulation grants no special conditions at a kind of assessment. R5 §3.4. */
export const conditionsNotForKind = refusal(
  'conditions-not-for-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `При «${d.kind}» особых условий не бывает; положение даёт их при: ${d.kinds.join(', ')}`,
    en: `No special conditions are granted at ${d.kind}; they are at: ${d.kinds.join(', ')}`,
  }),
);

/** Said when conditions are not allowed because the state final attestation covers the module. */
export const takenAtStateFinal = refusal(
  'taken-at-state-final',
  (d: { module: string; kind: string }) => ({
    ru: `${d.module} сдают на ГИА: при «${d.kind}» это не допускается; выберите другой предмет`,
    en: `${d.module} is taken at the state final attestation: not at ${d.kind}; choose another one`,
  }),
);

/** Said when no ground of the regulation entitles the learner to special conditions on that day. */
export const conditionsNotOpen = refusal(
  'conditions-not-open',
  (d: { learner: string; on: string; grounds: readonly string[] }) => ({
    ru: `На ${d.on} у ${d.learner} нет основания для особых условий (${d.grounds.join(', ')})`,
    en: `On ${d.on} ${d.learner} has no ground for special conditions (${d.grounds.join(', ')})`,
  }),
);

/** Said when the person named is no representative with rights on that day. */
export const representativeUnknown = refusal(
  'representative-unknown',
  (d: { representative: string; on: string }) => ({
    ru: `На ${d.on} ${d.representative} не представитель: назовите представителя с правами`,
    en: `On ${d.on} ${d.representative} is no representative with rights: name one who is`,
  }),
);

/**
 * Said when a representative acts, or is told, beyond what a paper left of their rights. RK 1.16.
 */
export const representativeScope = refusal(
  'representative-scope',
  (d: { representative: string; on: string; scope: string; needed: string }) => ({
    ru: `На ${d.on} права ${d.representative} — ${d.scope}, а нужны ${d.needed}: назовите другого`,
    en: `On ${d.on} ${d.representative} has the rights ${d.scope}, not ${d.needed}: name another`,
  }),
);

/** Said when no learner with this id is registered. */
export const learnerUnknown = refusal('learner-unknown', (d: { learner: string }) => ({
  ru: `Обучающийся ${d.learner} не зарегистрирован: сначала зарегистрируйте`,
  en: `There is no learner ${d.learner}: register them first`,
}));

/** The ids of representatives, or a word for none. */
const list = (d: { representatives: readonly string[] }, none: string): string =>
  d.representatives.join(', ') || none;

/** Said when a learner under 18 gives or withdraws a consent without a representative. */
export const minorActsAlone = refusal(
  'minor-acts-alone',
  (d: { learner: string; on: string; representatives: readonly string[] }) => ({
    ru: `На ${d.on} ${d.learner} моложе 18 лет: нужен представитель (${list(d, 'нет')})`,
    en: `On ${d.on} ${d.learner} is under 18: a representative has to (${list(d, 'none')})`,
  }),
);
