import { must } from '@letopis/core';
import { plus, workday } from './calendar.ts';
import type { PlayedGroup } from './group-year.ts';
import { ARCHIVIST, KEEPER } from './people.ts';
import type { Year } from './year.ts';

/**
 * Hands a group's records over to the archive: enrollments, journals and personal files. The first
 * group's act is refused for a defect, mended, and handed over anew.
 */
export async function closeGroupRecords(year: Year, group: PlayedGroup, on: string): Promise<void> {
  const { school, files } = year;
  const people = group.learners.filter((participant) => participant.group === group.id);
  for (const { learner } of people) {
    const file = files.get(learner);
    if (file !== undefined) must(await school.files.close({ file, on }));
  }
  const first = year.counts.transfers === 0;
  const transfer = await drawUp(year, group, on, 1);
  if (!first) return accept(year, transfer, on);
  const defects = [{ record: null, defect: 'Не пронумерованы листы трёх личных дел' }];
  must(await school.transfers.refuse({ transfer, signer: ARCHIVIST.person, defects, on }));
  await year.runProcesses();
  const later = workday(plus(on, 7));
  year.agenda.on(later, async () => accept(year, await drawUp(year, group, later, 2), later));
}

async function drawUp(
  year: Year,
  group: PlayedGroup,
  on: string,
  attempt: number,
): Promise<string> {
  const { school, files } = year;
  const people = group.learners.filter((participant) => participant.group === group.id);
  const records = [
    ...people.map(({ enrollment }) => `enrollment-${enrollment}`),
    ...[...group.journals].map((stream) => stream.slice(stream.indexOf('.') + 1)),
    ...people.map(({ learner }) => `file-${files.get(learner) ?? ''}`),
  ];
  const id = `t-${group.id}-${attempt}`;
  must(
    await school.transfers.begin({
      id,
      group: group.id,
      records,
      handsOver: KEEPER.person,
      on,
    }),
  );
  await year.runProcesses();
  year.counts.transfers += 1;
  const number = `А-${year.counts.transfers}`;
  must(await school.transfers.drawUpAct({ transfer: id, number, on }));
  must(await school.transfers.sign({ transfer: id, signer: KEEPER.person, on }));
  return id;
}

async function accept(year: Year, transfer: string, on: string): Promise<void> {
  const place = 'Архив, стеллаж 4';
  must(await year.school.transfers.accept({ transfer, signer: ARCHIVIST.person, place, on }));
  await year.runProcesses();
}
