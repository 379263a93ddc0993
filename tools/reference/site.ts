import { join } from 'node:path';
import { Application, LogLevel } from 'typedoc';
import { entriesOf } from './entries.ts';

/** Kinds of exports that need a comment. */
const DOCUMENTED = ['Enum', 'Variable', 'Function', 'Class', 'Interface', 'TypeAlias'] as const;

/**
 * Makes the API reference of all packages from their doc comments, as HTML. Pages that are given
 * become documents of it.
 * @returns whether every export has a comment, and every link in one leads somewhere.
 */
export async function makeSite(
  root: string,
  folder: string,
  documents: readonly string[],
): Promise<boolean> {
  const entries = entriesOf(root);
  const app = await Application.bootstrap({
    name: 'Letopis',
    entryPoints: entries.map(({ file }) => join(root, file)),
    projectDocuments: documents.map((path) => join(root, path)),
    tsconfig: join(root, 'tsconfig.json'),
    basePath: root,
    readme: 'none',
    // Types are checked by `pnpm typecheck`; nothing here asks git or the network.
    skipErrorChecking: true,
    disableGit: true,
    sourceLinkTemplate: '{path}#{line}',
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    // Links among the documents are links of the repository.
    validation: {
      notExported: false,
      invalidLink: true,
      invalidPath: false,
      rewrittenLink: false,
      notDocumented: true,
      unusedMergeModuleWith: true,
    },
    requiredToBeDocumented: [...DOCUMENTED],
    packagesRequiringDocumentation: [...new Set(entries.map(({ name }) => packageOf(name)))],
    treatValidationWarningsAsErrors: true,
    logLevel: LogLevel.Warn,
  });
  const project = await app.convert();
  if (project === undefined) return false;
  for (const module of project.children ?? []) {
    const entry = entries.find(({ file }) => moduleOf(file) === module.name);
    if (entry !== undefined) module.name = entry.name;
  }
  app.validate(project);
  await app.generateDocs(project, folder);
  return !app.logger.hasErrors() && !app.logger.hasWarnings();
}

const packageOf = (entry: string): string => entry.split('/').slice(0, 2).join('/');

/** TypeDoc names a module by its path, without its extension and without `index`. */
const moduleOf = (file: string): string => file.replace(/(?:\/index)?\.ts$/, '');
