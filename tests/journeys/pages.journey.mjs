// Every page that links lead to, one of each pattern, in French and in English: axe, width, weight.

import { expectThat, look, tooHeavy, weigh } from './look.mjs';

const idPattern = /^[0-9a-z]{25}$/;
const people = ['awa-sanou', 'rasmata-kinda', 'haoua-tinguiri'];

/** "/plans/0abc…" and every other plan are one page: "/plans/ID". */
function patternOf(address) {
  const { pathname, searchParams } = new URL(address);
  const path = pathname.split('/').map((segment) => (idPattern.test(segment) ? 'ID' : segment)).join('/');
  return [path, ...[...searchParams.keys()].sort()].join('?');
}

const leads = (link, home) => link.startsWith(home) && !/sign-out|\/language\/|\/demo\/|\/export|\/assets\//.test(link);

async function lookAtAll(page, toguna, seen) {
  const scales = await weigh(page);
  const ahead = [`${toguna.address}/`];
  while (ahead.length > 0) {
    const address = ahead.shift();
    const pattern = patternOf(address);
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    scales.start();
    const reply = await page.goto(address);
    if (!reply.headers()['content-type']?.startsWith('text/html')) continue;
    if (reply.status() >= 400) page.faults.push(`${address} answered ${reply.status()}`);
    const fault = tooHeavy(scales.taken(), seen.size === 1 ? 'cold' : 'warm', address);
    if (fault) page.faults.push(fault);
    await look(page);
    const links = await page.$$eval('a[href]', (anchors) => anchors.map((anchor) => new URL(anchor.getAttribute('href'), document.baseURI).href.split('#')[0]));
    ahead.push(...links.filter((link) => leads(link, toguna.address)));
  }
}

async function lookThroughEyes({ toguna, open, variant }) {
  const seen = new Set();
  for (const person of [undefined, ...people]) {
    const page = await open();
    if (variant.language === 'en-GB') await page.goto(`${toguna.address}/language/en`);
    if (person) await page.goto(`${toguna.address}/demo/sign-in/${person}`);
    await lookAtAll(page, toguna, person ? seen : new Set());
  }
  expectThat(seen.size >= 20, `only ${seen.size} patterns of pages were found by links`);
}

export const journeys = [{
  name: 'every page is accessible, fits its window and is light',
  demonstration: true,
  longest: 300_000,
  variants: [{ width: 'phone' }, { width: 'desk' }, { width: 'desk', language: 'en-GB' }],
  run: lookThroughEyes,
}];
