import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/*
 * The five tables of the Open University Learning Analytics dataset, as they lie on disk. Days are
 * counted from the presentation's start; an empty field is unknown.
 */

export interface CourseRow {
  readonly code_module: string;
  readonly code_presentation: string;
  readonly module_presentation_length: string;
}

export interface AssessmentRow {
  readonly code_module: string;
  readonly code_presentation: string;
  readonly id_assessment: string;
  readonly assessment_type: 'TMA' | 'CMA' | 'Exam';
  readonly date: string;
  readonly weight: string;
}

export interface LearnerRow {
  readonly code_module: string;
  readonly code_presentation: string;
  readonly id_student: string;
  readonly final_result: 'Pass' | 'Distinction' | 'Fail' | 'Withdrawn';
}

export interface RegistrationRow {
  readonly code_module: string;
  readonly code_presentation: string;
  readonly id_student: string;
  readonly date_registration: string;
  readonly date_unregistration: string;
}

export interface ResultRow {
  readonly id_assessment: string;
  readonly id_student: string;
  readonly date_submitted: string;
  readonly is_banked: '0' | '1';
  readonly score: string;
}

export interface Tables {
  readonly courses: readonly CourseRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly learners: readonly LearnerRow[];
  readonly registrations: readonly RegistrationRow[];
  readonly results: readonly ResultRow[];
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

const COLUMNS = {
  'courses.csv': ['code_module', 'code_presentation', 'module_presentation_length'],
  'assessments.csv': ['id_assessment', 'assessment_type', 'date', 'weight'],
  'studentInfo.csv': ['code_module', 'code_presentation', 'id_student', 'final_result'],
  'studentRegistration.csv': ['id_student', 'date_registration', 'date_unregistration'],
  'studentAssessment.csv': ['id_assessment', 'id_student', 'date_submitted', 'is_banked', 'score'],
} as const;

/** Reads the tables of a folder; throws with file and column where one is missing. */
export async function readTables(folder: string): Promise<Tables> {
  const files: SourceFile[] = [];
  const table = async <Row>(name: keyof typeof COLUMNS): Promise<readonly Row[]> => {
    const content = await readFile(join(folder, name));
    const rows = parse(content, { columns: true, skip_empty_lines: true, bom: true });
    const first = (rows[0] ?? {}) as Record<string, string>;
    const missing = COLUMNS[name].filter((column) => !(column in first));
    if (missing.length > 0) throw new Error(`${name} lacks the columns: ${missing.join(', ')}`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    files.push({ name, sha256, bytes: content.length, rows: rows.length });
    return rows as unknown as readonly Row[];
  };
  return {
    courses: await table<CourseRow>('courses.csv'),
    assessments: await table<AssessmentRow>('assessments.csv'),
    learners: await table<LearnerRow>('studentInfo.csv'),
    registrations: await table<RegistrationRow>('studentRegistration.csv'),
    results: await table<ResultRow>('studentAssessment.csv'),
    files,
  };
}

/** The same tables with their first enrollments only, and what belongs to these. */
export function firstEnrollments(tables: Tables, count: number): Tables {
  const registrations = tables.registrations.slice(0, count);
  const kept = new Set(registrations.map((row) => `${groupOf(row)}:${row.id_student}`));
  const groups = new Map(tables.assessments.map((row) => [row.id_assessment, groupOf(row)]));
  return {
    ...tables,
    registrations,
    learners: tables.learners.filter((row) => kept.has(`${groupOf(row)}:${row.id_student}`)),
    results: tables.results.filter((row) =>
      kept.has(`${groups.get(row.id_assessment)}:${row.id_student}`),
    ),
  };
}

function groupOf(row: AssessmentRow | LearnerRow | RegistrationRow): string {
  return `${row.code_module}-${row.code_presentation}`;
}
