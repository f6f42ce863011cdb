// The main forms without a mouse: every field and button is reached by Tab, in order, and its focus can be seen.

import { expectThat } from './look.mjs';

const most = 150;

/** Presses Tab until the focus is on what `selector` names. */
async function tabTo(page, selector) {
  for (let pressed = 0; pressed < most; ++pressed) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    if (!there) continue;
    const visible = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expectThat(visible, `${selector} has the focus and does not show it on ${page.url()}`);
    return;
  }
  throw new Error(`${selector} cannot be reached by Tab on ${page.url()}`);
}

async function submit(page, selector) {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function withoutMouse({ toguna, open }) {
  const page = await open();
  await page.goto(`${toguna.address}/`);
  await page.keyboard.press('Tab');
  expectThat(await page.evaluate(() => document.activeElement?.getAttribute('href')?.startsWith('#')), 'the first stop of Tab is not « go to the content »');
  await submit(page, 'form[action="/demo/sign-in/awa-sanou"] button');

  await page.goto(`${toguna.address}/actions`);
  await submit(page, 'main table a[href^="/actions/"]');
  await tabTo(page, 'textarea[name="comment"]');
  await page.keyboard.type('Vu en réunion.');
  await submit(page, 'form[action$="/comments"] button');
  expectThat((await page.locator('main').innerText()).includes('Vu en réunion.'), 'the comment was not added');

  await submit(page, 'main a[href$="/edit"]');
  await tabTo(page, '[name="text"]');
  await tabTo(page, '[name="due"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('15/12/2031');
  await tabTo(page, '[name="responsible"]');
  await submit(page, 'main form:has([name="responsible"]) button');
  expectThat((await page.locator('main').innerText()).includes('2031'), `the deadline was not saved: ${page.url()}`);
}

export const journeys = [{ name: 'the main forms without a mouse', demonstration: true, variants: [{ width: 'desk' }], run: withoutMouse }];
