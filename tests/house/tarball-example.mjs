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

console.log('every entry point can be imported');
