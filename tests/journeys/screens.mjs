// Usage: node tests/journeys/screens.mjs [PART OF AN ADDRESS]
//
// Follows the links of the site and keeps a picture of one page of each pattern, at the width of a telephone and of a desk,
// in build/screens: « empty » as its first administrator sees it (0 rows), « one » with one body, member and action,
// « demonstration » as each of its people (many rows). Prints what scrolls sideways.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Everything that can be reached by links from where `entry` leads, without leaving and without downloads. A pattern that
 * is in `kept` has its picture already; the home page is everybody's own.
 */
async function walkSite(browser, toguna, { entry, directory, kept, cookies = [], who = '' }) {
  mkdirSync(directory, { recursive: true });
  const pages = { phone: await openPage(browser, { width: 'phone' }), desk: await openPage(browser) };
  for (const page of Object.values(pages)) {
    await page.context().addCookies(cookies);
    await page.goto(entry);
  }
  const met = new Set();
  const ahead = [pages.desk.url(), `${toguna.address}/`];
  while (ahead.length > 0 && met.size < mostPages) {
    const address = ahead.shift();
    const pattern = patternOf(address);
    if (met.has(pattern)) continue;
    met.add(pattern);
    const reply = await pages.desk.goto(address).catch(() => null);
    if (!reply?.headers()['content-type']?.startsWith('text/html')) continue;
    const links = await pages.desk.$$eval('a[href]', (anchors) => anchors.map((anchor) => new URL(anchor.getAttribute('href'), document.baseURI).href.split('#')[0]));
    ahead.push(...links.filter((link) => link.startsWith(toguna.address) && !/sign-out|\/language\/|\/demo\//.test(link)));
    const name = fileNameOf(pattern) + (pattern === '/' ? who : '');
    if (kept.has(name) || !pattern.includes(wanted)) continue;
    kept.add(name);
    await keepBothWidths(pages, address, directory, name);
    console.log(`${directory.slice(folder.length + 1)}: ${pattern} ${reply.status()}`);
  }
  for (const page of Object.values(pages)) await page.context().close();
}

/** The first administrator of a new installation; gives the cookies of the session. */
async function setUp(browser, toguna) {
  const page = await openPage(browser);
  await page.goto(`${toguna.address}/set-up`);
  await page.fill('[name=code]', toguna.said().match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/)[0]);
  await page.fill('[name=full_name]', 'Adja Première');
  await page.fill('[name=email]', 'adja@example.org');
  await page.fill('[name=password]', 'une phrase facile à retenir');
  await page.click('main button');
  return page;
}

/** One of everything: a body made by its form, a plan of one action loaded by the command line. */
async function furnishOne(page, toguna) {
  await page.goto(`${toguna.address}/bodies/new?kind=cluster`);
  await page.selectOption('[name=kind]', 'cluster');
  await page.fill('[name=name]', 'Cluster Nutrition');
  await page.fill('[name=code]', 'NUT');
  await page.selectOption('[name=country]', 'BFA');
  await page.click('main form button');
  const file = join(toguna.data, 'plan.csv');
  writeFileSync(file, 'Défis et gaps;Actions proposées;Échéance\nPeu de visites;Visiter les sites;Août\n');
  toguna.run('import', 'action-plan', file, '--year', String(new Date().getFullYear()), '--body', 'NUT');
}

rmSync(folder, { recursive: true, force: true });
const browser = await launchBrowser();

for (const [name, furnish] of [['empty', null], ['one', furnishOne]]) {
  const toguna = await Toguna.start();
  const directory = join(folder, name);
  const kept = new Set();
  if (!furnish) await walkSite(browser, toguna, { entry: `${toguna.address}/`, directory, kept, who: '-new' });
  const page = await setUp(browser, toguna);
  await furnish?.(page, toguna);
  await walkSite(browser, toguna, { entry: `${toguna.address}/`, directory, kept, cookies: await page.context().cookies() });
  await page.context().close();
  await toguna.stop();
}

const demonstration = await Toguna.start({ demonstration: true });
const doors = new Set(demonstration.said().match(new RegExp(`${demonstration.address}/demo/[^\\s]+`, 'g')) ?? []);
const kept = new Set();
for (const entry of [`${demonstration.address}/`, ...doors])
  await walkSite(browser, demonstration, { entry, directory: join(folder, 'demonstration'), kept, who: entry.replace(/.*\//, '-') });
await demonstration.stop();

await browser.close();
console.log(`Pictures are in build/screens; ${kept.size} pages of the demonstration.`);
