import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** A source file: its path from the repository's root, with `/`, and its text. */
export type Source = { path: string; text: string };

type Import = { from: string; line: number; namespace: boolean };

const core = /^@letopis\/core(\/[a-z0-9/-]+)?$/;
const projections = /^@letopis\/projections(\/[a-z]+)?$/;
const sharedByStores = /^@letopis\/store-node$/;
const singleFunction = /^date-fns\/(?:locale\/)?[a-zA-Z]+$/;

/** What each package may import besides its own files. */
export const mayImport: Readonly<Record<string, readonly RegExp[]>> = {
  core: [/^zod$/],
  'store-node': [core, /^node:/],
  'store-memory': [core, sharedByStores, /^node:/],
  'store-sqlite': [core, sharedByStores, /^node:/],
  'store-eventstore': [core, sharedByStores, /^node:/],
  projections: [core, /^immer$/],
  forms: [core, projections, singleFunction, /^fflate$/, /^write-excel-file\/universal$/],
  ingest: [core, /^node:/, /^zod$/, singleFunction, /^csv-parse$/, /^read-excel-file\/node$/],
};

const coreTesting = 'packages/core/src/testing/';
/** Only the test server is built on the client's own message classes. */
const testServer = 'packages/store-eventstore/src/testing/';
const grpc = /^(@eventstore\/db-client\/generated\/|@grpc\/grpc-js$|google-protobuf\/)/;
const handler = 'packages/core/src/kernel/';

/** Where a file breaks an import rule between packages or folders, as `path:line what`. */
export function fenceBreaks(source: Source): string[] {
  return importsOf(source)
    .map((one) => ({ one, broken: breaks(source.path, one) }))
    .filter(({ broken }) => broken !== undefined)
    .map(({ one, broken }) => `${source.path}:${one.line} imports ${one.from}: ${broken}`);
}

/** Where core reads the clock instead of its `clock` port. */
export function clockReads(source: Source): string[] {
  const found: string[] = [];
  walk(source, (node, line) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'Date') return;
    if ((node.arguments ?? []).length === 0) found.push(`${source.path}:${line} new Date()`);
  });
  return found;
}

/** Names of the packages that a file imports, such as `zod` or `@letopis/core`. */
export function packagesOf(source: Source): string[] {
  return importsOf(source)
    .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
    .map(({ from }) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
}

function breaks(path: string, { from, namespace }: Import): string | undefined {
  const room = /^packages\/([^/]+)\/src\//.exec(path);
  if (from.startsWith('.')) {
    const target = join(dirname(path), from);
    if (path.startsWith(handler)) return target.startsWith(handler) ? undefined : 'not the kernel';
    if (room) return target.startsWith(room[0]) ? undefined : 'outside the package';
    return target.startsWith('packages/') ? 'a package by its path' : undefined;
  }
  if (from === 'zod' && !namespace) return 'not as a namespace';
  if (!room) return undefined;
  if (path.startsWith(coreTesting) && from === 'fast-check') return undefined;
  if (path.startsWith(testServer) && grpc.test(from)) return undefined;
  const allowed = mayImport[room[1] ?? ''] ?? [];
  return allowed.some((pattern) => pattern.test(from)) ? undefined : 'not for this package';
}

/** What a file imports or re-exports, by value or by type. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source, (node, line) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
    const namespace =
      bindings !== undefined &&
      ts.isNamespaceImport(bindings) &&
      (node as ts.ImportDeclaration).importClause?.name === undefined;
    found.push({ from: specifier, line, namespace });
  });
  return found;
}

/** The module that a node names: `import`, `export from`, `import()`, `import('x').T`. */
function specifierOf(node: ts.Node): string | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return named !== undefined && ts.isStringLiteralLike(named) ? named.text : undefined;
}

function walk({ path, text }: Source, visit: (node: ts.Node, line: number) => void): void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const step = (node: ts.Node): void => {
    visit(node, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    ts.forEachChild(node, step);
  };
  step(file);
}
