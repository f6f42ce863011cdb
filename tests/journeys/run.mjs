// Usage: node tests/journeys/run.mjs [--report FILE.xml] [PART OF A NAME]
//
// Runs the journeys: every *.journey.mjs exports `journeys`, a list of { name, run }. `run` is given what support.mjs
// starts: a fresh program and SMTP server of its own when it asks for them, one browser for all. A journey may say
// `variants`, for example [{ width: 'phone' }, { width: 'desk', script: false }]: it runs once for each.
// The last line is « journeys: N passed, N failed ».

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SmtpServer, Toguna, keepPicture, launchBrowser, openPage } from './support.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const reportAt = words.indexOf('--report');
const report = reportAt >= 0 ? words.splice(reportAt, 2)[1] : undefined;
const wanted = words[0] ?? '';
const longest = 120_000;

function variantName({ width = 'desk', script = true, language = 'fr-FR' }) {
  return [width, script ? '' : 'without JavaScript', language === 'fr-FR' ? '' : language].filter(Boolean).join(', ');
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not finished after ${milliseconds / 1000} s`)), milliseconds); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** One journey in one variant, with everything it uses started before and stopped after. */
async function walk(browser, journey, variant, name) {
  const smtp = await SmtpServer.start();
  let toguna;
  const pages = [];
  try {
    toguna = await Toguna.start({ demonstration: journey.demonstration, morning: journey.morning, settings: journey.settings, smtp });
    const open = async (other = {}) => {
      const page = await openPage(browser, { ...variant, ...other });
      pages.push(page);
      return page;
    };
    await within(journey.longest ?? longest, journey.run({ toguna, smtp, open, variant }));
    const faults = pages.flatMap((page) => page.faults);
    if (faults.length > 0) throw new Error(`the browser complained:\n  ${faults.join('\n  ')}`);
  } catch (error) {
    for (const [index, page] of pages.entries()) await keepPicture(page, `${name.replace(/[^\p{L}\d]+/gu, '-')}-${index + 1}`);
    throw error;
  } finally {
    await Promise.all(pages.map((page) => page.context().close().catch(() => {})));
    await toguna?.stop();
    await smtp.stop();
  }
}

const escaped = (text) => String(text).replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '');

function junit(results) {
  const cases = results.map(({ name, seconds, error }) => `<testcase name="${escaped(name)}" time="${seconds.toFixed(2)}">${error ? `<failure>${escaped(error.stack ?? error)}</failure>` : ''}</testcase>`);
  return `<?xml version="1.0"?>\n<testsuite name="journeys" tests="${results.length}" failures="${results.filter(({ error }) => error).length}">\n${cases.join('\n')}\n</testsuite>\n`;
}

const browser = await launchBrowser();
const results = [];
for (const file of readdirSync(here).filter((name) => name.endsWith('.journey.mjs')).sort()) {
  const { journeys } = await import(join(here, file));
  for (const journey of journeys)
    for (const variant of journey.variants ?? [{}]) {
      const name = `${journey.name} (${variantName(variant)})`;
      if (!name.includes(wanted)) continue;
      const started = Date.now();
      const error = await walk(browser, journey, variant, name).then(() => undefined, (reason) => reason);
      const seconds = (Date.now() - started) / 1000;
      results.push({ name, seconds, error });
      console.log(`${error ? 'FAILED' : 'passed'}  ${name}  ${seconds.toFixed(1)} s`);
      if (error) console.log(String(error.stack ?? error).replace(/^/gm, '    '));
    }
}
await browser.close();
if (report) {
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, junit(results));
}
const failed = results.filter(({ error }) => error).length;
console.log(`journeys: ${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || results.length === 0 ? 1 : 0);
