import { distance } from 'fastest-levenshtein';
import { parseCommand } from '../../../src/conversation/commands.ts';
import { remindIn } from '../../../src/conversation/remind-in.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { shorten } from '../../../src/text/graphemes.ts';
import { typedText } from './typed-text.ts';

const VIEWS = ['help', 'tips', 'example', 'history', 'progress', 'stories', 'settings', 'show'] as const;
type ViewWord = (typeof VIEWS)[number];

/** What the words after `/practice-failure` ask for. */
export type SlashAsked =
  | { readonly does: 'start' }
  /** Changes nothing: answered in the request. `command`: as the core reads it ("stories for nurse"). */
  | { readonly does: 'view'; readonly word: ViewWord; readonly command: string }
  /** Changes something: a turn, as if it were typed. */
  | { readonly does: 'turn'; readonly text: string }
  /** About their reminders: a turn, answered in the request. */
  | { readonly does: 'remind'; readonly text: string }
  | { readonly does: 'erase' }
  /** Of team sessions: the whole command, as the core reads it. */
  | { readonly does: 'team'; readonly text: string }
  /** `typed`: what stood there, at most 40 characters. `guess`: the words that were perhaps meant. */
  | { readonly does: 'unknown'; readonly typed: string; readonly guess?: string };

/** Other words for the same. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['begin', 'start'],
  ['practice', 'start'],
  ['practise', 'start'],
  ['tip', 'tips'],
  ['examples', 'example'],
  ['story', 'stories'],
  ['setting', 'settings'],
  ['?', 'help'],
]);

const ERASE: ReadonlySet<string> = new Set([
  ...['delete', 'delete my data', 'delete all my data', 'delete all', 'delete everything', 'erase my data'],
]);
const EXPORT = /^export(?: (?:all )?(?:my )?(?:data|everything))?$/u;
const RESUME = /^(?:resume|go on|continue)(?: \d{1,6})?$/u;
const SHOW = /^show(?: \d{1,6})?$/u;
const PAGE = /^history \d{1,6}$/u;

/** What may be guessed: each can be typed as it stands. */
const GUESSES = [
  ...['start', 'help', 'tips', 'example', 'history', 'progress', 'stories', 'settings', 'export', 'resume'],
  'delete my data',
] as const;

/** The core reads no longer command than this, in characters. */
const LONGEST_COMMAND = 60;
const LONGEST_ECHO = 40;

/**
 * What a person asks for after `/practice-failure`. `text`: the field as Slack sends it. Case, white space, quotes and
 * punctuation around the words do not matter.
 */
export function slashAsked(text: string): SlashAsked {
  const typed = typedText(text, () => undefined);
  const bare = bareOf(typed);
  const words = ALSO.get(bare) ?? bare;
  const [first = ''] = words.split(/[^\p{L}]/u);
  if (words === '' || words === 'start') return { does: 'start' };
  if (ERASE.has(words.replaceAll('-', ' '))) return { does: 'erase' };
  if (EXPORT.test(words)) return { does: 'turn', text: 'export' };
  if (RESUME.test(words)) return { does: 'turn', text: words.replace(/^(?:go on|continue)/u, 'resume') };
  if (setsSomething(words)) return { does: 'turn', text: words };
  if (PAGE.test(words)) return { does: 'view', word: 'history', command: words };
  if (SHOW.test(words)) return { does: 'view', word: 'show', command: words };
  if (first === 'stories' || words.startsWith('story for '))
    return { does: 'view', word: 'stories', command: storiesFor(words) };
  // "settings, please" is a look at them; what it would change was not understood.
  const view = VIEWS.find((known) => known === words) ?? (first === 'settings' ? 'settings' : undefined);
  if (view !== undefined) return { does: 'view', word: view, command: view };
  if (/^(?:remind|reminders?|interview)$/u.test(first ?? ''))
    return { does: 'remind', text: remindText(typed) };
  if (first === 'team') return { does: 'team', text: teamText(typed) };
  const guess = guessOf(words);
  return {
    does: 'unknown',
    typed: shorten(typed.replace(/\s+/gu, ' ').trim(), LONGEST_ECHO),
    ...(guess === undefined ? {} : { guess }),
  };
}

/** As the core reads it: behind the command every word is about reminders, also what is none in a talk ("remind IST"). */
function remindText(typed: string): string {
  const words = typed.trim().replace(/\s+/gu, ' ');
  const text = /^interview/iu.test(words) ? `remind ${words}` : words;
  if (remindIn(text) !== undefined) return text;
  const set = text.replace(/^\S+\s+(?:me\b\s*)?/u, 'remind set ');
  return remindIn(set) === undefined ? 'remind' : set;
}

/** From the word on: what is named of a team is kept as it was typed. */
function teamText(typed: string): string {
  const words = typed.slice(typed.search(/team/iu)).replace(/\s+/gu, ' ').trim();
  // Quotes around all of it are none of it; around a title they are.
  return `/practice-failure ${/^[^"“”„]*["“”„]$/u.test(words) ? words.slice(0, -1) : words}`;
}

/** What a setting is called, and what it can be, the core knows: "settings" alone is a look at them. */
function setsSomething(words: string): boolean {
  const command = parseCommand(words, catalog.default);
  return command?.name === 'settings' && Object.keys(command).length > 1;
}

/** Small letters, single spaces, nothing around the words: neither quotes (curly ones too) nor marks. */
function bareOf(typed: string): string {
  const words = typed.toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim();
  if (words === '?') return words;
  return words
    .replace(/^[\s"'“”„«»`*_~/<([.,:;-]+/u, '')
    .replace(/(?<![\s"'“”„«»`*_~>)\].,:;!?…-])[\s"'“”„«»`*_~>)\].,:;!?…-]+$/u, '');
}

/** "stories for nurse" of "stories nurse", "story for nurse": a role too long to be read ends at a word. */
function storiesFor(words: string): string {
  const role = words.replace(/^\S+(?: for)?\s*/u, '');
  if (role === '') return 'stories';
  const command = `stories for ${role}`;
  if (command.length <= LONGEST_COMMAND) return command;
  const cut = command.slice(0, LONGEST_COMMAND + 1);
  const end = cut.lastIndexOf(' ');
  return end > 'stories for'.length ? cut.slice(0, end) : 'stories';
}

/** A known word that stands among the typed ones, or one a letter or two away from all of them. */
function guessOf(words: string): string | undefined {
  const named = words.split(/[^\p{L}]+/u);
  const within = GUESSES.find((known) => named.includes(known.split(' ')[0] ?? known));
  if (within !== undefined) return within;
  const near = (known: string) => distance(known, words);
  const [nearest] = [...GUESSES, 'delete'].sort((a, b) => near(a) - near(b));
  if (nearest === undefined) return undefined;
  // Two letters of four are another word, unless they only changed places.
  const most = hasLettersOf(nearest, words) ? 2 : Math.min(2, words.length / 2 - 1);
  if (near(nearest) > most) return undefined;
  return nearest === 'delete' ? 'delete my data' : nearest;
}

function hasLettersOf(known: string, words: string): boolean {
  return [...known].sort().join('') === [...words].sort().join('');
}
