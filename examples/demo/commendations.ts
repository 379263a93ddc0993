import { must, order } from '@letopis/core';
import type { PlayedGroup } from './group-year.ts';
import { HEAD } from './people.ts';
import type { Year } from './year.ts';

/**
 * Commendations at the end of study. R2 is silent on them: kinds, areas and the order of acts are
 * the library's defaults, and the preset says so.
 */
export async function commend(year: Year, group: PlayedGroup, on: string): Promise<void> {
  const { school, orders, files } = year;
  const best = group.learners
    .filter(({ left }) => !left)
    .toSorted((a, b) => b.skill - a.skill)
    .slice(0, 2);
  const ground = order(orders.next('п'), on);
  for (const [place, { learner, enrollment }] of best.entries()) {
    const proposed = must(
      await school.commendations.propose({
        learner,
        enrollment,
        basis: 'documented-success',
        area: year.commendationArea,
        documents: [{ title: 'Ведомость итоговой аттестации', number: null, date: on }],
        merit: 'Высокие результаты освоения программы',
        proposedBy: 'p-10',
        on,
      }),
    );
    const { commendation } = proposed;
    const kind = year.commendationKinds[place % year.commendationKinds.length] ?? '';
    must(
      await school.commendations.order({ commendation, kind, orderedBy: HEAD.person, on, ground }),
    );
    must(await school.commendations.present({ commendation, on }));
    year.counts.commendations += 1;
    const file = files.get(learner);
    if (file === undefined) continue;
    must(
      await school.files.addDocument({
        file,
        title: 'Копия приказа о поощрении',
        number: ground.number,
        date: on,
        sheets: 1,
        medium: 'paper',
        original: false,
        about: { commendation },
        on,
      }),
    );
  }
}
