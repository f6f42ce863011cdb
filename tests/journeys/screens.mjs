// Usage: node tests/journeys/screens.mjs [PART OF AN ADDRESS]
//
// Follows the links of the site as each demonstration person and keeps a picture of one page of each pattern, at the
// width of a telephone and of a desk, in build/screens/{demonstration,empty}. Prints what scrolls sideways.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Toguna, expectNoSidewaysScroll, launchBrowser, openPage, root } from './support.mjs';

const wanted = process.argv[2] ?? '';
const folder = join(root, 'build/screens');
const mostPages = 400;
const idPattern = /^[0-9a-z]{25}$/;

/** "/plans/0abc…/actions" and every other plan's actions are one page: "/plans/ID/actions". */
function patternOf(address) {
  const { pathname, searchParams } = new URL(address);
  const path = pathname.split('/').map((segment) => (idPattern.test(segment) ? 'ID' : segment)).join('/');
  return [path, ...[...searchParams.keys()].sort()].join('?');
}

function fileNameOf(pattern) { return pattern.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'; }

async function keepBothWidths(pages, address, directory, name) {
  for (const [width, page] of Object.entries(pages)) {
    await page.goto(address);
    await page.screenshot({ path: join(directory, `${name}-${page.viewportSize().width}.png`), fullPage: true });
    await expectNoSidewaysScroll(page).catch((error) => console.log(`${width}: ${error.message}`));
  }
}

/** Everything that can be reached by links from where `entry` leads, without leaving and without downloads. */
async function walkSite(browser, toguna, entry, directory, seen) {
  mkdirSync(directory, { recursive: true });
  const pages = { phone: await openPage(browser, { width: 'phone' }), desk: await openPage(browser) };
  for (const page of Object.values(pages)) await page.goto(entry);
  const ahead = [pages.desk.url(), `${toguna.address}/`];
  while (ahead.length > 0 && seen.size < mostPages) {
    const address = ahead.shift();
    const pattern = patternOf(address);
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    const reply = await pages.desk.goto(address).catch(() => null);
    if (!reply?.headers()['content-type']?.startsWith('text/html')) continue;
    const links = await pages.desk.$$eval('a[href]', (anchors) => anchors.map((anchor) => anchor.href.split('#')[0]));
    ahead.push(...links.filter((link) => link.startsWith(toguna.address) && !/sign-out|\/language\//.test(link)));
    if (pattern.includes(wanted)) {
      await keepBothWidths(pages, address, directory, fileNameOf(pattern));
      console.log(`${pattern}`);
    }
  }
  for (const page of Object.values(pages)) await page.context().close();
}

rmSync(folder, { recursive: true, force: true });
const browser = await launchBrowser();

const empty = await Toguna.start();
await walkSite(browser, empty, `${empty.address}/`, join(folder, 'empty'), new Set());
await empty.stop();

const demonstration = await Toguna.start({ demonstration: true });
const entries = [`${demonstration.address}/`, ...new Set(demonstration.said().match(new RegExp(`${demonstration.address}/[^\\s]+`, 'g')) ?? [])];
const seen = new Set();
for (const entry of entries) await walkSite(browser, demonstration, entry, join(folder, 'demonstration'), seen);
await demonstration.stop();

await browser.close();
console.log(`Pictures are in build/screens; ${seen.size} patterns of pages seen.`);
