// What every journey needs: a program with a fresh data folder, a real SMTP server, a browser, and axe.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = process.env.TOGUNA_TEST_PROGRAM ?? join(root, 'build', 'release', 'toguna');
const axeSource = readFileSync(join(root, 'tests/journeys/node_modules/axe-core/axe.min.js'), 'utf8');

/** A telephone and a desk. */
export const widths = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } };

/**
 * Seconds from now to the next ten o'clock of the country (UTC): mail leaves by day only, and tests run at night too.
 * Never more than a day: certificates of the SMTP server are made today.
 */
function secondsUntilMorning() {
  const now = new Date();
  const morning = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 10);
  return Math.ceil((morning - now) / 1000) + (morning < now ? 86_400 : 0);
}

/** The environment in which the program believes it is `later` seconds after now. */
function clockMoved(later) {
  if (!later) return process.env;
  const library = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].map((folder) => `${folder}/faketime/libfaketimeMT.so.1`).find((file) => existsSync(file));
  if (!library) throw new Error('This journey moves the clock: install faketime (script/setup does).');
  return { ...process.env, LD_PRELOAD: library, FAKETIME: `+${later}s`, DONT_FAKE_MONOTONIC: '1' };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a child and waits until a line of its output matches; gives the match and everything said so far. */
function startUntil(command, words, pattern, options) {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
  let said = '';
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`${command} did not start within 30 s: ${said}`)), 30_000);
    const listen = (bytes) => {
      said += bytes;
      const match = said.match(pattern);
      if (match) {
        clearTimeout(deadline);
        resolve({ child, match, said: () => said });
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}

function stopChild(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', resolve);
    child.stdin.end();
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
}

/** A mail as its reader sees it: headers by lower-case name, `text`, `html`, `links` found in the text. */
function readMail(file) {
  const parse = `
import email, email.policy, json, sys
mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
part = lambda kind: (lambda found: found.get_content() if found else '')(mail.get_body((kind,)))
print(json.dumps({'headers': {name.lower(): str(value) for name, value in mail.items()}, 'text': part('plain'), 'html': part('html'),
                  'attachments': [found.get_filename() for found in mail.iter_attachments()]}))`;
  const mail = JSON.parse(execFileSync('/usr/bin/python3', ['-c', parse, file], { encoding: 'utf8' }));
  return { ...mail, links: mail.text.match(/https?:\/\/[^\s>)\]]+/g) ?? [] };
}

export class SmtpServer {
  static async start() {
    const directory = mkdtempSync(join(tmpdir(), 'toguna-journey-mail-'));
    const { child, match } = await startUntil('/usr/bin/python3', [join(root, 'tests/smtp/server.py'), directory], /listening on (\d+)/);
    return Object.assign(new SmtpServer(), { directory, child, url: `smtp://localhost:${match[1]}`, certificate: join(directory, 'certificate.pem') });
  }

  received() {
    return readdirSync(this.directory).filter((name) => name.endsWith('.eml')).sort().map((name) => readMail(join(this.directory, name)));
  }

  /** "accept", "temporary", "permanent", "refuse-recipient", "drop", for all or the next few: "temporary 2". */
  behave(behaviour) { writeFileSync(join(this.directory, 'behaviour'), behaviour); }

  /** The newest mail to this address that `wanted` accepts; waits for it. */
  async mailTo(address, wanted = () => true, seconds = 15) {
    for (let left = seconds * 10; left > 0; --left) {
      const found = this.received().filter((mail) => mail.headers.to.includes(address) && wanted(mail)).pop();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No such mail to ${address} within ${seconds} s; received: ${this.received().map((mail) => `${mail.headers.to} « ${mail.headers.subject} »`).join(', ') || 'none'}`);
  }

  async stop() {
    await stopChild(this.child);
    rmSync(this.directory, { recursive: true, force: true });
  }
}

const flagsOf = (settings) => Object.entries(settings).flatMap(([key, value]) => [`--${key.replaceAll('_', '-')}`, String(value)]);

export class Toguna {
  /**
   * Serves a fresh folder on a free port; `demonstration` fills it with the demonstration country first; `morning` lets
   * the program believe it is ten o'clock.
   */
  static async start({ demonstration = false, morning = false, settings = {}, smtp } = {}) {
    const data = mkdtempSync(join(tmpdir(), 'toguna-journey-data-'));
    const later = morning ? secondsUntilMorning() : 0;
    if (demonstration) execFileSync(program, ['demo', '--data', data], { stdio: 'pipe', env: clockMoved(later) });
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const mail = smtp ? { smtp_url: smtp.url, smtp_ca_file: smtp.certificate } : {};
    const all = { listen: `127.0.0.1:${port}`, public_url: address, demo: demonstration, ...mail, ...settings };
    const started = await startUntil(program, ['serve', '--data', data, ...flagsOf(all)], new RegExp(address), { env: clockMoved(later) });
    const toguna = Object.assign(new Toguna(), { data, address, later, mailFlags: flagsOf(mail), child: started.child, said: started.said });
    await toguna.untilHealthy();
    return toguna;
  }

  async untilHealthy() {
    for (let left = 100; left > 0; --left) {
      const healthy = await fetch(`${this.address}/healthz`).then((reply) => reply.ok, () => false);
      if (healthy) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`/healthz never answered: ${this.said()}`);
  }

  /** A sub-command on the same data. */
  run(...words) { return execFileSync(program, [...words, '--data', this.data], { encoding: 'utf8', env: clockMoved(this.later) }); }

  /** Does what is due `minutes` from now, mail included. */
  workIn(minutes) {
    execFileSync(program, ['work', '--data', this.data, '--public-url', this.address, ...this.mailFlags], { encoding: 'utf8', env: clockMoved(this.later + minutes * 60) });
  }

  async stop() {
    await stopChild(this.child);
    rmSync(this.data, { recursive: true, force: true });
  }
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-default-apps',
      '--disable-sync', '--no-first-run', '--no-default-browser-check', '--metrics-recording-only', '--disable-domain-reliability'],
  });
}

/** A page of a reader: French, a telephone or a desk, with or without JavaScript. Faults in the console fail the journey. */
export async function openPage(browser, { width = 'desk', script = true, language = 'fr-FR' } = {}) {
  const context = await browser.newContext({ viewport: widths[width], locale: language, javaScriptEnabled: script, timezoneId: 'Africa/Ouagadougou', hasTouch: width === 'phone' });
  const page = await context.newPage();
  page.faults = [];
  page.hasScript = script;
  page.on('pageerror', (error) => page.faults.push(String(error)));
  // A journey that means to be refused says so: the browser reports each answer of 409 or 422 as a fault.
  page.on('console', (message) => {
    const meant = page.expectsRefusal && /status of (409|422)/.test(message.text());
    if (message.type() === 'error' && !meant) page.faults.push(message.text());
  });
  page.setDefaultTimeout(10_000);
  return page;
}

/** Without JavaScript nothing can look into a page: the same address is opened beside it by the same reader, with it. */
async function lookInto(page, look) {
  if (page.hasScript !== false) return look(page);
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), locale: 'fr-FR', storageState: await page.context().storageState() });
  try {
    const twin = await context.newPage();
    await twin.goto(page.url());
    return await look(twin);
  } finally {
    await context.close();
  }
}

/** Throws with what axe finds, WCAG 2.2 AA. Our CSP forbids injected scripts, so axe enters through the debugger. */
export async function expectAccessible(page) {
  const violations = await lookInto(page, async (seen) => {
    await seen.evaluate(axeSource);
    const result = await seen.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    return result.violations;
  });
  const describe = ({ id, help, nodes }) => `  ${id}: ${help}\n${nodes.slice(0, 5).map((node) => `    ${node.target} ${node.failureSummary}`).join('\n')}`;
  if (violations.length > 0) throw new Error(`axe on ${page.url()}:\n${violations.map(describe).join('\n')}`);
}

/** Throws when the page is wider than its window: nobody reads sideways on a telephone. */
export async function expectNoSidewaysScroll(page) {
  const [content, window] = await lookInto(page, (seen) => seen.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]));
  if (content > window) throw new Error(`${page.url()} is ${content} px wide in a window of ${window} px.`);
}

/** build/reports/NAME.png, kept when a journey fails. */
export async function keepPicture(page, name) {
  const folder = join(root, 'build/reports');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true }).catch(() => {});
}
