import { codeOf } from '../../../src/errors.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Desk } from '../desk.ts';
import { homeOpenedIn } from '../receive/home-event.ts';
import { type HomeModel, renderHome } from '../render/home.ts';
import { linkToPlace } from './where-it-goes-on.ts';

const STORED: readonly string[] = [
  'Your answers, drafts, critiques, runs aloud, reminders and settings, encrypted under a key of your own.',
  'Nobody else sees them through me. Whoever runs this coach holds the keys, and what you type here Slack stores too.',
  'They go a year after you were last here, unless your operator set another time; or at once, below.',
];

/** Beside the sentences on who sees what. */
const TO_THE_MODEL =
  'For a critique, your answer and the role you name also go to the language model named under Settings.';

/** The Home tab was opened: it shows the person's own. */
export async function takeHomeOpened(desk: Desk, body: unknown): Promise<void> {
  const opened = homeOpenedIn(body);
  if (opened?.tab === 'home') void publishHome(desk, opened.person);
}

/** Never rejects: the tab keeps what it showed. */
export async function publishHome(desk: Desk, person: PersonRef): Promise<void> {
  try {
    const view = renderHome(await modelOf(desk, person));
    await desk.client.views.publish({ user_id: person.userId, view });
  } catch (error) {
    desk.log('slack-home-not-shown', { code: codeOf(error) });
  }
}

async function modelOf(desk: Desk, person: PersonRef): Promise<HomeModel> {
  const look = await desk.world.looks.home(person, await desk.names.zoneOf(person.userId));
  const link = await linkToPlace(desk, look.open?.place);
  const { tone, numbers, wordsPerMinute } = look.manner;
  return {
    userId: person.userId,
    ...(look.open === undefined
      ? {}
      : { open: { where: look.open.where, ...(link === undefined ? {} : { link }) } }),
    practices: look.practices,
    progress: look.progress,
    ...(look.reminder === undefined ? {} : { reminder: look.reminder }),
    stories: look.stories,
    settings: {
      tone,
      numbers,
      ...(wordsPerMinute === undefined ? {} : { wordsPerMinute }),
      ...(look.role === undefined ? {} : { role: look.role }),
      critic:
        look.manner.model?.reads === true
          ? `the offline critic and a language model: ${look.manner.model.where}`
          : look.manner.model === undefined
            ? 'the offline critic'
            : `the offline critic alone. With the language model they and the role you name would also go to ${look.manner.model.where}`,
      ...(look.manner.model === undefined ? {} : { modelReads: look.manner.model.reads }),
    },
    stored: look.manner.model?.reads === true ? [...STORED, TO_THE_MODEL] : STORED,
  };
}
