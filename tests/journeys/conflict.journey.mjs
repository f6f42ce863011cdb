// Two people change the same action: the second sees both versions, and nothing is overwritten unseen.

import { expectThat, look, press } from './look.mjs';

async function openForm(page, toguna, person, action) {
  await page.goto(`${toguna.address}/demo/sign-in/${person}`);
  await page.goto(`${action}/edit`);
}

async function anyAction(page, toguna) {
  await page.goto(`${toguna.address}/demo/sign-in/awa-sanou`);
  await page.goto(`${toguna.address}/actions`);
  const link = await page.locator('main table a[href^="/actions/"]').first().getAttribute('href');
  return toguna.address + link;
}

async function conflict({ toguna, open }) {
  const first = await open();
  const second = await open();
  const action = await anyAction(first, toguna);
  await openForm(first, toguna, 'awa-sanou', action);
  await openForm(second, toguna, 'clemence-batiano', action);
  const save = 'main form:has([name="responsible"]) button';

  await first.fill('[name="text"]', 'Texte de la première personne');
  await press(first, save);
  await second.fill('[name="text"]', 'Texte de la seconde personne');
  second.expectsRefusal = true;
  await press(second, save);
  await look(second);
  const both = await second.locator('main').innerText();
  expectThat(both.includes('Texte de la première personne') && both.includes('Texte de la seconde personne'), 'the second person does not see both versions');

  await first.goto(action);
  expectThat((await first.locator('body').innerText()).includes('Texte de la première personne'), 'the first version was overwritten unseen');
  await press(second, 'button[value="edit"]');
  expectThat((await second.inputValue('[name="text"]')) === 'Texte de la seconde personne', 'what the second person typed is gone');
  await look(second);
  await press(second, save);
  await first.goto(action);
  expectThat((await first.locator('body').innerText()).includes('Texte de la seconde personne'), 'the second person could not write theirs over it, knowing both');
}

export const journeys = [{
  name: 'two people change the same action',
  demonstration: true,
  variants: [{ width: 'phone' }, { width: 'desk', script: false }],
  run: conflict,
}];
