import type { FrdoWithdrawal } from './template.ts';

/*
 * What a withdrawal's reason is in the columns of loss, exchange and destruction. The reasons are
 * those of the regulation by default; a reason of one's own is added by copying the template.
 */

const destruction: FrdoWithdrawal = {
  column: 'destructionConfirmed',
  byReason: {},
  byOutcome: { destruction: 'Да' },
  otherwise: 'Нет',
};

/**
 * For templates that ask for the kind of proof. Nothing on record says what proves a loss, so it is
 * «Другое»; an exchange for a reason of one's own is left for a person to say.
 */
export const BY_KIND_OF_PROOF: readonly FrdoWithdrawal[] = [
  {
    column: 'lossConfirmed',
    byReason: {},
    byOutcome: { loss: 'Другое' },
    otherwise: 'Нет',
  },
  {
    column: 'exchangeConfirmed',
    byReason: {
      damaged: 'Обмен по причине порчи',
      'name-changed': 'Обмен по причине наличия недостоверной информации',
      'error-found': 'Обмен по причине наличия недостоверной информации',
    },
    byOutcome: { exchange: '' },
    otherwise: 'Нет',
  },
  destruction,
];

/** For templates that ask for yes or no. */
export const YES_OR_NO: readonly FrdoWithdrawal[] = [
  { column: 'lossConfirmed', byReason: {}, byOutcome: { loss: 'Да' }, otherwise: 'Нет' },
  { column: 'exchangeConfirmed', byReason: {}, byOutcome: { exchange: 'Да' }, otherwise: 'Нет' },
  destruction,
];
