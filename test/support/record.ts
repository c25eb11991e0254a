/**
 * Records the practices in docs/: `npm run record`, or some of them: `npm run record -- a-practice a-hard-story`.
 * Each person has a COACH_HOME of their own, with the embedded database in it, and sits at a real terminal.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ownHome } from './own-home.ts';
import { shownCards } from './record-cards.ts';
import { type Played, pageOf, type Scene } from './record-page.ts';
import { sit } from './record-person.ts';
import { scenes } from './record-scenes.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !scenes.some((scene) => scene.name === name));
if (unknown.length > 0) {
  console.error(
    `No such recording: ${unknown.join(', ')}. There are: ${scenes.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

for (const scene of scenes) {
  if (asked.length > 0 && !asked.includes(scene.name)) continue;
  const file = fileURLToPath(new URL(`../../docs/${scene.name}.md`, import.meta.url));
  writeFileSync(file, pageOf(scene, await played(scene)));
  console.log(`docs/${scene.name}.md`);
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
