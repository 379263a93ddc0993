/** Clauses that no test checks yet, each with what is missing. */
export const open: Readonly<Record<string, string>> = {
  'R1 §2.2': 'results are recorded; no report sets reached beside planned',
  'R1 §5.6': 'commendations are recorded; no quality report counts them',
  'R1 §6.4': 'results are recorded; there is no quality report to use them in',
  'R3 §2.1': 'planned results are recorded; no report sets reached beside them',
  'R3 §2.2': 'results, special needs and listings are recorded; no quality report yet',
  'R4 §2.2.1-2.2.5': 'results are recorded; no report shows dynamics or reached beside planned',
  'R4 §2.2.12': 'commendations and results are recorded; no report for decisions on them',
};

/**
 * Projections and printed forms that are not built, or not completely, each with what is missing.
 */
export const unbuilt: Readonly<Record<string, string>> = {
  P2: 'pages of the grade sheet, the protocols, the sheet of achievements, the book of control',
  P4: 'personal card and diary, averages and dynamics over a period',
  P5: 'pages of the portfolio and the card of creative growth',
  P6: 'pages of the banks of achievements; the service says what is overdue',
  P7: 'pages of the registers; rows for the federal register (ФИС ФРДО) are there',
  P8: 'pages of the transcript, the certificate of study, the extract',
  P9: 'pages of the debts and of the calendar of retakes',
  P11: 'internal quality monitoring: reached against planned, dynamics, commendations, attention',
  P12: 'pages of inventories and acts, and of all that is due; each service says what is due',
  P13: 'page of disclosures, publications and consents',
  P14: 'audit trail of an official, a record, a period; the corrections of a period are there',
};
