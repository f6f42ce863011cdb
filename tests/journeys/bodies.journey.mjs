// From an empty database, in French: a country with its clusters and groups, its donors' group with troïka, pool and thematic
// groups, by clicks alone; then what becomes of one of them, its charter, its public page and the organigram.

import { expectThat, look, press } from './look.mjs';

/** The first administrator, with the code that the program wrote on its terminal. */
async function setUp(page, toguna) {
  await page.goto(`${toguna.address}/set-up`);
  await page.fill('[name=code]', toguna.said().match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/)[0]);
  await page.fill('[name=full_name]', 'Rokia Bamadio');
  await page.fill('[name=email]', 'rokia@example.org');
  await page.fill('[name=password]', 'une phrase facile à retenir');
  await press(page, 'main form button');
}

async function followLink(page, words) {
  await Promise.all([page.waitForNavigation(), page.locator('main a', { hasText: words }).first().click()]);
  await look(page);
}

async function createArchitecture(page, toguna) {
  await page.goto(`${toguna.address}/bodies`);
  await look(page);
  await followLink(page, 'Choisir le pays');
  await Promise.all([page.waitForNavigation(), page.locator('tr', { hasText: 'Mali' }).locator('a', { hasText: 'Créer ses instances' }).click()]);
  await look(page);
  await page.locator('label', { hasText: /^Nutrition$/ }).click();
  await page.fill('[name="sub_clusters"]', 'Nord\nCentre');
  await page.fill('[name="working_groups"]', 'Prise en charge de la malnutrition aiguë');
  await page.locator('label', { hasText: /^Groupe des partenaires techniques et financiers$/ }).click();
  await page.fill('[name="thematic_groups"]', 'Santé\nEau et assainissement\nDécentralisation');
  await press(page, 'main form[method="post"] button');
  await look(page);
  const words = (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  for (const name of ['Groupe de coordination inter-cluster', 'Cluster Nutrition', 'Sous-cluster Nutrition Nord', 'Sous-cluster Nutrition Centre', 'Comité stratégique – Nutrition',
    'Groupe de travail technique Prise en charge', 'Groupe des partenaires techniques et financiers', 'Troïka – PTF', 'Pool technique – PTF', 'Groupe thématique Santé',
    'Groupe thématique Eau et assainissement', 'Groupe thématique Décentralisation'])
    expectThat(words.includes(name), `the organigram does not show « ${name} »`);
  expectThat(words.includes('rend compte à : Troïka – PTF'), 'the pool does not report to the troïka');
}

async function liveOn(page) {
  await followLink(page, 'Cluster Nutrition');
  const address = page.url();
  await followLink(page, 'Vie de l’instance');
  await page.selectOption('[name="state"]', 'activated');
  await page.fill('[name="day"]', '10/01/2026');
  await page.fill('[name="reason"]', 'Besoins au-dessus des capacités');
  await press(page, 'form[action$="/life"] button');
  await look(page);
  await page.goto(`${address}/charter/new`);
  await look(page);
  await page.locator('label', { hasText: 'Montrer le mandat' }).click();
  await press(page, 'main form[method="post"] button');
  await look(page);
  // Only whoever may publish for the body opens its page: an administrator does not speak for it.
  await page.goto(`${address}/mandates/new`);
  await look(page);
  await page.selectOption('[name="role"]', 'coordinator');
  await page.fill('[name="person"]', 'Rokia Bamadio');
  await press(page, 'main form[method="post"] button');
  await look(page);
  await page.goto(`${address}/edit`);
  await look(page);
  await page.locator('summary', { hasText: 'Territoire' }).click();
  await page.fill('[name="public_slug"]', 'nutrition-mali');
  await page.fill('[name="aliases"]', 'Nutrition Cluster (en)');
  await press(page, 'main form[method="post"] button');
  await look(page);
  expectThat((await page.locator('main').innerText()).includes('aucune agence ne le dirige'), 'an activated cluster without lead agency is not said');
}

async function readAsAnybody(open, toguna) {
  const page = await open();
  await page.goto(`${toguna.address}/p/nutrition-mali`);
  await look(page);
  expectThat((await page.locator('main').innerText()).includes('agence chef de file'), 'the public page does not show the mandate');
}

async function walk({ toguna, open }) {
  const page = await open();
  await setUp(page, toguna);
  await createArchitecture(page, toguna);
  await liveOn(page);
  await readAsAnybody(open, toguna);
}

export const journeys = [{
  name: 'a country is set up from nothing: clusters, committees, donors’ group, troïka, pool and thematic groups',
  variants: [{ width: 'phone' }, { width: 'desk' }, { width: 'phone', script: false }, { width: 'desk', script: false }],
  run: walk,
}];
