import ts from 'typescript';
import type { Source } from './fences.ts';

const CORE = /^@letopis\/core(\/.+)?$/;
/**
 * Folds, states of aggregates, and functions that fold or decide: `.oxlintrc.json` has the same
 * pattern.
 */
const DECIDES = /(Decider|Fold|State)$|^fold$|^evolve|^decide[A-Z]/;
/** All of core: a namespace import, `export *`, `import()`. */
const ALL = '*';

/**
 * Where a view, report or form imports a fold, a state or a decision from core, as `path:line
 * name`.
 */
export function decisionsTaken({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const step = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const names = namesTaken(node).filter((name) => name === ALL || DECIDES.test(name));
    found.push(...names.map((name) => `${path}:${line} ${name}`));
    ts.forEachChild(node, step);
  };
  step(file);
  return found;
}

/** The names that a node imports from core, as core exports them. */
function namesTaken(node: ts.Node): readonly string[] {
  if (ts.isImportDeclaration(node) && isCore(node.moduleSpecifier)) {
    const bindings = node.importClause?.namedBindings;
    if (bindings === undefined) return [];
    return ts.isNamedImports(bindings) ? bindings.elements.map(nameOf) : [ALL];
  }
  if (ts.isExportDeclaration(node) && isCore(node.moduleSpecifier)) {
    const { exportClause } = node;
    const named = exportClause !== undefined && ts.isNamedExports(exportClause);
    return named ? exportClause.elements.map(nameOf) : [ALL];
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    if (!isCore(node.argument.literal)) return [];
    return [node.qualifier?.getText() ?? ALL];
  }
  const isImport =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport && isCore(node.arguments[0]) ? [ALL] : [];
}

const isCore = (node: ts.Node | undefined): boolean =>
  node !== undefined && ts.isStringLiteralLike(node) && CORE.test(node.text);

const nameOf = ({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (propertyName ?? name).text;
