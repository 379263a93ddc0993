/** What the invented academy teaches in its study year. */
export interface ModulePlan {
  readonly id: string;
  readonly title: string;
  readonly scale: string;
  readonly hours: number;
  /** Form of its interim or final assessment. */
  readonly attestation: { readonly kind: 'interim' | 'final'; readonly form: string };
  readonly topics: readonly string[];
}

export interface ProgrammePlan {
  readonly id: string;
  /** Short title of its groups: `ПН-25/1`. */
  readonly code: string;
  readonly title: string;
  readonly type: string;
  readonly hours: number;
  readonly modules: readonly ModulePlan[];
  /** First days of its two groups. */
  readonly starts: readonly [string, string];
}

export const PROGRAMMES: readonly ProgrammePlan[] = [
  {
    id: 'mentor',
    code: 'ПН',
    title: 'Педагог-наставник: сопровождение молодого специалиста',
    type: 'qualification-improvement',
    hours: 72,
    starts: ['2025-09-08', '2026-02-09'],
    modules: [
      {
        id: 'foundations',
        title: 'Основы наставничества',
        scale: 'five-point',
        hours: 32,
        attestation: { kind: 'interim', form: 'exam' },
        topics: [
          'Нормативные основы наставничества',
          'Роли и модели наставника',
          'Диагностика профессиональных дефицитов',
          'Индивидуальный план сопровождения',
          'Обратная связь и разбор занятия',
          'Трудные ситуации и этика наставника',
          'Работа с сопротивлением',
          'Оценка результатов наставничества',
        ],
      },
      {
        id: 'safety',
        title: 'Безопасная образовательная среда',
        scale: 'pass-fail',
        hours: 24,
        attestation: { kind: 'interim', form: 'credit-test' },
        topics: [
          'Охрана труда в организации',
          'Первая помощь: порядок действий',
          'Персональные данные обучающихся',
          'Профилактика травли',
          'Действия при чрезвычайных ситуациях',
          'Информационная безопасность урока',
        ],
      },
      {
        id: 'final',
        title: 'Итоговая аттестация',
        scale: 'five-point',
        hours: 16,
        attestation: { kind: 'final', form: 'project' },
        topics: ['Консультация по итоговому проекту', 'Предзащита проекта'],
      },
    ],
  },
  {
    id: 'digital',
    code: 'ЦИ',
    title: 'Цифровые инструменты преподавателя',
    type: 'qualification-improvement',
    hours: 108,
    starts: ['2025-09-15', '2026-01-19'],
    modules: [
      {
        id: 'tools',
        title: 'Инструменты и сервисы',
        scale: 'five-point',
        hours: 40,
        attestation: { kind: 'interim', form: 'exam' },
        topics: [
          'Электронные таблицы для учёта',
          'Интерактивные задания',
          'Запись и монтаж лекции',
          'Электронный журнал',
          'Совместная работа с документами',
          'Доступность материалов',
          'Открытые образовательные ресурсы',
          'Авторское право в сети',
          'Проверка заимствований',
        ],
      },
      {
        id: 'assessment',
        title: 'Оценивание в цифровой среде',
        scale: 'hundred-point',
        hours: 36,
        attestation: { kind: 'interim', form: 'test' },
        topics: [
          'Виды заданий и критерии',
          'Банк заданий',
          'Надёжность и валидность теста',
          'Формирующее оценивание',
          'Анализ результатов',
          'Взаимное оценивание',
        ],
      },
      {
        id: 'final',
        title: 'Итоговая аттестация',
        scale: 'five-point',
        hours: 32,
        attestation: { kind: 'final', form: 'project' },
        topics: ['Выбор темы и план проекта', 'Консультация', 'Предзащита проекта'],
      },
    ],
  },
  {
    id: 'tutor',
    code: 'ТС',
    title: 'Тьюторское сопровождение обучающихся',
    type: 'professional-retraining',
    hours: 252,
    starts: ['2025-09-01', '2025-10-06'],
    modules: [
      {
        id: 'theory',
        title: 'Теория и методика тьюторства',
        scale: 'five-point',
        hours: 108,
        attestation: { kind: 'interim', form: 'exam' },
        topics: [
          'История и философия тьюторства',
          'Индивидуальная образовательная программа',
          'Техника вопросов',
          'Карта ресурсов',
          'Групповое тьюторство',
          'Тьютор и семья',
          'Сопровождение обучающихся с ОВЗ',
          'Сопровождение одарённых',
          'Рефлексивные техники',
          'Профориентация',
          'Документы тьютора',
          'Мониторинг продвижения',
        ],
      },
      {
        id: 'practice',
        title: 'Практика',
        scale: 'pass-fail',
        hours: 72,
        attestation: { kind: 'interim', form: 'practice' },
        topics: [
          'Установочная конференция',
          'Дневник практики',
          'Наблюдение и анализ',
          'Проба',
          'Итоговая конференция',
        ],
      },
      {
        id: 'final',
        title: 'Итоговая аттестация',
        scale: 'five-point',
        hours: 72,
        attestation: { kind: 'final', form: 'qualification-work' },
        topics: ['Выбор темы работы', 'Структура работы', 'Консультация', 'Предзащита'],
      },
    ],
  },
];
