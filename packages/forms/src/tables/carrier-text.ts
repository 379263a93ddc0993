import { carrierMark } from '@letopis/core/facts';
import type { ShownCarrier } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Labels } from './labels.ts';

/** The carriers that are not in place: «Личные дела: изъято 02.03.2028»; null: none. RK 4 no. 3. */
export function carriersText(
  carriers: readonly ShownCarrier[],
  { language, titled }: Pick<Labels, 'language' | 'titled'>,
): string | null {
  const said = carriers.map(
    (one) => `${titled(one.title, one.carrier)}: ${carrierMark(one, shortDate)?.[language] ?? ''}`,
  );
  return said.length === 0 ? null : said.join('; ');
}
