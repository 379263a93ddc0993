import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Something that a source file declares. */
export interface Declared {
  readonly name: string;
  /** Path of the file from the project's root. */
  readonly file: string;
}

/** A refusal: the constant, its code and its file. */
export interface DeclaredRefusal extends Declared {
  readonly code: string;
  /** Its two sentences as they are written, with `<name>` where they put a value. */
  readonly written: { readonly ru: string; readonly en: string };
}

/** A method of a service: the row that declares it. */
export interface DeclaredMethod extends Declared {
  /** The command that it takes: `raise-debt`. */
  readonly command: string;
  /** The comment above the row, without its marks. */
  readonly comment: string;
  /** The function that decides, and its file; null where several do. */
  readonly decides: Declared | null;
}

/** The source files of the packages, parsed. */
export class Sources {
  readonly root: string;
  readonly #files: readonly ts.SourceFile[];

  constructor(root: string) {
    this.root = root;
    this.#files = globSync('packages/*/src/**/*.ts', { cwd: root })
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted()
      .map((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      });
  }

  get paths(): readonly string[] {
    return this.#files.map(({ fileName }) => fileName);
  }

  /** Every refusal of the packages. */
  refusals(): readonly DeclaredRefusal[] {
    return this.#calls('refusal').map(({ name, said, file, call }) => {
      const written = { ru: writtenIn(call, 'ru'), en: writtenIn(call, 'en') };
      return { name, code: said, file, written };
    });
  }

  /** Every event type, by its stored name; those that set rules stand in their sections. */
  events(): readonly Declared[] {
    const types = this.#calls('eventType').map(({ said, file }) => ({ name: said, file }));
    return [...types, ...this.sections().map(({ event, file }) => ({ name: event, file }))];
  }

  /** Every section of the regulation, and the event type that sets its rules. */
  sections(): readonly (Declared & { readonly event: string })[] {
    return this.#files.flatMap((file) =>
      [...callsIn(file, 'section')].flatMap((call) => {
        const [declared] = call.arguments;
        if (declared === undefined || !ts.isObjectLiteralExpression(declared)) return [];
        const [name, event] = [textOf(declared, 'name'), textOf(declared, 'event')];
        return name === null || event === null ? [] : [{ name, event, file: file.fileName }];
      }),
    );
  }

  /** Every command, by its constant. */
  commands(): ReadonlyMap<string, Declared> {
    const declared = [...this.#calls('command'), ...this.#calls('commandNamingGround')];
    return new Map(declared.map(({ name, said, file }) => [name, { name: said, file }]));
  }

  /** The kinds of streams, by the folder whose facts they are. */
  streams(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const file of this.#files) {
      const [folder, rest] = file.fileName.split('/facts/');
      if (folder === undefined || rest !== 'state.ts') continue;
      const [, kind] =
        /^(?:export )?const \w+: (?:Entry)?Fold<[^=]*?> = \{\n {2}kind: '(\w+)'/m.exec(file.text) ??
        [];
      if (kind !== undefined) found.set(folder, kind);
    }
    return found;
  }

  /** The methods of every service, in the order of their rows. */
  methods(): readonly DeclaredMethod[] {
    const commands = this.commands();
    return this.#files
      .filter(({ fileName }) => /(^|[/-])service\.ts$/.test(fileName))
      .flatMap((file) =>
        [...callsIn(file, 'service')].flatMap(({ arguments: [rows] }) =>
          rows !== undefined && ts.isObjectLiteralExpression(rows)
            ? rows.properties.flatMap((row) => methodOf(file, row, commands) ?? [])
            : [],
        ),
      );
  }

  /** Every view, by the name of its constant. */
  views(): readonly Declared[] {
    return this.#matches(/^export const (\w+): Projection</gm);
  }

  /** Every report: what takes a reader of views. */
  reports(): readonly Declared[] {
    return this.#matches(/^export (?:async )?function (\w+)\(\s*reader: ViewReader\b/gm);
  }

  #matches(declaration: RegExp): readonly Declared[] {
    return this.#files.flatMap(({ fileName, text }) =>
      [...text.matchAll(declaration)].map(([, name = '']) => ({ name, file: fileName })),
    );
  }

  /** Constants that a call such as `refusal('code', …)` declares. */
  #calls(callee: string): readonly Call[] {
    return this.#files.flatMap((file) =>
      [...callsIn(file, callee)].flatMap((call) => {
        const [said] = call.arguments;
        const name = constantOf(call);
        return said !== undefined && ts.isStringLiteral(said) && name !== null
          ? [{ name, said: said.text, file: file.fileName, call }]
          : [];
      }),
    );
  }
}

/** A call that declares a constant by a word: `refusal('code', …)`. */
interface Call extends Declared {
  readonly said: string;
  readonly call: ts.CallExpression;
}

/** The text of a property somewhere within a call, with `<name>` where it puts a value. */
function writtenIn(call: ts.Node, property: string): string {
  let found = '';
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === property && found === '') {
      found = node.initializer
        .getText()
        .replaceAll(
          /\$\{[^}]*\}/g,
          (value) => `<${/\bd\.(\w+)|(\w+)\W*\}$/.exec(value)?.slice(1).find(Boolean)}>`,
        )
        .replaceAll(/[`'"]|^\s*\+|\n\s*/gm, '');
    }
    ts.forEachChild(node, visit);
  };
  visit(call);
  return found;
}

/** The exported constant that a call is the value of, or the beginning of it. */
function constantOf(call: ts.CallExpression): string | null {
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isFunctionLike(node)) return null;
    if (!ts.isVariableDeclaration(node)) continue;
    return ts.isIdentifier(node.name) && ts.isSourceFile(node.parent.parent.parent)
      ? node.name.text
      : null;
  }
  return null;
}

function* callsIn(node: ts.Node, callee: string): Generator<ts.CallExpression, void, void> {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === callee) yield node;
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* callsIn(child, callee);
}

function textOf(object: ts.ObjectLiteralExpression, property: string): string | null {
  for (const one of object.properties) {
    if (!ts.isPropertyAssignment(one) || one.name.getText() !== property) continue;
    return ts.isStringLiteral(one.initializer) ? one.initializer.text : null;
  }
  return null;
}

function methodOf(
  file: ts.SourceFile,
  row: ts.ObjectLiteralElementLike,
  commands: ReadonlyMap<string, Declared>,
): DeclaredMethod | null {
  if (!ts.isPropertyAssignment(row)) return null;
  const used = namesIn(file, row.initializer);
  const command = used.map((name) => commands.get(name)).find((one) => one !== undefined);
  if (command === undefined) return null;
  const [last] = (ts.getLeadingCommentRanges(file.text, row.pos) ?? []).slice(-1);
  const deciding = used.filter((name) => /^decide[A-Z]/.test(name));
  const [only] = deciding;
  return {
    name: row.name.getText(file),
    file: file.fileName,
    command: command.name,
    comment: last === undefined ? '' : bare(file.text.slice(last.pos, last.end)),
    decides:
      only === undefined || deciding.length > 1
        ? null
        : { name: only, file: importedFrom(file, only) },
  };
}

/** The names that an expression uses; those of the file's own constants, with what these use. */
function namesIn(file: ts.SourceFile, expression: ts.Node): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !found.has(node.text)) {
      found.add(node.text);
      const own = constantIn(file, node.text);
      if (own !== null) visit(own);
    }
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...found];
}

function constantIn(file: ts.SourceFile, name: string): ts.Node | null {
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: own, initializer } of statement.declarationList.declarations) {
      if (own.getText(file) === name) return initializer ?? null;
    }
  }
  return null;
}

function importedFrom(file: ts.SourceFile, name: string): string {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    if (!bindings.elements.some((one) => one.name.text === name)) continue;
    const { moduleSpecifier } = statement;
    if (!ts.isStringLiteral(moduleSpecifier)) continue;
    return join(file.fileName, '..', moduleSpecifier.text).replaceAll('\\', '/');
  }
  return file.fileName;
}

/** The text of a comment without its marks, one paragraph a line. */
function bare(comment: string): string {
  const lines = comment
    .replace(/^\/\*\*?/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  return lines.join('\n').trim();
}
