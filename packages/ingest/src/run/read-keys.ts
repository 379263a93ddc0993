import type { Refusal, Session } from '@letopis/core';
import type { IngestJob, Mapping } from '../mapping/mapping.ts';
import {
  importSecretDiffers,
  importSecretMissing,
  mappingKeyChanged,
  mappingKeyLate,
} from '../mapping/refusals.ts';
import { tidy } from '../table/row.ts';
import { knownMappings } from './known-mappings.ts';
import type { KnownRows } from './known-rows.ts';
import { knownRows, mappingKey } from './known-rows.ts';
import { RowKeys } from './row-keys.ts';
import type { ImportSecret } from './secret.ts';

/**
 * The keys of rows under the organisation's secret; null: no mapping has a key. Refuses what would
 * take rows a second time: `import-secret-missing`, `import-secret-differs`, `mapping-key-changed`
 * and `mapping-key-late`.
 * @param files SHA-256 of the files of the run.
 */
export async function readKeys(
  session: Session,
  { source, mappings }: IngestJob,
  secret: ImportSecret | undefined,
  files: readonly string[],
): Promise<RowKeys | null | Refusal> {
  const keyed = mappings.filter(({ key }) => key !== undefined);
  const [first] = keyed;
  if (first === undefined) return null;
  if (secret === undefined) return importSecretMissing({ mapping: first.id });
  const keys = new RowKeys(await secret(), source);
  const known = await session.index(knownRows);
  if (known.secrets.size > 0 && !known.secrets.has(keys.id)) {
    return importSecretDiffers({ given: keys.id, known: [...known.secrets] });
  }
  for (const mapping of keyed) {
    const no = await refuseIfKeyUnfit(session, mapping, { source, known, files });
    if (no !== null) return no;
  }
  return keys;
}

async function refuseIfKeyUnfit(
  session: Session,
  { id: mapping, key = [] }: Mapping,
  of: { readonly source: string; readonly known: KnownRows; readonly files: readonly string[] },
): Promise<Refusal | null> {
  const own = mappingKey(of.source, mapping);
  const known = of.known.keys.get(own);
  const given = key.toSorted();
  if (known !== undefined) {
    const isSame = known.map(tidy).join('\n') === given.map(tidy).join('\n');
    return isSame ? null : mappingKeyChanged({ mapping, given, known });
  }
  const { files } = await session.index(knownMappings);
  const taken = files.get(own);
  if (taken === undefined || of.files.some((sha256) => taken.has(sha256))) return null;
  return mappingKeyLate({ mapping, files: [...taken.values()] });
}
