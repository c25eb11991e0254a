import { setTimeout as sleep } from 'node:timers/promises';
import { type Button, type Card, CardSchema, text } from '../../card/card.ts';
import { unreadBy } from '../../store/teams/unread.ts';
import type { PersonRef } from '../../who/person.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import type { TeamAnswer, TeamFilled, TeamFrom } from './team-from.ts';

/**
 * Whoever closed their direct messages hears nothing of what comes to each alone. What they could not be shown is shown with
 * the answer to whatever they press or type: that, too, nobody else sees.
 */

/** Where people may close their messages to a bot, and how they open them. */
const HOW_TO_OPEN: Partial<Record<PersonRef['platform'], string>> = {
  discord:
    'I could not write to you in direct messages. To open them: the menu of this server, Privacy Settings, Direct Messages.',
};
/** Who joined loses nothing by pressing it once more; whoever organises would join. */
const UNTIL_THEN = {
  session: 'Until then, press Join on the announcement, and you see here what came. It is kept for a day.',
  series: 'Until then, the answer to your next command shows what came. It is kept for a day.',
} as const;
type Touched = keyof typeof UNTIL_THEN;

/** What follows from a press is on its way for a moment; the answer waits so long, to know whether it came. */
const KNOWN_WITHIN_MS = 3_000;
/** The newest; what is older has been overtaken by them. */
const MOST_CARDS = 3;
/** As many as stand under one card. */
const MOST_BUTTONS = 10;

type Unread = Required<Pick<TeamAnswer, 'reply' | 'unread'>>;

/** Does it, and answers with what its person could not be shown, where there is anything. */
export async function orUnreadHere<Answer extends TeamFilled | undefined>(
  parts: TeamDeskParts,
  from: TeamFrom,
  work: (parts: TeamDeskParts) => Promise<Answer>,
): Promise<Answer | Unread> {
  if (HOW_TO_OPEN[from.person.platform] === undefined) return work(parts);
  const touched: { readonly team: PersonRef; readonly of: Touched; readonly performed: Promise<void> }[] = [];
  const teams: TeamDeskParts['teams'] = {
    async handle(incoming) {
      const handled = await parts.teams.handle(incoming);
      const of = incoming.what.of === 'session' ? 'session' : 'series';
      touched.push({ team: incoming.team, of, performed: handled.performed });
      return handled;
    },
  };
  const answer = await work({ ...parts, teams });
  if (touched.length === 0 || answer === undefined || 'problems' in answer) return answer;
  const performed = Promise.allSettled(touched.map((one) => one.performed));
  await Promise.race([performed, sleep(KNOWN_WITHIN_MS, undefined, { ref: false })]);
  for (const { team, of } of touched) {
    const unread = await unreadHere(parts, from, team, { of, since: 'last-shown' });
    if (unread !== undefined) return { ...answer, ...unread };
  }
  return answer;
}

/** What their team had for them and could not be shown, by itself or because they ask for it; undefined where there is nothing. */
export async function unreadHere(
  { pool, ring }: Pick<TeamDeskParts, 'pool' | 'ring'>,
  { person }: Pick<TeamFrom, 'person'>,
  team: PersonRef,
  { of, since }: { readonly of: Touched; readonly since: 'last-shown' | 'a-day' },
): Promise<Unread | undefined> {
  const how = HOW_TO_OPEN[person.platform];
  if (how === undefined) return undefined;
  const bodies = await unreadBy(pool, ring, team, person.userId, since);
  const cards = bodies.slice(-MOST_CARDS).map((body) => CardSchema.parse(JSON.parse(body)));
  if (cards.length === 0) return undefined;
  const blocks = cards.flatMap((card) => card.blocks.filter(({ kind }) => kind !== 'input'));
  return {
    reply: {
      v: 1,
      blocks: [text(how), text(UNTIL_THEN[of]), ...blocks],
      buttons: newestOf(cards),
      asks: 'nothing',
    },
    unread: true,
  };
}

/** One a purpose: of a button that stands on several, the newest. */
function newestOf(cards: readonly Card[]): Button[] {
  const buttons = new Map<string, Button>();
  for (const { buttons: all } of cards.toReversed())
    for (const button of all) if (!buttons.has(button.action)) buttons.set(button.action, button);
  return [...buttons.values()].slice(0, MOST_BUTTONS);
}
