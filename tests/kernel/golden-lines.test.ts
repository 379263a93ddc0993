import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LINE_VERSION, lineHash, parseLine, sealHash } from '@letopis/core/kernel';
import { sha256 } from '@letopis/core/testing';
import { describe, expect, it } from 'vitest';
import { goldenLines } from './golden.ts';

/**
 * The lines as they have always been written. They are evidence: stored logs hold lines of just
 * this form, so a difference here is never mended by changing the file.
 */
const file = readFileSync(new URL('golden-lines.jsonl', import.meta.url));
const golden = file.toString('utf8').split('\n').slice(0, -1);

describe('the golden lines', () => {
  it('are written again, byte for byte', async () => {
    const written = (await goldenLines()).map(({ line }) => `${line}\n`).join('');
    expect(written).toBe(file.toString('utf8'));
    expect(Buffer.from(written).equals(file)).toBe(true);
  });

  it('are read in their one form, with every field in its place', () => {
    expect(golden).toHaveLength(7);
    for (const line of golden) {
      expect(JSON.stringify(parseLine(line, 'the file'))).toBe(line);
      expect(Object.keys(JSON.parse(line) as object)).toEqual([
        'v',
        'id',
        'type',
        'schema',
        'stream',
        'revision',
        'prev',
        'salt',
        'occurredOn',
        'recordedAt',
        'actor',
        'onBehalfOf',
        'ground',
        'commandId',
        'commandDigest',
        'causationId',
        'refs',
        'data',
        'sealed',
      ]);
      expect(parseLine(line, 'the file').v).toBe(LINE_VERSION);
    }
  });

  it('are chained by the RFC 6962 leaf hash of the line before in the stream', () => {
    const last = new Map<string, string>();
    for (const line of golden) {
      const { stream, prev } = parseLine(line, 'the file');
      expect(prev).toBe(last.get(stream) ?? null);
      const leaf = hash('sha256', Buffer.concat([Buffer.from([0]), Buffer.from(line)]), 'base64');
      expect(lineHash(line, sha256)).toBe(leaf);
      last.set(stream, leaf);
    }
    expect(last.size).toBe(2);
  });

  it('commit to what lies beside them, and hold no personal value', async () => {
    const [first] = await goldenLines();
    const { id, sealed, data } = parseLine(first?.line ?? '', 'the first line');
    expect(first?.line).not.toMatch(/Ильина|\+7 900/);
    expect(data).toEqual({ learner: 'l-1', contact: { kind: 'mobile' } });
    const beside = first?.beside as Record<string, { nonce: string; value: string }>;
    expect(Object.keys(beside)).toEqual(['name', 'contact.phone']);
    for (const [path, kept] of Object.entries(beside)) {
      const parts = [id, path, kept.nonce, kept.value];
      const text = parts.map((part) => `${Buffer.byteLength(part)}:${part},`).join('');
      expect(sealed?.[path]).toEqual({ key: null, hash: hash('sha256', text, 'base64') });
      expect(sealHash(id, path, kept, sha256)).toBe(hash('sha256', text, 'base64'));
    }
  });

  it('refuse the smallest change of form', () => {
    const line = golden[1] ?? '';
    const changes = [
      line.replace('{"v"', '{ "v"'),
      line.replace('"data":{}', '"data":{},"data":{}'),
      line.replace('"onBehalfOf":null,', ''),
      line.replace('"actor":"u-17"', '"actor":"u-\\u00317"'),
      line.replace('"sealed":null', '"sealed":null,"more":1'),
      line.slice(0, -1),
      '',
      'null',
      '[]',
      `${line} `,
      line.replace('"schema":2', '"schema":2.0'),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(line);
      expect(() => parseLine(changed, 'a test')).toThrow(/^corrupt: the line at a test/);
    }
  });

  it('of another version are refused with a repair', () => {
    const newer = (golden[1] ?? '').replace('{"v":1', '{"v":2');
    expect(() => parseLine(newer, 'x')).toThrow('the Letopis that wrote it');
  });
});
