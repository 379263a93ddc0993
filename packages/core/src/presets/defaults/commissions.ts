import type { CommissionRules } from '../../regulation/rules.ts';

/** Commissions where a regulation is silent: kinds as R1 §4.2.3-4.2.4 names them. */
export const commissions: CommissionRules = {
  section: 'commissions',
  kinds: [
    {
      id: 'attestation',
      title: { ru: 'Аттестационная комиссия', en: 'Attestation commission' },
      attests: ['interim', 'final'],
      attempts: 'first',
    },
    {
      id: 'retake',
      title: { ru: 'Комиссия по пересдаче', en: 'Retake commission' },
      attests: ['interim', 'final'],
      attempts: 'retake',
    },
  ],
  orderFor: ['form', 'change', 'dissolve'],
  seats: [
    seat('chair', 'Председатель', 'Chair', { min: 1, max: 1, presides: true, mustSign: true }),
    seat('deputy-chair', 'Заместитель председателя', 'Deputy chair', { max: 1, presides: true }),
    seat('member', 'Член комиссии', 'Member', { min: 2, mustSign: true }),
    seat('secretary', 'Секретарь', 'Secretary', { max: 1, votes: false, mustSign: true }),
  ],
  quorum: { of: 'share', numerator: 2, denominator: 3, more: false },
  presidingRequired: true,
  numberedPer: 'organisation',
  protocolFor: [],
  lineCorrectionRoles: ['chair', 'deputy-chair', 'secretary'],
};

type Seat = CommissionRules['seats'][number];

function seat(role: string, ru: string, en: string, more: Partial<Seat>): Seat {
  const plain = { offices: [], min: 0, max: null, votes: true, presides: false, mustSign: false };
  return { role, title: { ru, en }, ...plain, ...more };
}
