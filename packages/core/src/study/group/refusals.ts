import { refusal } from '../../kernel/refusal.ts';

/** Said where a group is to be merged into itself, or into one of another programme. */
export const mergerUnfit = refusal(
  'merger-unfit',
  (d: { group: string; programme: string; into: string; intoProgramme: string }) => ({
    ru: `${d.group} (${d.programme}) не влить в ${d.into} (${d.intoProgramme}): нужна другая`,
    en: `${d.group} (${d.programme}) goes not into ${d.into} (${d.intoProgramme}): name another`,
  }),
);
