import type { Academy } from './academy.ts';
import { head } from './academy.ts';
import type { EventOfType } from './event-log.ts';

type Issued = EventOfType<'DocumentIssued'>;
type Item = EventOfType<'PortfolioItemAdded'>;

/** The content of a certificate of 72 hours. */
export const content: Issued['data']['content'] = {
  issuedOn: '2026-12-25',
  qualification: null,
  hours: 72,
  from: null,
  until: null,
  subject: null,
};

/** Issues a certificate in the register that its id names; with `first` it is a duplicate. */
export function issue(
  academy: Academy,
  document: string,
  given: Partial<Issued['data']> = {},
): Issued {
  const { first = null } = given;
  const number = Number(document.split('.')[2]);
  return academy.add('DocumentIssued', '2026-12-25', {
    document,
    learner: 'l-1',
    register: 'certificates',
    kind: 'upgrade-certificate',
    number,
    registrationNumber: `УД-${number}`,
    paper: { blank: null, series: 'АБ', number: '0001' },
    enrollment: 'l-1.p-1.1',
    programme: 'p-1',
    completedBy: null,
    standing: first === null ? 'original' : 'duplicate',
    first,
    content,
    marks: [],
    signer: head,
    edition: 1,
    ...given,
  });
}

/** Adds a work on paper to the portfolio of `l-1`. */
export function addToPortfolio(
  academy: Academy,
  on: string,
  words: Pick<Item['data'], 'title' | 'locator'>,
  achievement: string | null = null,
): Item {
  const data: Item['data'] = {
    learner: 'l-1',
    item: 'i-1',
    kind: 'work',
    medium: 'paper',
    content: null,
    commendation: null,
    achievement,
    addedBy: { kind: 'official', id: 't-1' },
    ...words,
    edition: 1,
  };
  return academy.add('PortfolioItemAdded', on, data, { stream: 'academy.portfolio-learner.l-1' });
}
