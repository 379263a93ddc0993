import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One way into a package: the name that a program imports, and the source file behind it. */
export interface Entry {
  /** `@letopis/core/kernel`. */
  readonly name: string;
  /** Path from the project's root. */
  readonly file: string;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
}

/** The entries of every package, in the order of its `package.json`: the front door first. */
export function entriesOf(root: string): readonly Entry[] {
  return globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
      return Object.entries(manifest.exports)
        .filter(([, file]) => file.endsWith('.ts'))
        .map(([subpath, file]) => ({
          name: join(manifest.name, subpath),
          file: join(dirname(path), file),
        }));
    });
}
