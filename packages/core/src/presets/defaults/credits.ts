import type { CreditRules } from '../../regulation/rules.ts';

/** Credit where a regulation is silent. The law: 273-FZ art. 34 part 1 item 7. */
export const credits: CreditRules = {
  section: 'credits',
  sources: ['own', 'other-organisation'],
  applicants: ['learner', 'representative'],
  methods: ['comparison', 're-assessment'],
  decisionRequired: false,
  comparisonRequired: true,
  documentRequired: true,
  comparisonOffices: ['teacher', 'deputy-head', 'head', 'records-keeper'],
  decisionOffices: ['head', 'deputy-head'],
  controlOffices: null,
  reasonRequired: true,
  achievementKinds: [],
  achievementKindsNotStateFinal: [],
  achievementNeedsListing: true,
};
