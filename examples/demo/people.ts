/** The officials of the invented academy. */
export const HEAD = { person: 'p-1', name: 'Самойлова Ирина Викторовна' } as const;
export const KEEPER = { person: 'p-2', name: 'Гордеева Нина Павловна' } as const;
export const ARCHIVIST = { person: 'p-3', name: 'Мельников Олег Борисович' } as const;

export const TEACHERS = [
  { person: 'p-9', name: 'Кузнецов Пётр Алексеевич', position: 'преподаватель' },
  { person: 'p-10', name: 'Лаврова Елена Юрьевна', position: 'старший преподаватель' },
  { person: 'p-11', name: 'Рыбаков Денис Олегович', position: 'преподаватель' },
  { person: 'p-12', name: 'Синицына Марина Львовна', position: 'доцент' },
  { person: 'p-13', name: 'Афанасьева Вера Игоревна', position: 'преподаватель' },
] as const;
