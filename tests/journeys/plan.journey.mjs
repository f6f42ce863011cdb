// The whole loop, as people walk it: a Word plan comes in, is corrected, an action is given to somebody, who is reminded
// by mail and answers from the link without an account; the coordinator confirms, and the rate of execution changes.

import { join } from 'node:path';
import { root } from './support.mjs';
import { expectThat, figure, look, press } from './look.mjs';

const planFile = join(root, 'tests/fixtures/s1/plan.docx');
const coordinator = 'awa-sanou';
const partner = { name: 'Haoua Tinguiri', email: 'haoua-tinguiri@example.org' };
const actionText = 'Vérifier les stocks de Plumpy’Nut avec les points focaux';

async function signIn(page, toguna, person) {
  await page.goto(`${toguna.address}/`);
  await look(page);
  await press(page, `form[action="/demo/sign-in/${person}"] button`);
  await look(page);
}

/** Days without reminders are lifted, so that the walk does not depend on the day of the week it is walked on. */
async function openBody(page, toguna) {
  await page.goto(`${toguna.address}/bodies`);
  await look(page);
  await Promise.all([page.waitForNavigation(), page.locator('main a', { hasText: 'Nutrition' }).first().click()]);
  const address = page.url();
  await page.goto(`${address}/edit`);
  await look(page);
  await page.locator('main details.questions summary').click();
  for (const day of await page.locator('input[name="quiet_weekdays"]').all()) await day.uncheck();
  await press(page, 'main form button');
  return address;
}

async function importPlan(page, body) {
  await page.goto(`${body}/plans/import`);
  await look(page);
  await page.fill('[name="year"]', '2031');
  await page.setInputFiles('[name="file"]', planFile);
  await press(page, 'form[enctype] button');
  await look(page);
  const understood = await page.locator('main').innerText();
  expectThat(/22/.test(understood), `the draft does not speak of 22 gaps: ${understood.slice(0, 400)}`);

  // The row without a deadline gets one; what else is doubtful may wait.
  const doubt = page.locator('form[action$="/corrections"] input[type="text"]').first();
  await doubt.fill('15/03/2031');
  await press(page, 'form[action$="/corrections"] button');
  await look(page);
  await press(page, 'form[action$="/save"] button');
  await look(page);
  await press(page, 'main a.button[href^="/plans/"]');
  await look(page);
  return page.url().split('?')[0];
}

/** An action under the first gap, for the partner, due in two days: the day on which a reminder leaves. */
async function assign(page, plan) {
  await page.goto(`${plan}/edit`);
  await look(page);
  await Promise.all([page.waitForNavigation(), page.locator('a[href*="/actions/new?gap="]').first().click()]);
  await look(page);
  await page.fill('[name="text"]', actionText);
  await page.fill('[name="due"]', 'dans 2 jours');
  await page.fill('[name="responsible"]', partner.name);
  await press(page, 'main form:has([name="responsible"]) button');
  // « Dans 2 jours » is shown as it was understood, and saved once more where the page asks for it.
  if (await page.locator('main form [name="responsible"]').count()) await press(page, 'main form:has([name="responsible"]) button');
  expectThat(await page.getByText(actionText).count() > 0, `the action was not saved: ${page.url()}`);
}

async function answerFromMail(open, toguna, smtp) {
  toguna.workIn(20);
  const mail = await smtp.mailTo(partner.email, (received) => received.text.includes('Plumpy’Nut'));
  expectThat(!mail.text.includes('{'), 'the mail shows a placeholder');
  const link = mail.links.find((address) => address.includes('/r/'));
  expectThat(link, `the mail has no link to answer with: ${mail.text}`);

  const page = await open();
  await page.goto(link.replace(/\?.*/, ''));
  await look(page);
  await Promise.all([page.waitForNavigation(), page.locator('a[href*="answer=done"]').first().click()]);
  await look(page);
  await page.fill('[name="note"]', 'Fait avec les quatre points focaux.');
  await press(page, 'main form:has([name="note"]) button');
  await look(page);
  return page;
}

async function confirm(page, plan) {
  await page.goto(plan);
  const before = await figure(page, 'taux d’exécution');
  await Promise.all([page.waitForNavigation(), page.locator('main table a', { hasText: actionText }).first().click()]);
  await look(page);
  await press(page, 'a[href*="step=confirm_closed"]');
  await look(page);
  await page.fill('[name="note"]', 'Vu dans les fiches de stock.');
  await press(page, 'form[action$="/progress"] button');
  await look(page);
  await page.goto(plan);
  await look(page);
  const after = await figure(page, 'taux d’exécution');
  expectThat(before !== after, `the rate of execution stayed at ${after}`);
}

async function walk({ toguna, smtp, open }) {
  const page = await open();
  await signIn(page, toguna, coordinator);
  const body = await openBody(page, toguna);
  const plan = await importPlan(page, body);
  await assign(page, plan);
  await answerFromMail(open, toguna, smtp);
  await confirm(page, plan);
}

export const journeys = [{
  name: 'a plan comes in, is assigned, reminded, answered by link and confirmed',
  demonstration: true,
  morning: true,
  variants: [{ width: 'phone' }, { width: 'desk' }, { width: 'phone', script: false }, { width: 'desk', script: false }],
  run: walk,
}];
