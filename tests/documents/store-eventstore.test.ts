import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PACKAGE = new URL('../../packages/store-eventstore/', import.meta.url);
/** From here a program finds the packages that the examples import. */
const TESTS = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(new URL('README.md', PACKAGE), 'utf8');
const programs = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
const compose = readFileSync(new URL('compose/three-nodes.yaml', PACKAGE), 'utf8');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Runs a program's text as a file of its own, against the test server. */
async function run(code: string, url: string) {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    cwd: TESTS,
    env: { ...process.env, EVENTSTORE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'exit');
  const [stdout, stderr] = await outputs;
  return { status, stdout, stderr };
}

describe('the page of the store on EventStoreDB', () => {
  it('opens a store with either client, as it says', async () => {
    const [first = '', second = ''] = programs;
    expect(await run(first, server.url)).toEqual({ status: 0, stdout: '', stderr: '' });
    const url = server.url.replace('esdb:', 'kurrentdb:');
    expect(await run(second, url)).toEqual({ status: 0, stdout: '', stderr: '' });
    const ours = server.log.records.filter(({ type }) => !type.startsWith('$'));
    expect(ours.map(({ type }) => type)).toEqual(['LetopisLog']);
  });

  it('starts the test server, as it says', async () => {
    const { status, stdout, stderr } = await run(programs[2] ?? '', '');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '1\n', stderr: '' });
  });

  it('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links).toContain('compose/three-nodes.yaml');
    for (const path of links) expect(existsSync(new URL(path, PACKAGE))).toBe(true);
  });

  it('gives an address that names every node of the cluster, and its authority', () => {
    const [, hosts = '', file] = /@(\S+)\?tls=true&tlsCAFile=\.\/(\S+)/.exec(readme) ?? [];
    const told = hosts.split(',').map((host) => host.replace('localhost:', ''));
    const given = [...compose.matchAll(/'127\.0\.0\.1:(\d+):2113'/g)].map(([, port]) => port);
    const advertised = [...compose.matchAll(/PORT_TO_CLIENT_AS: (\d+)/g)].map(([, port]) => port);
    expect(told).toEqual(given);
    expect(advertised).toEqual(given);
    expect(file).toBe('certs/ca/ca.crt');
  });

  it('names one image, at one version, for one node and for three', () => {
    const images = [...`${readme}${compose}`.matchAll(/docker\.kurrent\.io\/\S+/g)].map(String);
    expect(images).toHaveLength(2);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/:\d+\.\d+\.\d+$/);
  });
});
