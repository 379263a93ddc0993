import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreServices } from '@letopis/core';
import { commandSchemas } from '@letopis/core/commands';
import { operationsOf } from '@letopis/core/kernel';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const core = globSync('packages/*/src/**/*.ts', { cwd: root }).toSorted();
const services = core.filter((path) => /(^|[/-])service\.ts$/.test(path));
const coreServiceFiles = services.filter(
  (path) => path.startsWith('packages/core/') && !path.includes('/acting/'),
);

/** What is left of a file without comments, imports and blank lines. */
function substance(text: string): readonly string[] {
  const file = ts.createSourceFile('service.ts', text, ts.ScriptTarget.Latest, true);
  const rest = file.statements.filter((one) => !ts.isImportDeclaration(one));
  // Printed whole, a statement may be laid out anew: its own lines are counted, less comments.
  const code = rest.map((one) => one.getFullText(file)).join('\n');
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return bare.split('\n').filter((line) => line.trim() !== '');
}

/** A command taken in at the door, or handed to the kernel. */
const WIRING = /\.handle\s*[<(]|\b(?:session|desk)\.(?:receive|admit)\s*[<(]/;

/** Takes in the job of an ingest, which is no command on a stream. */
const INGEST = 'packages/ingest/src/service.ts';

/** The files that carry a command out by hand: they walk over streams until they find their own. */
const BY_HAND = ['papers/file/service.ts', 'study/enrollment/life/service.ts'];

describe('a command is wired once', () => {
  test('by its row: nobody else takes one in or hands it to the kernel', () => {
    const wiring = core
      .filter((path) => !/\/(acting|kernel)\//.test(path) && path !== INGEST)
      .filter((path) => WIRING.test(read(path)));
    expect(read(INGEST)).toMatch(WIRING);
    expect(BY_HAND.length).toBeLessThanOrEqual(6);
    expect('return session.handle<State>(command, plan)').toMatch(WIRING);
    expect('const received = session.receive(type, raw)').toMatch(WIRING);
    expect('const received = await session.admit(type, raw)').toMatch(WIRING);
    expect(wiring).toEqual(BY_HAND.map((file) => `packages/core/src/${file}`));
  });

  test('in at most 1,300 lines of services, without comments, imports and blanks', () => {
    expect(coreServiceFiles.length).toBeGreaterThan(20);
    const lines = coreServiceFiles.flatMap((path) => substance(read(path)));
    expect(lines.length).toBeLessThanOrEqual(1300);
    expect(
      substance("import { a } from 'a';\n\n/** Says. */\n// so\nexport const b = a;\n"),
    ).toEqual(['export const b = a;']);
  });

  test('and every row says in a comment of its own lines what it records and refuses', () => {
    const silent = coreServiceFiles.flatMap((path) => {
      const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
      return rowsOf(file)
        .filter((row) => !/^\s*\/\*\*\n[\s\S]*\.\n[\s\S]*\*\/$/.test(commentOf(row, file)))
        .map((row) => `${path}: ${row.name.getText(file)}`);
    });
    expect(silent).toEqual([]);
  });
});

/** The rows of the services that a file declares. */
function rowsOf(file: ts.SourceFile): readonly ts.PropertyAssignment[] {
  const found: ts.PropertyAssignment[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'service') {
      const [rows] = node.arguments;
      if (rows !== undefined && ts.isObjectLiteralExpression(rows)) {
        found.push(...rows.properties.filter((row) => ts.isPropertyAssignment(row)));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function commentOf(row: ts.Node, file: ts.SourceFile): string {
  const [last] = (ts.getLeadingCommentRanges(file.text, row.pos) ?? []).slice(-1);
  return last === undefined ? '' : file.text.slice(last.pos, last.end);
}

describe('every command has a JSON Schema', () => {
  const schemas = commandSchemas();
  const operations = operationsOf(Object.values(coreServices));

  test('of what a sender writes, by its name', () => {
    expect(Object.keys(schemas).toSorted()).toEqual(
      operations.map(({ command }) => command.name).toSorted(),
    );
    expect(schemas['inform-of-debts']).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { enrollment: { type: 'string' }, on: { type: 'string' } },
      required: ['enrollment', 'way', 'on'],
      additionalProperties: false,
    });
    const { required = [] } = schemas['hold-lesson'] ?? {};
    expect(required).toContain('topic');
    expect(required).not.toContain('absent');
  });

  test.each(operations.map(({ command }) => [command.name, command.schema] as const))(
    '%s: the schema is plain JSON, and closed as the command is',
    (name, schema) => {
      const written = schemas[name];
      expect(JSON.parse(JSON.stringify(written))).toEqual(written);
      const forms = written?.anyOf ?? written?.oneOf ?? [written];
      for (const form of forms) {
        expect(form).toMatchObject({ type: 'object', additionalProperties: false });
      }
      const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
      expect(Object.keys(written?.properties ?? {}).toSorted()).toEqual(fields.toSorted());
    },
  );
});

describe('an editor shows a row where its method is called', () => {
  const path = join(root, 'tests/house/as-in-an-editor.ts');
  const text = `import { letopis } from '@letopis/core';
declare const options: Parameters<typeof letopis>[0];
const school = letopis(options).as('u-17');
const retake = { of: '…', plannedOn: '2026-11-20', on: '2026-11-02' };
export const granted = school.debts.grantRetake({ enrollment: 'l-1.mentor.1', ...retake });
`;
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  const contents = (file: string): string | undefined =>
    file === path ? text : ts.sys.readFile(file);
  const editor = ts.createLanguageService({
    getCompilationSettings: () => config?.options ?? {},
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const found = contents(file);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => root,
    fileExists: (file) => file === path || ts.sys.fileExists(file),
    readFile: contents,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  });

  test('its comment, its types, and the row itself as the definition', { timeout: 120_000 }, () => {
    expect(editor.getSemanticDiagnostics(path).map(({ messageText }) => messageText)).toEqual([]);
    const at = text.indexOf('grantRetake(') + 1;
    const shown = editor.getQuickInfoAtPosition(path, at);
    const words = ts.displayPartsToString(shown?.documentation);
    expect(words).toMatch(/^Grants a retake .*`retake-waits`.*273-FZ art\. 58/s);
    expect(ts.displayPartsToString(shown?.displayParts)).toContain('Promise<Result<Receipt>>');
    const [definition] = editor.getDefinitionAtPosition(path, at) ?? [];
    expect(definition?.fileName).toBe(
      join(root, 'packages/core/src/study/enrollment/debt/service.ts'),
    );
    const row = read('packages/core/src/study/enrollment/debt/service.ts').slice(
      definition?.textSpan.start,
    );
    expect(row.split('\n')[0]).toMatch(/^grantRetake: onDebts\(grantRetake, /);
  });

  test('and at a field what its own comment says', () => {
    const field = text.indexOf('enrollment:') + 1;
    const shown = editor.getQuickInfoAtPosition(path, field);
    expect(ts.displayPartsToString(shown?.displayParts)).toContain('enrollment: string');
  });
});
