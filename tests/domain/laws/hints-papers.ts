import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import { full } from './regulation.ts';
import { TODAY } from './world.ts';

const paper = { title: 'Грамота', number: '14', date: '2020-10-01' };
const given = (world: Parameters<Hint>[0], by: Parameters<Hint>[1]) => ({
  facts: [by.one(world.all)?.id],
  forms: [],
  printouts: [],
  documents: [],
  period: null,
});
const asked: Hint = (world, by) =>
  about(world.open(by, 'DisclosureAsked'), ({ disclosure }) => ({
    disclosure,
    signer: 'p-1',
    office: by.mostly<string | null>('head', null),
    on: world.act(by),
  }));
const asHolder = (world: Parameters<Hint>[0], by: Parameters<Hint>[1]) =>
  by.mostly<object>({ learner: by.one(world.ids('learner')) }, { group: 'm-1' });

/** Who puts a delivery or a withdrawal right. */
const actPutRight = {
  reason: 'не того документа',
  signer: 'p-1',
  office: 'head',
  position: undefined,
};

/** Documents and blanks, files, printouts, portfolios, achievements, disclosures. D12-D17, D20. */
export const paperHints: Readonly<Record<string, Hint>> = {
  'blanks.receive': (world, by) => {
    world.count += 1;
    const first = 1000 + world.count * 10;
    return {
      blank: by.mostly('certificate-blank', 'diploma-blank'),
      series: 'ПК',
      from: String(first),
      to: String(first + 5),
      supplier: null,
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    };
  },
  'blanks.assign': (world, by) =>
    about(world.late(by, 'BlanksReceived'), ({ blank, series, from, to }) => ({
      blank,
      series,
      from,
      to,
      register: `issued-documents.${world.day.slice(0, 4)}`,
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'blanks.spoil': (world, by) =>
    about(world.late(by, 'BlanksAssigned'), ({ blank, series, from, register }) => ({
      blank,
      series,
      number: from,
      register,
      cause: 'blot',
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'blanks.writeOff': (world, by) =>
    about(world.late(by, 'BlankSpoilt'), ({ blank, series, number }, { refs }) => ({
      blank,
      register: refs.register?.[0],
      items: [{ series, number }],
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
      ground: { kind: 'act', number: '3', date: world.day },
    })),
  'blanks.release': (world, by) =>
    about(world.late(by, 'BlanksAssigned'), ({ blank, series, to, register }) => ({
      blank,
      series,
      from: to,
      to,
      register,
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'documents.issue': (world, by) => {
    const completed = by.percent(50) ? world.late(by, 'Completed') : null;
    const plain = by.mostly('study-certificate', 'participant-certificate', 'extract');
    const enrolled = completed ?? world.late(by, 'Enrolled');
    const blank = world.late(by, 'BlanksAssigned');
    return about(enrolled, ({ learner, enrollment }) => ({
      kind: completed === null ? plain : 'upgrade-certificate',
      learner,
      enrollment,
      series: completed === null ? null : (blank?.data['series'] ?? null),
      number: completed === null ? null : (blank?.data['from'] ?? null),
      name: by.mostly('Ильина Анна', undefined),
      qualification: by.mostly(null, 'Наставник'),
      hours: by.mostly(null, 36),
      from: null,
      until: null,
      subject: plain === 'participant-certificate' ? 'Конференция' : null,
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
      inPlaceOf: by.mostly(null, world.late(by, 'DocumentWithdrawn')?.data['document'] ?? null),
    }));
  },
  'documents.receive': (world, by) => ({
    kind: by.mostly('old-extract', 'extract'),
    learner: by.one(world.ids('learner')),
    enrollment: null,
    issuer: 'Школа 5',
    series: null,
    number: null,
    issuedOn: '2020-09-01',
    qualification: null,
    hours: null,
    from: null,
    until: null,
    subject: null,
    marks: [],
    sealed: true,
    signedBy: 'head',
    name: undefined,
    on: world.act(by),
  }),
  'documents.takeOver': (world, by) => ({
    book: by.of('old-1', 'old-2'),
    carrier: by.mostly(full.carriers.carriers[0]?.id, 'scroll'),
    title: 'Книга выдачи документов',
    volume: null,
    predecessor: null,
    issuer: by.mostly('Школа 7', undefined),
    archive: undefined,
    lines: [0, 1].map(() => ({
      kind: 'upgrade-certificate',
      title: null,
      page: null,
      line: world.fresh('n'),
      registrationNumber: null,
      series: null,
      number: null,
      issuedOn: '1998-06-20',
      qualification: null,
      hours: null,
      from: null,
      until: null,
      subject: null,
      programme: null,
      marks: [],
      name: 'Ильина Анна',
      birthDate: undefined,
    })),
    signer: 'p-1',
    office: by.mostly<string | null>('head', null),
    on: world.act(by),
  }),
  'documents.link': (world, by) =>
    about(world.late(by, 'DocumentTakenOver'), ({ document }) => ({
      document,
      learner: by.one(world.ids('learner')),
      on: world.act(by),
    })),
  'documents.correct': (world, by) =>
    about(world.late(by, 'DocumentIssued'), ({ document }, { id }) => {
      const lines = world.of('DocumentLineCorrected');
      const last = lines.filter((one) => one.data['document'] === document).at(-1);
      return {
        document,
        replaces: last?.id ?? id,
        changes: { qualification: `К-${by.below(99)}` },
        marksAnew: false,
        name: undefined,
        reason: 'опечатка',
        signer: 'p-1',
        office: by.mostly<string | null>('head', null),
        on: world.act(by),
      };
    }),
  'documents.annul': (world, by) =>
    about(world.late(by, 'DocumentIssued', 'DocumentReceived'), ({ document }) => ({
      document,
      reason: 'выдан ошибочно',
      signer: 'p-1',
      office: null,
      on: world.act(by),
    })),
  'documents.withdraw': (world, by) =>
    about(world.late(by, 'DocumentIssued', 'DocumentTakenOver'), ({ document }) => ({
      document,
      reason: by.of('lost', 'damaged', 'name-changed'),
      on: world.act(by),
    })),
  'documents.deliver': (world, by) =>
    about(world.late(by, 'DocumentIssued'), ({ document }) => ({
      document,
      way: by.mostly('in-person', 'post'),
      representative: null,
      attorney: null,
      postal: null,
      signed: true,
      on: world.act(by),
    })),
  'documents.annulAct': (world, by) =>
    about(
      world.late(by, by.of('DocumentWithdrawn', 'DocumentAnnulled', 'DocumentLinked')),
      (data, { id }) => ({
        document: data['document'],
        entry: id,
        ...actPutRight,
        on: world.act(by),
      }),
    ),
  'documents.correctAct': (world, by) =>
    about(world.late(by, 'DocumentDelivered'), ({ document }, { id }) => ({
      document,
      entry: id,
      to: by.mostly<object>({ on: world.act(by) }, { way: 'in-person', signed: true }),
      ...actPutRight,
      on: world.act(by),
    })),
  'files.open': (world, by) => ({
    learner: by.one(world.ids('learner')),
    number: `${world.fresh('Л')}`,
    index: '02-04',
    on: world.act(by),
  }),
  'files.addDocument': (world, by) =>
    about(world.open(by, 'FileOpened'), ({ file }) => ({
      file,
      title: 'Заявление',
      number: null,
      date: null,
      sheets: by.below(3) + 1,
      medium: 'paper',
      original: true,
      about: null,
      on: world.act(by),
    })),
  'files.removeDocument': (world, by) =>
    about(world.late(by, 'FileDocumentAdded'), ({ file, item }) => ({
      file,
      item,
      replacedBy: null,
      reason: 'возвращено',
      signer: 'p-1',
      office: null,
      on: world.act(by),
      ground: { kind: 'act', number: '3', date: world.day },
    })),
  'files.correctLine': (world, by) =>
    about(world.late(by, 'FileDocumentAdded'), ({ file, item }) => ({
      file,
      item,
      title: `Заявление ${by.below(9)}`,
      number: null,
      date: null,
      sheets: 2,
      medium: 'paper',
      original: true,
      reason: 'опечатка',
      signer: 'p-1',
      office: null,
      on: world.act(by),
    })),
  'files.certifyPart': (world, by) =>
    about(world.late(by, 'FileDocumentAdded'), ({ file, sheets }) => {
      const own = world.of('FileDocumentAdded').filter((one) => one.data['file'] === file);
      const all = own.reduce((sum, one) => sum + Number(one.data['sheets']), 0);
      return {
        file,
        sheets: by.mostly(all, Number(sheets)),
        inventorySheets: 1,
        signer: 'p-1',
        office: null,
        on: world.act(by),
      };
    }),
  'files.openPart': (world, by) =>
    about(world.late(by, 'FilePartCertified'), ({ file }) => ({ file, on: world.act(by) })),
  'files.close': (world, by) =>
    about(world.late(by, 'FileOpened'), ({ file }) => ({ file, on: world.act(by) })),
  'printouts.certify': (world, by) => ({
    ...printed(world, by),
    id: world.fresh('print'),
    copies: 1,
    stitched: true,
    sealed: true,
    signer: 'p-1',
    office: by.mostly<string | null>('head', null),
  }),
  'printouts.void': (world, by) =>
    about(world.late(by, 'PrintoutCertified'), ({ printout }) => ({
      printout,
      reason: 'misprinted',
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'printouts.signSheets': (world, by) =>
    about(world.late(by, 'FormApproved'), ({ form }) => ({
      ...printed(world, by),
      ...by.mostly<object>(marked(world, by), {}),
      form,
      carrier: 'lesson-journal',
      volume: undefined,
      firstSheet: null,
      shows: undefined,
      signers: [{ person: 'p-1', office: by.mostly<string | null>('head', null) }],
    })),
  'printouts.settleSheets': (world, by) =>
    about(world.late(by, 'SheetsSigned'), ({ carrier, period, firstSheet, records, source }) => {
      const [record = ''] = records as readonly string[];
      const [, shown = '0'] = (source as { readonly last: string }).last.split('@');
      const later = world.of('AssessmentRecorded', 'AssessmentAnnulled', 'CorrectionCountersigned');
      const change = later.findLast(
        ({ stream, revision }) => stream.endsWith(`.${record}`) && revision > Number(shown),
      );
      const { records: _, ...page } = printed(world, by);
      return {
        ...page,
        ...(change && { source: foot(change) }),
        form: by.mostly('page', 'sheet'),
        carrier,
        volume: undefined,
        period,
        sheet: firstSheet,
        by: by.mostly('correction-sheet', 'new-sheet'),
        changes: [`${change?.stream ?? ''}@${change?.revision ?? 0}`],
        firstSheet: null,
        signers: [{ person: 'p-1', office: by.mostly<string | null>('head', null) }],
        reason: 'replaced',
      };
    }),
  'printouts.voidSheet': (world, by) =>
    about(world.late(by, 'SheetsSigned'), ({ carrier, period, firstSheet }) => ({
      carrier,
      volume: undefined,
      period,
      sheet: firstSheet,
      reason: 'damaged',
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'portfolios.add': (world, by) => ({
    item: world.fresh('item'),
    holder: asHolder(world, by),
    title: 'Рисунок',
    kind: by.mostly('work', 'photo'),
    medium: 'paper',
    content: null,
    locator: 'шкаф 2',
    commendation: null,
    achievement: null,
    contest: null,
    addedBy: by.mostly<unknown>('p-1', 'learner'),
    office: null,
    on: world.act(by),
  }),
  'portfolios.remove': (world, by) =>
    about(world.late(by, 'PortfolioItemAdded', 'GroupPortfolioItemAdded'), (data) => {
      const { learner, group, item } = data;
      return {
        holder: learner === undefined ? { group } : { learner },
        item,
        reason: 'returned',
        removedBy: 'p-1',
        office: by.mostly<string | null>('head', null),
        on: world.act(by),
      };
    }),
  'achievements.record': (world, by) => {
    const mine = { learner: by.one(world.ids('learner')), enrollment: null };
    const own = by.percent(70);
    return {
      id: world.fresh('a'),
      participants: own ? [{ ...mine, document: paper }] : [],
      group: own ? null : 'm-1',
      ofInstitution: false,
      kind: by.mostly('olympiad', 'contest'),
      event: 'Олимпиада',
      internal: false,
      officialList: by.mostly('gifted-list', null),
      level: by.mostly('regional', 'national'),
      outcome: by.mostly('winner', 'laureate'),
      team: undefined,
      document: own ? undefined : by.mostly(paper, undefined),
      on: world.act(by),
    };
  },
  'achievements.evidence': (world, by) =>
    about(world.late(by, 'AchievementRecorded'), ({ achievement }) => ({
      achievement,
      document: { ...paper, number: String(by.below(99)) },
      contest: null,
      on: world.act(by),
      learner:
        world
          .of('AchievementParticipantNamed')
          .find((one) => one.data['achievement'] === achievement)?.data['learner'] ?? null,
    })),
  'contests.keepProtocol': (world, by) => {
    const on = world.act(by);
    return {
      id: world.fresh('contest'),
      title: 'Звонкие голоса',
      kind: by.mostly('contest', 'olympiad'),
      level: by.mostly('regional', 'national'),
      organiser: 'Управление образования',
      heldOn: on,
      medium: 'paper',
      locator: 'папка 04-07',
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on,
    };
  },
  'achievements.evidence:protocol': (world, by) => {
    const named = world.late(by, 'AchievementParticipantNamed')?.data;
    return about(world.late(by, 'ContestProtocolKept'), ({ contest }) => ({
      achievement: named?.['achievement'],
      learner: named?.['learner'],
      document: undefined,
      contest,
      on: world.act(by),
    }));
  },
  'achievements.verify': (world, by) =>
    about(world.late(by, 'AchievementRecorded'), ({ achievement }) => ({
      achievement,
      verifiedBy: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'achievements.annul': (world, by) =>
    about(world.late(by, 'AchievementRecorded'), ({ achievement }) => ({
      achievement,
      reason: 'error',
      annulledBy: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'achievements.replenish': (world, by) => ({
    bank: by.of('of-learner', 'of-group', 'of-institution'),
    replenishedBy: 'p-1',
    office: by.mostly<string | null>('head', null),
    due: `${by.mostly(world.day.slice(0, 4), '2021')}-${by.of('06-30', '12-31')}`,
    on: by.mostly(world.act(by), TODAY),
  }),
  'disclosures.ask': (world, by) => ({
    id: world.fresh('d'),
    learner: by.one(world.ids('learner')),
    applicantName: undefined,
    applicant: { kind: by.of('learner', 'authority', 'third-person', 'learner') },
    form: 'written',
    way: 'application',
    asked: 'Результаты',
    purpose: by.mostly('acquaintance', 'path'),
    deadline: null,
    dueOn: null,
    on: world.act(by),
  }),
  'disclosures.putOff': (world, by) =>
    about(asked(world, by) === null ? null : world.late(by, 'DisclosureAsked'), (data) => ({
      disclosure: data['disclosure'],
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      days: by.mostly(3, 60),
      reason: 'собираем',
      on: world.day,
    })),
  'disclosures.grant': (world, by) =>
    about(world.late(by, 'DisclosureAsked'), (data) => ({
      ...asked(world, by),
      disclosure: data['disclosure'],
      basis: { by: 'right' },
      ...basisFor(data['applicant']),
      give: by.mostly(null, { given: given(world, by), medium: 'paper' }),
    })),
  'disclosures.refuse': (world, by) =>
    asked(world, by) === null
      ? null
      : {
          ...asked(world, by),
          refusalGround: by.of('not-entitled', 'no-consent', 'not-identified', 'no-law'),
          norm: 'закон',
          reason: 'нет права',
        },
  'disclosures.give': (world, by) =>
    about(world.late(by, 'DisclosureGranted'), ({ disclosure }) => ({
      disclosure,
      given: given(world, by),
      medium: 'paper',
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'disclosures.tell': (world, by) => ({
    id: world.fresh('d'),
    learner: by.one(world.ids('learner')),
    to: 'learner',
    purpose: 'path',
    given: given(world, by),
    medium: 'oral',
    signer: by.mostly('p-1', 'p-3'),
    office: by.mostly<string | null>('head', null),
    on: world.act(by),
  }),
  'disclosures.publish': (world, by) =>
    about(world.late(by, 'ConsentGiven'), ({ learner, consent }) => ({
      id: world.fresh('d'),
      learners: [{ learner, consent }],
      norm: null,
      purpose: 'openness',
      place: 'Сайт',
      given: given(world, by),
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
  'disclosures.withdrawPublication': (world, by) =>
    about(world.late(by, 'ResultsPublished'), ({ disclosure }) => ({
      disclosure,
      learners: undefined,
      reason: by.mostly('outdated', 'error'),
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    })),
};

/** The basis on which an applicant may be answered. */
function basisFor(applicant: unknown) {
  const kind = (applicant as { readonly kind?: unknown }).kind;
  return kind === 'learner' ? {} : { basis: { by: 'law', norm: '273-ФЗ ст. 28' } };
}

/** A printed page: the last event on it is one that exists. */
function printed(world: Parameters<Hint>[0], by: Parameters<Hint>[1]) {
  const last = by.one(world.of('Enrolled', 'LessonHeld', 'AssessmentRecorded'));
  return {
    form: 'page',
    version: null,
    records: ['journal-m-1.safety.2020'],
    sheets: by.below(3) + 1,
    on: world.act(by),
    source: foot(last),
  };
}

/** The page of an enrollment, made when its last mark was given. */
function marked(world: Parameters<Hint>[0], by: Parameters<Hint>[1]) {
  const last = by.one(world.of('AssessmentRecorded'));
  const name = last?.stream.slice(last.stream.indexOf('.') + 1) ?? '';
  return { records: [name], source: foot(last) };
}

type Last = ReturnType<Parameters<Hint>[0]['late']>;

/** What a page states at its foot. */
const foot = (last: Last | undefined) => ({
  last: `${last?.stream ?? ''}@${last?.revision ?? 0}`,
  event: last?.id ?? '',
  on: null,
  recordedAt: last?.recordedAt ?? '',
  digest: 'a'.repeat(44),
});
