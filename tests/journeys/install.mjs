// Usage: node tests/journeys/install.mjs
//
// Unpacks the few packages of package-lock.json, checked against its checksums, where `npm ci` would put them.
// Debian's npm would be 370 packages more for the sake of two archives without dependencies.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const registry = (process.env.npm_config_registry ?? 'https://registry.npmjs.org').replace(/\/$/, '');
const lock = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8'));

function installedVersion(directory) {
  const description = join(directory, 'package.json');
  return existsSync(description) ? JSON.parse(readFileSync(description, 'utf8')).version : undefined;
}

/** Throws unless the bytes are those that were reviewed. */
function verify(name, bytes, integrity) {
  const [algorithm, expected] = integrity.split(/-(.*)/s);
  const found = createHash(algorithm).update(bytes).digest('base64');
  if (found !== expected)
    throw new Error(`${name}: the archive is not the one of package-lock.json (${algorithm} ${found}, expected ${expected}).`);
}

function install(name, directory, { version, integrity }) {
  const address = `${registry}/${name}/-/${name.split('/').pop()}-${version}.tgz`;
  const bytes = execFileSync('curl', ['--fail', '--silent', '--show-error', '--location', '--retry', '3', address], { maxBuffer: 1 << 28 });
  verify(name, bytes, integrity);

  mkdirSync(dirname(directory), { recursive: true });
  const unpacked = mkdtempSync(join(here, 'node_modules', '.unpacked-'));
  writeFileSync(join(unpacked, 'archive.tgz'), bytes);
  execFileSync('tar', ['-xzf', 'archive.tgz', '--no-same-owner'], { cwd: unpacked });
  rmSync(directory, { recursive: true, force: true });
  renameSync(join(unpacked, 'package'), directory);
  rmSync(unpacked, { recursive: true });
  console.log(`${name} ${version}`);
}

for (const [path, description] of Object.entries(lock.packages)) {
  if (!path.startsWith('node_modules/') || description.optional) continue;
  const directory = join(here, path);
  if (installedVersion(directory) !== description.version)
    install(path.slice('node_modules/'.length), directory, description);
}
