import { join } from 'node:path';
import ts from 'typescript';
import type { Declared } from '../sources/sources.ts';

/** Comments of fields: by the name of the command, and then by the field. */
export type FieldComments = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * What an editor shows at the fields of each command: the comments in its schema, also of fields
 * that it shares with others. Read by the compiler, which takes some seconds.
 */
export function fieldComments(
  root: string,
  commands: ReadonlyMap<string, Declared>,
): FieldComments {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config.config, include: [] },
    ts.sys,
    root,
  );
  const files = new Set([...commands.values()].map(({ file }) => join(root, file)));
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const path of files) {
    const file = program.getSourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const command = commands.get(symbol.name);
      if (command === undefined) continue;
      const [, raw] = checker.getTypeArguments(
        // Every command is a `CommandType<Input, Raw>`; what a sender writes is `Raw`.
        checker.getTypeOfSymbol(symbol) as ts.TypeReference,
      );
      if (raw !== undefined) found.set(command.name, commentsOf(raw, checker));
    }
  }
  return found;
}

function commentsOf(type: ts.Type, checker: ts.TypeChecker): ReadonlyMap<string, string> {
  const parts = type.isUnion() ? type.types : [type];
  return new Map(
    parts
      .flatMap((one) => checker.getPropertiesOfType(one))
      .map((field) => [
        field.name,
        ts.displayPartsToString(field.getDocumentationComment(checker)).replaceAll('\n', ' '),
      ]),
  );
}
