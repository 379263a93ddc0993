import type { Hint } from './hint.ts';
import { about } from './hint.ts';

const signed = { signer: 'p-1', office: 'head' };

/** The register of orders. RK 1.5. */
export const orderHints: Readonly<Record<string, Hint>> = {
  'orders.register': (world, by) => ({
    number: world.fresh('з'),
    date: world.act(by),
    title: 'О зачислении',
    kind: null,
    signer: 'p-1',
    office: by.mostly<string | null>('head', null),
  }),
  'orders.annul': (world, by) =>
    about(world.late(by, 'OrderRegistered'), ({ year, number }) => ({
      year,
      number,
      from: by.mostly<string | null>(null, world.day),
      ...signed,
      on: world.act(by),
    })),
  'orders.amend': (world, by) =>
    about(world.late(by, 'OrderRegistered'), ({ year, number }) => {
      const on = world.act(by);
      return { year, number, by: { number: '99-з', date: on }, on };
    }),
  'orders.correct': (world, by) =>
    about(world.open(by, 'OrderRegistered', 'OrderEntryAnnulled'), ({ year }, { id }) => ({
      year,
      entry: id,
      number: undefined,
      date: undefined,
      title: `О зачислении ${by.below(9)}`,
      signedBy: undefined,
      reason: 'описка',
      ...signed,
      on: world.act(by),
    })),
  'orders.annulEntry': (world, by) =>
    about(world.open(by, 'OrderRegistered', 'OrderEntryAnnulled'), ({ year }, { id }) => ({
      year,
      entry: id,
      reason: 'описка',
      ...signed,
      on: world.act(by),
    })),
};
