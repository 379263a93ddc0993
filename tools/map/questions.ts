/** A question that people ask, and the files that answer it, the first one first. */
export interface Question {
  readonly asks: string;
  /** Paths from the project's root, each with what is found there. */
  readonly files: readonly (readonly [path: string, finds: string])[];
}

const core = 'packages/core/src';
const enrollment = `${core}/study/enrollment`;
const regulation = `${core}/rules/regulation`;
const projections = 'packages/projections/src';

/** The questions at the head of the map. */
export const questions: readonly Question[] = [
  {
    asks: 'Who may correct a mark, and what must a correction carry?',
    files: [
      [`${enrollment}/correction/decide-correction.ts`, 'the decision'],
      [`${core}/acting/signer.ts`, 'who may sign in which office on a day'],
      [`${regulation}/sections/correction.ts`, 'what a regulation can say about it'],
      [`${core}/rules/presets/r2.ts`, 'what one regulation says'],
    ],
  },
  {
    asks: 'Twins, a court, a merger, a late paper: what is done on such a day?',
    files: [
      ['docs/situations.md', 'commands, papers, what follows and what is printed'],
      ['tests/situations', 'the stories, each with its days'],
    ],
  },
  {
    asks: 'Where is a lesson’s shape?',
    files: [
      [`${core}/study/journal/facts/events.ts`, 'as it is stored: `LessonHeld`'],
      [`${core}/study/journal/commands.ts`, 'as it is entered: `hold-lesson`'],
    ],
  },
  {
    asks: 'How do I add a report?',
    files: [
      ['docs/guides/a-report-of-your-own.md', 'the guide'],
      [`${projections}/reports`, 'the reports of the library'],
      ['packages/forms/src', 'the pages that show them'],
    ],
  },
  {
    asks: 'What is a session?',
    files: [
      [`${core}/acting/session.ts`, 'one sender’s access to one organisation’s records'],
      [`${core}/acting/on.ts`, 'how a command is carried out in it'],
    ],
  },
  {
    asks: 'What is a service, and where do its methods come from?',
    files: [
      [`${core}/acting/service.ts`, 'a table of commands and decisions'],
      [`${core}/letopis.ts`, 'all services, by the names under which an application finds them'],
    ],
  },
  {
    asks: 'Where is a preset, and how do I change a rule?',
    files: [
      [`${core}/rules/presets`, 'the five regulations as data'],
      [`${regulation}/sections`, 'one file for each section'],
      ['docs/guides/changing-a-rule.md', 'the guide'],
    ],
  },
  {
    asks: 'How does an event become bytes and a hash?',
    files: [
      [`${core}/kernel/line.ts`, 'the one line of JSON, and its hash'],
      [`${core}/kernel/encode.ts`, 'an event with its personal values beside the line'],
      [`${core}/kernel/append.ts`, 'what is checked before a store writes it'],
    ],
  },
  {
    asks: 'How is a command handled, retried and known again?',
    files: [
      [`${core}/kernel/command-handler.ts`, 'read, fold, decide, append'],
      [`${core}/kernel/fold-cache.ts`, 'how a command that was sent before is found'],
    ],
  },
  {
    asks: 'How do I add an event, or a new version of one?',
    files: [
      ['docs/event-types.md', 'the steps'],
      [`${core}/core-events.ts`, 'the list of all event types'],
    ],
  },
  {
    asks: 'How do I build an aggregate of my own?',
    files: [
      ['docs/guides/an-aggregate-of-your-own.md', 'the guide'],
      ['examples/own-service.ts', 'a whole one'],
    ],
  },
  {
    asks: 'What does a store promise, and how do I write one?',
    files: [
      [`${core}/kernel/event-store.ts`, 'the interface'],
      [`${core}/testing/event-store/contract.ts`, 'the suite that every store passes'],
      ['docs/guides/writing-a-store.md', 'the guide'],
    ],
  },
  {
    asks: 'How does a view come about, as of when?',
    files: [
      [`${projections}/projection/projection.ts`, 'what a view is'],
      [`${projections}/views`, 'the views of the library'],
      [`${projections}/runtime`, 'what builds and keeps them'],
      ['docs/guides/two-clocks.md', 'the two clocks'],
    ],
  },
  {
    asks: 'Which act reaches several streams, and who carries it out?',
    files: [
      [`${core}/processes`, 'the three processes'],
      [`${core}/kernel/process-runner.ts`, 'what runs them'],
      ['docs/guides/running-processes.md', 'the guide'],
    ],
  },
  {
    asks: 'What may be destroyed, when and by whom?',
    files: [
      [`${core}/keeping/act/decide-selection.ts`, 'what an act may select'],
      [`${core}/keeping/retention/facts/questions.ts`, 'terms and holds'],
      [`${regulation}/sections/retention.ts`, 'what a regulation can say about it'],
    ],
  },
  {
    asks: 'Where is a refusal’s code and text?',
    files: [
      [`${core}/refusals.ts`, 'all of them; below, each aggregate’s own'],
      [`${core}/kernel/refusal.ts`, 'what a refusal is'],
    ],
  },
  {
    asks: 'Which clause of the five regulations is answered by what?',
    files: [['docs/regulations.md', 'clause by clause, with the tests']],
  },
];
