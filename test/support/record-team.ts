/**
 * Writes the pages of a simulated team session: `node --import tsx test/support/record-team.ts`. A test holds the pages to it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { runLine } from '../cli/stub-app.ts';

export const TEAM_PAGES = {
  live: page('a-team-session.md'),
  async: page('a-team-session-in-writing.md'),
} as const;

const ABOUT = {
  live: `# A team's session, half an hour together

What everybody saw, in its order, as \`coach team simulate --markdown\` prints it: a session with scripted people, by the very
machine that runs a real one. Olga organises and is not paired. The session is moved once. Farid joins and does not come,
Dev leaves half-way, Eve comes three minutes late and Gita after it began. Names, stories and remarks are made up; the
coach's card is the offline critic's. \`--to Ada\` shows what one person saw.

The times above the messages are the organiser's, in Berlin; inside a message to one person they are in that person's own zone.
On a card each step is "heard clearly", "want more" or "did not hear", or is left open. The number of a calendar file rises
when the session changes.
`,
  async: `# A team's session in writing, over three days

What everybody saw, in its order, as \`coach team simulate --mode async --markdown\` prints it: four people in Berlin, Tokyo, New
York and Kolkata, each pair at hours of its own. Names, stories and remarks are made up; the coach's cards are the
offline critic's.

The times above the messages are the organiser's, in Berlin; inside a message to one person they are in that person's own zone.
On a card each step is "heard clearly", "want more" or "did not hear", or is left open. The number of a calendar file rises
when the session changes.
`,
};

function page(name: string): string {
  return fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
}

/** A page, from a session that is played now. */
export async function teamPage(mode: 'live' | 'async'): Promise<string> {
  const language = loadLanguage();
  const guide = catalog.default;
  const critic = createRubricCritic(language);
  const { out } = await runLine(['team', 'simulate', '--mode', mode, '--markdown'], {
    async critique(text, role) {
      const draft = draftFromText(text, read(text, guide, language));
      const judgement = await critic({ draft, role, guide, setAside: [] }, AbortSignal.timeout(60_000));
      return { judgement, isHard: false, guide };
    },
  });
  return `${ABOUT[mode]}\n${out.trimEnd()}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const mode of ['live', 'async'] as const) writeFileSync(TEAM_PAGES[mode], await teamPage(mode));
