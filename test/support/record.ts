/**
 * Records the practices in docs/: `npm run record`, or some of them: `npm run record -- a-practice slack`.
 * Each person has a COACH_HOME of their own, with the embedded database in it, and sits at a real terminal.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { recordDiscordPractice } from './discord-record.ts';
import { discordPage } from './discord-record-page.ts';
import { ownHome } from './own-home.ts';
import { shownCards } from './record-cards.ts';
import { type Played, pageOf, type Scene } from './record-page.ts';
import { sit } from './record-person.ts';
import { scenes } from './record-scenes.ts';
import { recordSlackPractice } from './slack-record.ts';
import { slackPage } from './slack-record-page.ts';

const asked = process.argv.slice(2);
const names = [...scenes.map(({ name }) => name), 'slack', 'discord'];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such recording: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

for (const scene of scenes) {
  if (asked.length > 0 && !asked.includes(scene.name)) continue;
  keep(scene.name, pageOf(scene, await played(scene)));
}
if (asked.length === 0 || asked.includes('slack'))
  keep('slack-practice', slackPage(await playedOn(recordSlackPractice)));
if (asked.length === 0 || asked.includes('discord'))
  keep('discord-practice', discordPage(await playedOn(recordDiscordPractice)));

function keep(name: string, page: string): void {
  writeFileSync(fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url)), page);
  console.log(`docs/${name}.md`);
}

/** On a database of its own. */
async function playedOn<Recording>(record: (url: string) => Promise<Recording>): Promise<Recording> {
  const home = ownHome('comeback-record-');
  const store = await openStore(parseConfig({ COACH_HOME: home.path }), () => undefined);
  try {
    return await record(store.url);
  } finally {
    await store.close();
    home.remove();
  }
}

async function played(scene: Scene): Promise<Played[]> {
  const done: Played[] = [];
  let home = ownHome('comeback-record-');
  let seen = new Set<string>();
  try {
    for (const part of scene.parts) {
      if (part.isNewPerson) {
        home.remove();
        home = ownHome('comeback-record-');
        seen = new Set();
      }
      const sitting = await sit(home.path, part.play, part.daysAhead);
      // Finished cards are kept for a day: those of a sitting are read before the next one, days later.
      const shown = await shownCards(home.path);
      const cards = [...shown].filter(([key]) => !seen.has(key)).map(([, card]) => card);
      done.push({ part, sitting, cards });
      for (const key of shown.keys()) seen.add(key);
    }
    return done;
  } finally {
    home.remove();
  }
}
