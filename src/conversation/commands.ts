import type { Guide } from '../guide/guide.ts';

/** What a person can type anywhere, alone on a message. */
export type Command =
  | { readonly name: 'start' | 'tips' | 'example' | 'why' | 'back' | 'skip' | 'pause' | 'stop' | 'help' }
  | { readonly name: 'more' | 'next' | 'go' | 'history' | 'draft' }
  | { readonly name: Choice }
  | { readonly name: 'redo'; readonly step: string | undefined }
  | { readonly name: 'show' | 'resume'; readonly number: number | undefined };

/** Choices that are words only where a card offers them. */
type Choice = 'story' | 'answer' | 'study' | 'promotion' | 'practice' | 'done' | 'new';
const CHOICES: readonly string[] = [
  'story',
  'answer',
  'study',
  'promotion',
  'practice',
  'done',
  'new',
] satisfies Choice[];

type PlainName = Exclude<Command['name'], 'redo' | 'show' | 'resume' | Choice>;

/** What a person types to begin. */
export const START_WORD = '/practice-failure';

const PLAIN: Readonly<Record<string, PlainName>> = {
  [START_WORD]: 'start',
  'practice-failure': 'start',
  '/practice': 'start',
  tips: 'tips',
  tip: 'tips',
  example: 'example',
  examples: 'example',
  why: 'why',
  back: 'back',
  skip: 'skip',
  pause: 'pause',
  stop: 'stop',
  help: 'help',
  '/help': 'help',
  '?': 'help',
  more: 'more',
  next: 'next',
  keep: 'next',
  go: 'go',
  draft: 'draft',
  history: 'history',
  exit: 'pause',
  quit: 'pause',
};

/**
 * The command a whole message is, or undefined: "Back in 2024 I…" is an answer. Case, outer white space and
 * a closing `!`, `.` or `?` do not matter.
 */
export function parseCommand(message: string, guide: Guide): Command | undefined {
  if (message.length > 60) return undefined;
  const words = message.trim().toLowerCase().replace(/\s+/gu, ' ');
  const bare = words.length > 1 ? words.replace(/[!.?]+$/u, '').trim() : words;
  const plain = Object.hasOwn(PLAIN, bare) ? PLAIN[bare] : undefined;
  if (plain !== undefined) return { name: plain };
  if (bare === 'go on' || bare === 'resume' || bare === 'continue')
    return { name: 'resume', number: undefined };
  const [verb, ...rest] = bare.split(' ');
  const of = rest.join(' ');
  if (verb === 'redo') {
    if (of === '') return { name: 'redo', step: undefined };
    const step = stepNamed(of, guide);
    // "redo 9" is no answer; "redo everything" may be one.
    return step === undefined && !/^\d+$/.test(of) ? undefined : { name: 'redo', step };
  }
  if ((verb === 'show' || verb === 'resume') && /^\d{0,6}$/.test(of)) {
    return { name: verb, number: of === '' ? undefined : Number(of) };
  }
  return undefined;
}

/** What a press on a button with this action means; undefined for an action nobody offers. */
export function commandOfAction(action: string, guide: Guide): Command | undefined {
  const [name, of] = action.split(':');
  if (name === 'redo') return { name: 'redo', step: of === undefined ? undefined : stepNamed(of, guide) };
  if (name === 'start') return { name };
  if (name !== undefined && isChoice(name)) return { name };
  return parseCommand(action, guide);
}

function isChoice(name: string): name is Choice {
  return CHOICES.includes(name);
}

/** The id of the step a person means by a number, its name, or one of its other names. */
export function stepNamed(words: string, guide: Guide): string | undefined {
  const wanted = words.trim().toLowerCase();
  const byNumber = /^\d$/.test(wanted) ? guide.steps[Number(wanted) - 1] : undefined;
  const step =
    byNumber ??
    guide.steps.find((candidate) =>
      [
        candidate.id,
        candidate.name.toLowerCase(),
        candidate.short.toLowerCase(),
        ...candidate.aliases,
      ].includes(wanted),
    );
  return step?.id;
}
