import { refusal } from '../../kernel/refusal.ts';

/* Refusals of the commands about commissions and protocols. D8. */

/** Said where the regulation has no such kind of commission. R1 §4.2.3-4.2.4. */
export const commissionKindUnknown = refusal(
  'commission-kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида комиссии «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind ${d.kind} of commission; it has: ${d.kinds.join(', ')}`,
  }),
);

/** Said where the regulation describes no such role in commissions. */
export const commissionRoleUnknown = refusal(
  'commission-role-unknown',
  (d: { role: string; roles: readonly string[] }) => ({
    ru: `Роли «${d.role}» в комиссиях нет; есть: ${d.roles.join(', ')}`,
    en: `Commissions have no role ${d.role}; they have: ${d.roles.join(', ')}`,
  }),
);

/** Said where a role has fewer or more members than the regulation allows. */
export const commissionSeatsWrong = refusal(
  'commission-seats-wrong',
  (d: { role: string; count: number; min: number; max: number | null }) => ({
    ru: `Роль «${d.role}»: ${d.count}, а положено от ${d.min} до ${d.max ?? '∞'}: измените состав`,
    en: `Role ${d.role}: ${d.count}, and it takes ${d.min} to ${d.max ?? '∞'}: change the members`,
  }),
);

/** Said where a person would have two seats in one commission. */
export const seatedTwice = refusal('seated-twice', (d: { person: string; commission: string }) => ({
  ru: `${d.person} уже в составе комиссии ${d.commission}: одно лицо занимает одно место`,
  en: `${d.person} has a seat in commission ${d.commission} already: one person takes one seat`,
}));

/**
 * Said where a person who is no member on the day is to be relieved, attend, sign or correct. D8.
 */
export const notSeated = refusal(
  'not-seated',
  (d: { person: string; commission: string; on: string }) => ({
    ru: `На ${d.on} ${d.person} не в составе комиссии ${d.commission}: включите приказом`,
    en: `On ${d.on} ${d.person} has no seat in commission ${d.commission}: seat them by order`,
  }),
);

/**
 * Said where an order is dated on or before a sitting, before an earlier order, or after the
 * commission's dissolution was recorded.
 */
export const commissionOutOfOrder = refusal(
  'commission-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru:
      `Дата ${d.on} не позже последнего решения о комиссии или заседания (${d.standing}): ` +
      `укажите более поздний день`,
    en:
      `${d.on} is not after the last order about the commission or its sitting ` +
      `(${d.standing}): give a later day`,
  }),
);

/** Said where fewer voting members are present than the quorum requires. D8. */
export const noQuorum = refusal(
  'no-quorum',
  (d: { present: number; of: number; needed: number }) => ({
    ru:
      `Нет кворума: из ${d.of} голосующих есть ${d.present}, а нужно ${d.needed}; ` +
      `назовите всех присутствовавших или созовите заседание снова`,
    en:
      `There is no quorum: of ${d.of} who vote ${d.present} are present, ${d.needed} must be; ` +
      `name all who were present, or hold another sitting`,
  }),
);

/**
 * Said where the person named may not preside, or nobody present may and the regulation requires
 * it.
 */
export const nobodyPresides = refusal(
  'nobody-presides',
  (d: { roles: readonly string[]; presiding: string | null }) => ({
    ru: `Вести заседание некому (${d.presiding ?? '—'}): нужен(а) ${d.roles.join(' / ')}`,
    en: `Nobody may preside (${d.presiding ?? '—'}): one of these must: ${d.roles.join(', ')}`,
  }),
);

/** Said where a protocol without entries is to be signed. */
export const protocolEmpty = refusal('protocol-empty', (d: { protocol: string }) => ({
  ru: `В протоколе ${d.protocol} нет строк: сначала внесите результаты`,
  en: `The protocol ${d.protocol} has no lines: enter its results first`,
}));

/** Said where the protocol has no such entry. */
export const protocolEntryUnknown = refusal(
  'line-unknown',
  (d: { line: string; protocol: string }) => ({
    ru: `В протоколе ${d.protocol} нет строки ${d.line}: возьмите eventId из ответа`,
    en: `The protocol ${d.protocol} has no line ${d.line}: take the eventId from the answer`,
  }),
);

/** Said where a correction names an entry that is not in force. */
export const protocolEntryNotInForce = refusal(
  'line-not-in-force',
  (d: { given: string; inForce: string }) => ({
    ru: `Действует не строка ${d.given}, а ${d.inForce}: назовите её`,
    en: `Not the line ${d.given} but ${d.inForce} is in force: name that one`,
  }),
);

/** Said where the result is in another entry of the protocol. */
export const protocolEntryEnteredAlready = refusal(
  'line-entered-already',
  (d: { enrollment: string; line: number; protocol: string }) => ({
    ru: `Результат ${d.enrollment} уже в протоколе ${d.protocol}: исправьте строку ${d.line}`,
    en: `This result (${d.enrollment}) is in protocol ${d.protocol}: correct its line ${d.line}`,
  }),
);

/** Said where a correction of an entry changes nothing. */
export const protocolEntryUnchanged = refusal('line-unchanged', (d: { line: string }) => ({
  ru: `Строка ${d.line} уже такая: исправлять нечего`,
  en: `The line ${d.line} says so already: there is nothing to correct`,
}));

/** Said where a result does not name this protocol as its basis. */
export const resultOfOtherBasis = refusal(
  'result-of-other-basis',
  (d: { result: string; basis: string; protocol: string }) => ({
    ru:
      `Результат ${d.result} основан на «${d.basis}», а не на протоколе ${d.protocol}: ` +
      `назовите результат с этим протоколом в basis`,
    en:
      `The result ${d.result} rests on ${d.basis}, not on the protocol ${d.protocol}: ` +
      `name a result that has this protocol as its basis`,
  }),
);

/** Said where the regulation does not let this role correct entries. */
export const roleDoesNotCorrect = refusal(
  'role-does-not-correct',
  (d: { person: string; role: string; roles: readonly string[] }) => ({
    ru: `${d.person} (${d.role}) строк не исправляет; исправляют: ${d.roles.join(', ')}`,
    en: `${d.person} (${d.role}) corrects no lines; these roles do: ${d.roles.join(', ')}`,
  }),
);

/** Said where a person signs a protocol again. */
export const signedAlready = refusal(
  'signed-already',
  (d: { person: string; protocol: string }) => ({
    ru: `${d.person} уже подписал(а) протокол ${d.protocol}: второй раз не нужно`,
    en: `${d.person} has signed the protocol ${d.protocol} already: once is enough`,
  }),
);

/** Said where a member has a special opinion on the entry. */
export const dissentRecordedAlready = refusal(
  'dissent-recorded-already',
  (d: { member: string; line: number; protocol: string }) => ({
    ru: `${d.member}: мнение по строке ${d.line} в ${d.protocol} уже есть, второго не нужно`,
    en: `${d.member} dissented on line ${d.line} of protocol ${d.protocol} already: once is enough`,
  }),
);

/** Said where a special opinion comes after the last signature. */
export const protocolIsComplete = refusal('protocol-is-complete', (d: { protocol: string }) => ({
  ru: `Протокол ${d.protocol} подписан всеми: особое мнение вносят до подписания`,
  en: `The protocol ${d.protocol} is signed by all: a dissent comes before the last signature`,
}));
