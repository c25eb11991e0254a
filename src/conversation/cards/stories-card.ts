import { type Block, menu, quote, type Runs, text } from '../../card/card.ts';
import { plainRuns } from '../../card/fallback.ts';
import type { Doubt } from '../../critique/reading.ts';
import { roleFamilyOf } from '../../guide/roles.ts';
import { shorten } from '../../text/graphemes.ts';
import { joined } from '../part.ts';
import { isSheltered } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { type PastPractice, resultOf } from './history-cards.ts';

const TITLE = 80;
const LISTED = 12;

/** A story with its practices, newest first, and what speaks against it for the role in question. */
export interface ToldStory {
  readonly practices: readonly PastPractice[];
  readonly doubts: readonly Doubt[];
}

/** The stories a person has told, newest first, and which of them fits a role. */
export function storiesCard(
  stories: readonly ToldStory[],
  role: string | undefined,
): Pick<CardDraft, 'blocks'> {
  if (stories.length === 0)
    return { blocks: [text('No story yet. Your first practice makes one: about 12 minutes.')] };
  const items = stories
    .slice(0, LISTED)
    .map((story): Runs => [...titleOf(story), ': ', ...lineOf(story, role)]);
  const blocks: Block[] = [
    text(
      role === undefined ? 'Your stories:' : 'Your stories, for ',
      ...(role === undefined ? [] : [quote(role), ':']),
    ),
    { kind: 'list', items },
  ];
  if (role !== undefined && roleFamilyOf(role) === undefined)
    blocks.push(text('I do not know that role well, so I can only go by the story.'));
  const newest = stories[0]?.practices[0]?.number ?? 1;
  const choices = stories.slice(0, LISTED).flatMap(({ practices: [latest], ...story }) =>
    latest === undefined
      ? []
      : [
          {
            action: `resume:${latest.number}`,
            label: `Go on: ${plainRuns(titleOf({ ...story, practices: [latest] }))}`,
          },
        ],
  );
  blocks.push(
    ...menu('Go on with one', choices),
    text({
      typed: `To go on with one, type resume ${newest}. For another job, type for example: stories for ward nurse`,
      pressed: 'To go on with one, pick it.',
    }),
  );
  return { blocks };
}

function titleOf({ practices }: ToldStory): Runs {
  const told = practices.find(({ session }) => joined(session.failure).trim() !== '')?.session;
  if (told === undefined) return ['not told yet'];
  if (practices.some(({ session }) => isSheltered(session))) return ['a private story'];
  return [quote(shorten(joined(told.failure).replace(/\s+/gu, ' ').trim(), TITLE))];
}

function lineOf({ practices, doubts }: ToldStory, role: string | undefined): Runs {
  const [newest] = practices;
  const count = practices.length === 1 ? 'one practice' : `${practices.length} practices`;
  const result = newest === undefined ? '' : `, ${resultOf(newest)}`;
  if (role === undefined || practices.some(({ session }) => isSheltered(session)))
    return [`${count}${result}`];
  const core = doubts.find(({ kind }) => kind === 'core');
  const fit =
    core !== undefined
      ? `it touches ${core.core ?? 'what that job needs most'}`
      : doubts.length > 0
        ? 'there may be a better one'
        : 'it fits';
  return [`${fit} (${count}${result}`, { typed: `, resume ${newest?.number ?? 1}`, pressed: '' }, ')'];
}
