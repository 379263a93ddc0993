import type { FileRecord } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameText } from '../tables/labels.ts';
import { annulledText } from './annulled-text.ts';
import { recordTable } from './record-table.ts';

/**
 * Makes the table of holds, loans, releases for destruction, special status, and other records of
 * the same person.
 */
export function keepingTable(record: FileRecord, labels: Labels): Table {
  const { say, ground } = labels;
  const { holds, loans, released, statuses, links } = record;
  interface Line {
    readonly on: string;
    readonly text: string;
    readonly end: string;
    readonly events: readonly string[];
  }
  const lines: readonly Line[] = [
    ...holds.map(({ placed, lifted, annulled }) => ({
      on: placed.on,
      text: say('holdPlaced', placed.data.reason),
      end:
        annulled !== null
          ? annulledText(annulled, labels)
          : lifted === null
            ? say('inForce')
            : say('holdLifted', shortDate(lifted.on)),
      events: eventsOf(placed, lifted, annulled),
    })),
    ...loans.map(({ on, data, source }) => ({
      on,
      text: say('recordLent', `${data.record}, ${data.unit}`),
      end: say('endedOn', shortDate(data.until)),
      events: [source.event],
    })),
    ...released.map(({ on, data, source, ground: paper }) => ({
      on,
      text: say('releasedForDestruction', data.act, data.record),
      end: ground(paper),
      events: [source.event],
    })),
    ...statuses.map(({ status, recorded, ended, annulled }) => ({
      on: recorded.on,
      text: say(status === 'gifted' ? 'statusGifted' : 'statusNeeds'),
      end:
        annulled !== null
          ? annulledText(annulled, labels)
          : ended === null
            ? say('inForce')
            : say('endedOn', shortDate(ended.on)),
      events: eventsOf(recorded, ended, annulled),
    })),
    ...links.map(({ linked, unlinked, annulled, name }) => ({
      on: linked.on,
      text: say('linkedRecord', `${nameText(name, say)} (${name.person})`),
      end:
        annulled !== null
          ? annulledText(annulled, labels)
          : unlinked === null
            ? say('inForce')
            : say('unlinkedOn', shortDate(unlinked.on)),
      events: eventsOf(linked, unlinked, annulled),
    })),
  ];
  const rows = lines.map(({ on, text, end, events }): readonly Cell[] => [
    cell(shortDate(on), { events }),
    cell(text, { events }),
    cell(end || '–', { events }),
  ]);
  const columns = [['date', 24], ['act'], ['state', 52]] as const;
  return recordTable('keeping', 'keeping', columns, 'act', rows, labels);
}

interface Sourced {
  readonly source: { readonly event: string };
}

const eventsOf = (...facts: readonly (Sourced | null)[]): readonly string[] =>
  facts.flatMap((fact) => (fact === null ? [] : [fact.source.event]));
