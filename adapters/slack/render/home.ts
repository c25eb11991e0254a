import type {
  ActionsBlock,
  HeaderBlock,
  HomeView,
  KnownBlock,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import { type Block, quote, type Runs } from '../../../src/card/card.ts';
import { type Tone, ToneSchema } from '../../../src/conversation/session.ts';
import { encodePress } from '../press.ts';
import { contentBlocks } from './card-blocks.ts';
import { labelOf, slackButton } from './card-buttons.ts';
import { HEADER, VIEW_BLOCKS } from './limits.ts';
import { linkBlock, plain, sectionBlocks } from './rich-text.ts';

/** What the Home tab shows: a person's own, seen by them alone. */
export interface HomeModel {
  readonly userId: string;
  /** The practice that is open: "at 2 of 5, The Failure", and where it goes on. */
  readonly open?: { readonly where: string; readonly link?: string };
  /** Newest first. `line`: what the critique said in a line, or where the practice stands. */
  readonly practices: readonly { readonly number: number; readonly day: string; readonly line: string }[];
  /** Where they stand, a sentence each; none before the first practice. */
  readonly progress: readonly string[];
  /** When the next reminder is; none: it is not planned. */
  readonly reminder?: string;
  /** The words of the stories card. */
  readonly stories: readonly Block[] | undefined;
  readonly settings: {
    readonly tone: Tone;
    readonly numbers: boolean;
    readonly wordsPerMinute?: number;
    readonly role?: string;
    /** Who looks at the answers: "the offline critic". */
    readonly critic: string;
    /** Where a language model is set up: whether it reads along. */
    readonly modelReads?: boolean;
  };
  /** What is kept, a sentence each. */
  readonly stored: readonly string[];
}

const LISTED = 20;
/** So that what is kept, and how to delete it, is always there. */
const STORY_BLOCKS = 40;

const TONE_LABELS: Readonly<Record<Tone, string>> = {
  gentle: 'Gentle',
  plain: 'Plain',
  direct: 'Direct',
};

/** The Home tab: what is open, stories and results, settings, and what is kept. */
export function renderHome(home: HomeModel): HomeView {
  const blocks: KnownBlock[] = [
    ...openBlocks(home),
    ...progressBlocks(home),
    ...reminderBlocks(home),
    ...storyBlocks(home),
    ...practiceBlocks(home),
    ...settingsBlocks(home),
    ...storedBlocks(home),
  ];
  return { type: 'home', blocks: blocks.slice(0, VIEW_BLOCKS) };
}

function openBlocks(home: HomeModel): KnownBlock[] {
  if (home.open === undefined)
    return [
      header('Practise when you like'),
      ...sectionBlocks(plain('One practice takes about 12 minutes. You can stop at any time; all is kept.')),
      actions(button(home, 'start', 'Begin', 'primary')),
    ];
  const { where, link } = home.open;
  return [
    header('Your practice'),
    ...sectionBlocks(plain(`It is open, ${where}.`)),
    ...(link === undefined ? [] : [linkBlock('Open the thread', link)]),
    actions(button(home, 'resume', 'Go on', 'primary')),
  ];
}

function progressBlocks(home: HomeModel): KnownBlock[] {
  if (home.progress.length === 0) return [];
  return [
    header('Your progress'),
    ...home.progress.flatMap((line) => sectionBlocks(plain(line))),
    actions(button(home, 'progress', 'All of it')),
  ];
}

function reminderBlocks(home: HomeModel): KnownBlock[] {
  const { reminder } = home;
  const line =
    reminder === undefined
      ? 'None is planned. Five minutes are enough, when you like.'
      : `The next: ${reminder}.`;
  return [
    header('Reminders'),
    ...sectionBlocks(plain(line)),
    actions(button(home, 'remind', reminder === undefined ? 'Remind me' : 'My reminders')),
  ];
}

function storyBlocks({ stories }: HomeModel): KnownBlock[] {
  const blocks = (stories ?? []).flatMap((block) => (block.kind === 'input' ? [] : contentBlocks(block)));
  if (blocks.length === 0) return [];
  const how = sectionBlocks(plain('To go on with one, write to me under Messages, for example: resume 1'));
  return [header('Your stories'), ...blocks.slice(0, STORY_BLOCKS), ...how];
}

function practiceBlocks({ practices }: HomeModel): KnownBlock[] {
  if (practices.length === 0) return [];
  const items = practices
    .slice(0, LISTED)
    .map(({ number, day, line }): Runs => [`${number}. ${day}: ${line}`]);
  const older = practices.length - LISTED;
  return [
    header('Your practices'),
    ...contentBlocks({ kind: 'list', items }),
    ...(older > 0 ? sectionBlocks(plain(`And ${older} older ${older === 1 ? 'one' : 'ones'}.`)) : []),
  ];
}

function settingsBlocks(home: HomeModel): KnownBlock[] {
  const { tone, numbers, wordsPerMinute, role, critic, modelReads } = home.settings;
  const lines: Runs[] = [
    [
      `My tone is ${tone}; what I find stays the same. Ratings are ${numbers ? 'numbers too' : 'in words only'}.`,
    ],
    [`Your answers are read by ${critic}.`],
    ...(role === undefined ? [] : [['You practise for ', quote(role), '.'] satisfies Runs]),
    ...(wordsPerMinute === undefined ? [] : [[`Your own pace: ${wordsPerMinute} words a minute.`]]),
  ];
  return [
    header('Settings'),
    ...lines.flatMap((runs) => contentBlocks({ kind: 'text', runs })),
    actions(
      toneMenu(home),
      numbers
        ? button(home, 'settings:numbers-off', 'Ratings in words')
        : button(home, 'settings:numbers-on', 'Ratings as numbers too'),
      ...(modelReads === undefined
        ? []
        : [
            modelReads
              ? button(home, 'settings:critic-offline', 'Without the language model')
              : button(home, 'settings:critic-model', 'With the language model'),
          ]),
    ),
  ];
}

function toneMenu(home: HomeModel): StaticSelect {
  const options = ToneSchema.options.map(
    (tone): PlainTextOption => ({
      text: { type: 'plain_text', text: TONE_LABELS[tone], emoji: false },
      value: encodePress({ action: `settings:tone-${tone}`, userId: home.userId }),
    }),
  );
  const chosen = options[ToneSchema.options.indexOf(home.settings.tone)];
  return {
    type: 'static_select',
    action_id: 'choose',
    placeholder: { type: 'plain_text', text: 'My tone', emoji: false },
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

function storedBlocks(home: HomeModel): KnownBlock[] {
  return [
    header('What I keep'),
    ...contentBlocks({ kind: 'list', items: home.stored.map((line) => [line]) }),
    actions(button(home, 'export', 'Export everything'), button(home, 'erase', 'Delete my data', 'danger')),
  ];
}

function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: labelOf(text, HEADER), emoji: false } };
}

function actions(...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

function button({ userId }: HomeModel, action: string, label: string, style?: 'primary' | 'danger') {
  return slackButton(`press:${action}`, label, encodePress({ action, userId }), style);
}
