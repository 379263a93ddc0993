// Run by tarballs.test.ts in an empty project, in which only the packed packages are installed:
// plain JavaScript under plain Node, as a user without TypeScript has it.
import assert from 'node:assert/strict';

// Every entry point of every package; the test hands them in as package.json declares them.
const entries = process.argv.slice(2);
assert.ok(entries.length > 0);

for (const entry of entries) {
  const exported = Object.keys(await import(entry));
  assert.ok(exported.length > 0, `${entry} exports nothing`);
}

// A command that zod refuses, with the value on which the oldest versions of zod 4 throw.
const { letopis } = await import('@letopis/core');
const { openMemory } = await import('@letopis/store-memory');
const school = letopis({ store: openMemory(), organisation: 'academy' }).as('u-1');
const circle = {};
circle.self = circle;
const answer = await school.learners.register({ id: 'l-1', name: circle });
assert.equal(answer.refusal?.code, 'invalid-input');

console.log('every entry point can be imported');
