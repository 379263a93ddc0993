import type { Choice } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import type { Fact, World } from './world.ts';

const signed = (world: World, by: Choice) => ({
  signer: 'p-1',
  office: by.mostly<string | null>('head', null),
  on: world.act(by),
});

const item = (by: Choice) => ({
  carrier: 'electronic-records',
  record: `learner-${by.of('l-1', 'l-2')}`,
});

const itemOf = ({ data }: Fact) => {
  const [first] = (data['items'] ?? [data]) as readonly Readonly<Record<string, unknown>>[];
  return { carrier: first?.['carrier'], record: first?.['record'] };
};

/** A carrier that was absent, mostly. */
const absent = (world: World, by: Choice): object => {
  const sought = world.late(by, 'CarrierReported', 'PresenceChecked', 'NonDiscoveryApproved');
  return sought === null ? item(by) : itemOf(sought);
};

/** Checks, searches and seizures of carriers. */
export const presenceHints: Readonly<Record<string, Hint>> = {
  'presence.check': (world, by) => ({
    id: world.fresh('pc'),
    items: [{ ...item(by), found: by.mostly('absent', 'present', 'damaged') }],
    members: [],
    ...signed(world, by),
  }),
  'presence.report': (world, by) => ({
    ...item(by),
    state: by.mostly('lost', 'damaged'),
    circumstances: 'нет на месте',
    ...signed(world, by),
  }),
  'presence.found': (world, by) => ({ ...absent(world, by), ...signed(world, by) }),
  'presence.approveNonDiscovery': (world, by) => ({
    number: '3',
    drawnUpOn: undefined,
    items: [absent(world, by)],
    done: 'осмотрены шкафы',
    members: ['p-1', 'p-2', 'p-3'],
    ...signed(world, by),
  }),
  'presence.restoreCopy': (world, by) => ({
    ...absent(world, by),
    restoredFrom: 'журналу событий',
    ...signed(world, by),
  }),
  'seizures.seize': (world, by) => ({
    id: world.fresh('s'),
    number: '1-и',
    authority: 'СУ СК',
    takerPosition: 'следователь',
    paper: { kind: 'decision', number: '17', date: world.day },
    items: [{ ...item(by), sheets: 4, copySheets: 4 }],
    reviewOn: null,
    ...signed(world, by),
  }),
  'seizures.end': (world, by) =>
    about(world.late(by, 'CarriersSeized'), ({ seizure }) => ({
      seizure,
      outcome: by.mostly('returned', 'attached'),
      items: undefined,
      paper: { kind: 'letter', number: '90', date: world.day },
      defects: [],
      ...signed(world, by),
    })),
};
