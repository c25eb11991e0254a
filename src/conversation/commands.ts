import type { Guide } from '../guide/guide.ts';
import type { Seniority } from '../guide/seniority.ts';
import { remindIn } from './remind-in.ts';
import type { Tone } from './session.ts';

/** What a person can type anywhere, alone on a message, or press. */
export type Command =
  | { readonly name: Plain | Choice | 'erase' | 'erase-yes' | 'erase-no' }
  | { readonly name: 'redo'; readonly step: string | undefined }
  | { readonly name: 'weakest'; readonly step: string | undefined }
  | { readonly name: 'show' | 'resume' | 'take'; readonly number: number | undefined }
  /** 1 is the page with the newest. */
  | { readonly name: 'history'; readonly page: number | undefined }
  /** Parts that were said aloud, by step id. */
  | { readonly name: 'said'; readonly steps: readonly string[] }
  /** Which change: 1 is the first. */
  | { readonly name: 'explain' | 'not-so'; readonly number: number | undefined }
  | {
      readonly name: 'settings';
      readonly tone?: Tone;
      readonly numbers?: boolean;
      readonly shares?: boolean;
      readonly critic?: 'offline' | 'model';
      readonly seniority?: Seniority;
    }
  | { readonly name: 'stories'; readonly role: string | undefined }
  /** What is to be reminded of, and when: read by `src/reminders`. */
  | { readonly name: 'remind'; readonly words: string };

/** Words that mean the same wherever they are typed. */
const PLAIN = [
  'start',
  'tips',
  'example',
  'why',
  'back',
  'skip',
  'pause',
  'stop',
  'help',
  'more',
  'next',
  'go',
  'progress',
  'draft',
  'undo',
  'aloud',
  'follow-up',
  'export',
] as const;
type Plain = (typeof PLAIN)[number];

/** Choices that are words only where a card offers them. */
const CHOICES = [
  'story',
  'answer',
  'nothing',
  'study',
  'promotion',
  'practice',
  'done',
  'new',
  'fresh',
  'change',
  'pick',
  'first',
  'second',
  'use',
  'other',
  'again',
  'finished',
  'all',
  'delete',
  'delete-yes',
  's60',
  's90',
  's120',
] as const;
type Choice = (typeof CHOICES)[number];

/** What a person types to begin. */
export const START_WORD = '/practice-failure';

const TYPED: Readonly<Record<string, Plain>> = {
  [START_WORD]: 'start',
  'practice-failure': 'start',
  '/practice': 'start',
  tip: 'tips',
  examples: 'example',
  '/help': 'help',
  '?': 'help',
  keep: 'next',
  'keep it': 'next',
  exit: 'pause',
  quit: 'pause',
  critique: 'go',
  rehearse: 'aloud',
  'say it aloud': 'aloud',
  'follow up': 'follow-up',
};

/** A message as a command is compared: case, outer white space and a closing `!`, `.` or `?` do not matter. */
export function bareWords(message: string): string {
  const words = message.trim().toLowerCase().replace(/\s+/gu, ' ');
  return words.length > 1 ? words.replace(/(?<![!.?])[!.?]+$/u, '').trim() : words;
}

/** The command a whole message is, or undefined: "Back in 2024 I…" is an answer. */
export function parseCommand(message: string, guide: Guide): Command | undefined {
  const remind = remindIn(message);
  if (remind !== undefined) return { name: 'remind', words: remind };
  if (message.length > 60) return undefined;
  const bare = bareWords(message);
  const plain = isPlain(bare) ? bare : Object.hasOwn(TYPED, bare) ? TYPED[bare] : undefined;
  if (plain !== undefined) return { name: plain };
  if (bare === 'go on' || bare === 'continue') return { name: 'resume', number: undefined };
  if (bare === 'delete my data') return { name: 'erase' };
  if (bare === 'delete everything') return { name: 'erase-yes' };
  if (bare === 'keep my data') return { name: 'erase-no' };
  const [verb, ...rest] = bare.replace(/^not so\b/u, 'not-so').split(' ');
  const of = rest.join(' ');
  switch (verb) {
    case 'redo':
      return redoNamed(of, guide);
    case 'show':
    case 'resume':
    case 'explain':
    case 'not-so':
      if (!/^\d{0,6}$/.test(of)) return undefined;
      return { name: verb, number: of === '' ? undefined : Number(of) };
    case 'history':
      if (!/^\d{0,6}$/.test(of)) return undefined;
      return { name: 'history', page: of === '' ? undefined : Number(of) };
    case 'settings':
      return settingsNamed(of);
    case 'stories':
      return { name: 'stories', role: of === '' ? undefined : of.replace(/^for /u, '') };
    default:
      return undefined;
  }
}

function redoNamed(of: string, guide: Guide): Command | undefined {
  if (of === '') return { name: 'redo', step: undefined };
  const step = stepNamed(of, guide);
  // "redo 9" is no answer; "redo everything" may be one.
  return step === undefined && !/^\d+$/.test(of) ? undefined : { name: 'redo', step };
}

/** "settings", "settings tone plain", "settings numbers on", "settings shares off", "settings critic offline", "settings level early". */
function settingsNamed(of: string): Command | undefined {
  if (of === '') return { name: 'settings' };
  const tone = /^(?:tone )?(gentle|plain|direct)$/u.exec(of)?.[1] as Tone | undefined;
  if (tone !== undefined) return { name: 'settings', tone };
  const numbers = /^numbers (on|off)$/u.exec(of)?.[1];
  if (numbers !== undefined) return { name: 'settings', numbers: numbers === 'on' };
  const shares = /^shares (on|off)$/u.exec(of)?.[1];
  if (shares !== undefined) return { name: 'settings', shares: shares === 'on' };
  const critic = /^critic (offline|model)$/u.exec(of)?.[1] as 'offline' | 'model' | undefined;
  if (critic !== undefined) return { name: 'settings', critic };
  const seniority = /^(?:level |seniority )?(student|early|experienced|leading)$/u.exec(of)?.[1] as
    | Seniority
    | undefined;
  if (seniority !== undefined) return { name: 'settings', seniority };
  // Anything else after it is shown the settings, unless it is a sentence.
  return of.split(' ').length <= 3 ? { name: 'settings' } : undefined;
}

/** What a press on a button with this action means; undefined for an action nobody offers. */
export function commandOfAction(action: string, guide: Guide): Command | undefined {
  const [name, of] = action.split(':');
  switch (name) {
    case 'redo':
    case 'weakest':
      return { name, step: of === undefined ? undefined : stepNamed(of, guide) };
    case 'take':
      return { name, number: of === undefined ? undefined : Number.parseInt(of, 10) || undefined };
    case 'show':
    case 'resume':
    case 'explain':
    case 'not-so':
    case 'history':
      return parseCommand(of === undefined ? name : `${name} ${of}`, guide);
    case 'settings':
      return settingsNamed((of ?? '').replaceAll('-', ' '));
    case 'said':
      return { name, steps: (of ?? '').split('-').flatMap((word) => stepNamed(word, guide) ?? []) };
    case 'start':
    case 'erase':
    case 'erase-yes':
    case 'erase-no':
      return { name };
    default:
      return name !== undefined && isChoice(name) ? { name } : parseCommand(action, guide);
  }
}

function isPlain(name: string): name is Plain {
  return (PLAIN as readonly string[]).includes(name) && name !== 'start';
}

function isChoice(name: string): name is Choice {
  return (CHOICES as readonly string[]).includes(name);
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
