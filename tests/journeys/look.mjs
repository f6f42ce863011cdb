// What every page must keep, whoever looks at it: accessible, not wider than its window, light.

import { expectAccessible, expectNoSidewaysScroll } from './support.mjs';

/** Kilobytes (compressed, as they travel) and requests; the promises of the front page of the manual. */
const budgets = { cold: { kilobytes: 60, requests: 4 }, warm: { kilobytes: 40, requests: 1 } };

/** Counts what a page takes from the network; what the browser had kept already does not travel. */
export async function weigh(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const kept = new Set();
  const weights = new Map();
  session.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => { if (response.fromDiskCache || response.fromPrefetchCache) kept.add(requestId); });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => weights.set(requestId, encodedDataLength));
  return {
    start() { kept.clear(); weights.clear(); },
    taken() {
      const travelled = [...weights].filter(([id, bytes]) => !kept.has(id) && bytes > 0);
      return { requests: travelled.length, kilobytes: travelled.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024 };
    },
  };
}

/** What is wrong with a page that took more than it may; undefined when it is light enough. */
export function tooHeavy(taken, kind, address) {
  const budget = budgets[kind];
  if (taken.kilobytes <= budget.kilobytes && taken.requests <= budget.requests) return undefined;
  return `${address} took ${taken.kilobytes.toFixed(1)} KB in ${taken.requests} requests; a ${kind} page may take ${budget.kilobytes} KB in ${budget.requests}.`;
}

/** Axe and the width of the page that stands there. What is found fails the journey at its end, so that all is seen at once. */
export async function look(page) {
  for (const expect of [expectAccessible, expectNoSidewaysScroll])
    await expect(page).catch((fault) => page.faults.push(fault.message));
}

/** Presses the button of a form and waits for the page that answers. */
export async function press(page, selector) {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

/** The number a page shows beside these words, « taux d’exécution ». */
export async function figure(page, words) {
  const line = page.locator('.figures li', { hasText: words }).first();
  return (await line.locator('b').innerText()).trim();
}

export function expectThat(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
