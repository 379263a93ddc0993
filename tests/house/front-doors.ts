import ts from 'typescript';

/**
 * The names that a module exports, types among them; a namespace counts with its members. Modules
 * are named by their paths.
 */
export function exportedNames(paths: readonly string[]): Map<string, string[]> {
  const program = ts.createProgram([...paths], {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return new Map(paths.map((path) => [path, namesOf(program, checker, path)]));
}

function namesOf(program: ts.Program, checker: ts.TypeChecker, path: string): string[] {
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${path} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const named = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    const isNamespace = (named.flags & ts.SymbolFlags.ValueModule) !== 0;
    if (!isNamespace) return [symbol.name];
    const members = checker.getExportsOfModule(named).map(({ name }) => `${symbol.name}.${name}`);
    return [symbol.name, ...members];
  });
}
