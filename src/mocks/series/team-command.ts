import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../reminders/zoned.ts';
import { zonesMeant } from '../../reminders/zones.ts';
import type { SeriesWhen } from './series.ts';
import type { SeriesChange } from './series-event.ts';
import { readOptions, type TeamOptions } from './team-options.ts';
import { type Problem, readTeamWhen, type SaidAt, type TeamWhenRead } from './team-when.ts';

/** What is typed of team sessions. `number`: which series, as the list counts them; none where they named none. */
export type TeamCommand =
  | { readonly name: 'help' | 'list' }
  /** Without `when` the form is shown, with what was said filled in. */
  | ({ readonly name: 'schedule'; readonly when?: SeriesWhen; readonly zone: string } & TeamOptions)
  /** Without a change the form is shown, filled in. */
  | { readonly name: 'edit'; readonly number?: number; readonly change?: SeriesChange }
  | { readonly name: 'cancel' | 'skip' | 'now' | 'go-on' | 'end'; readonly number?: number }
  | { readonly name: 'stats'; readonly number?: number; readonly csv: boolean }
  /** `until`: a date in their zone, from which they are asked again; none: it is asked; 'off': now. */
  | { readonly name: 'pause'; readonly until?: string }
  /** `by`: until when, an instant; 'off': it is called off; none: how it stands. */
  | { readonly name: 'once'; readonly by?: string; readonly zone: string }
  /** The next session goes on without who types this. */
  | { readonly name: 'skip-me'; readonly number?: number }
  /** As typed: how somebody is named is their platform's. None: they see whom they named. */
  | { readonly name: 'avoid'; readonly whom: string }
  | ({ readonly name: 'problem' } & Problem);

const LONGEST = 400;
/** With the slash it is a command whatever follows; without it, only where all of it is one: an answer may begin "Team". */
const FORM = /^(?:(\/(?:practice-failure|practice)|practice-failure) )?team(?: (.*))?$/iu;
const NUMBERED = /^(cancel|skip|now|go[ -]on|end|edit|stats)\b ?#?(\d{1,3})?\b ?(.*)$/iu;
const SKIP_ME = /^skip me(?: #?(\d{1,3}))?$/iu;

/** The command a whole message is; undefined where it is none. Never throws for words. */
export function teamCommand(message: string, said: SaidAt): TeamCommand | undefined {
  const words = message.trim().replace(/\s+/gu, ' ');
  if (words.length > LONGEST) return undefined;
  const found = FORM.exec(words.replace(/(?<=\w)[.!?]+$/u, ''));
  if (found === null) return undefined;
  const isCommand = found[1] !== undefined;
  const read = commandIn(found[2]?.trim() ?? '', said);
  if (read !== undefined) return read;
  return isCommand ? { name: 'problem', message: notRead(found[2]?.trim() ?? ''), choices: [] } : undefined;
}

function notRead(typed: string): string {
  const [verb] = /^(?:schedule|edit)\b/iu.exec(typed) ?? [];
  return verb === undefined ? UNKNOWN : `${NO_TIME} team ${verb.toLowerCase()} every Thursday 15:00.`;
}

const NO_TIME = 'I read no day and time in that. Type it anew, for example:';

const UNKNOWN =
  'I did not find that among the team commands. Type team help to see them all, or team schedule to begin.';

/** Undefined where it is no command at all. */
function commandIn(typed: string, said: SaidAt): TeamCommand | undefined {
  const bare = typed.toLowerCase();
  if (bare === '' || bare === 'help' || bare === '?') return { name: 'help' };
  if (bare === 'list') return { name: 'list' };
  const [, verb = '', of = ''] = /^(schedule|pause|avoid|once)(?: (.*))?$/iu.exec(typed) ?? [];
  switch (verb.toLowerCase()) {
    case 'schedule':
      return scheduled(of, said);
    case 'pause':
      return paused(of, said);
    case 'once':
      return onceBy(of, said);
    case 'avoid':
      return { name: 'avoid', whom: of };
  }
  const skipsMe = SKIP_ME.exec(typed);
  if (skipsMe !== null)
    return { name: 'skip-me', ...(skipsMe[1] === undefined ? {} : { number: Number(skipsMe[1]) }) };
  const [, named, no, rest = ''] = NUMBERED.exec(typed) ?? [];
  if (named === undefined) return undefined;
  const number = no === undefined ? {} : { number: Number(no) };
  const name = named.toLowerCase().replace(' ', '-');
  switch (name) {
    case 'edit':
      return edited(typed.slice('edit'.length).trim(), said);
    case 'stats':
      return rest === '' || rest.toLowerCase() === 'csv' ? { name, ...number, csv: rest !== '' } : undefined;
    case 'cancel':
    case 'skip':
    case 'now':
    case 'go-on':
    case 'end':
      return rest === '' ? { name, ...number } : undefined;
    default:
      return undefined;
  }
}

function scheduled(typed: string, said: SaidAt): TeamCommand | undefined {
  // As reminders take it: "every Thursday 15:00 zone Berlin".
  const words = typed.replace(/\b(?:time )?zone:? (?=\S)/iu, 'in ');
  const read = readOptions(words);
  if ('problem' in read) return { name: 'problem', message: read.problem, choices: [] };
  if (read.rest === '') return { name: 'schedule', zone: said.zone, ...read.options };
  const noZone = unknownZone(read.rest, said);
  if (noZone !== undefined) return noZone;
  const when = readTeamWhen(read.rest, said);
  if (when.read === 'when')
    return { name: 'schedule', when: when.when, zone: when.zone ?? said.zone, ...read.options };
  return when.read === 'problem' ? asked('team schedule', words, read.rest, when.problem) : undefined;
}

/** "2 every Friday 10:00" names the second; "20 March 15:00" begins with a day, "6 sessions" with what is to be. */
function edited(typed: string, said: SaidAt): TeamCommand | undefined {
  const [, no, rest] = /^#?(\d{1,3})(?: (.*))?$/u.exec(typed) ?? [];
  const whole = no === undefined || rest === undefined ? undefined : readTeamWhen(typed, said);
  const isNumber =
    no !== undefined && whole?.read !== 'when' && !/^(?:sessions?|rounds?)\b(?! \d)/iu.test(rest ?? '');
  const number = isNumber ? { number: Number(no) } : {};
  const words = (isNumber ? (rest ?? '') : typed).replace(/^when:? /iu, '');
  const head = isNumber ? `team edit ${no}` : 'team edit';
  const [, named] = /^zone:? (.+)$/iu.exec(words) ?? [];
  if (named !== undefined) return zoneEdited(named, head, number, said);
  const read = readOptions(words);
  if ('problem' in read) return { name: 'problem', message: read.problem, choices: [] };
  if (read.rest === '') {
    const isForm = Object.keys(read.options).length === 0;
    return { name: 'edit', ...number, ...(isForm ? {} : { change: read.options }) };
  }
  const noZone = unknownZone(read.rest, said);
  if (noZone !== undefined) return noZone;
  const when = readTeamWhen(read.rest, said);
  if (when.read === 'problem') return asked(head, words, read.rest, when.problem);
  if (when.read === 'unread') return undefined;
  const zone = when.zone === undefined ? {} : { zone: when.zone };
  return { name: 'edit', ...number, change: { ...read.options, when: when.when, ...zone } };
}

function zoneEdited(
  named: string,
  head: string,
  number: { readonly number?: number },
  { now, zone }: SaidAt,
): TeamCommand {
  const meant = zonesMeant(named, { now, own: zone });
  if (meant === undefined) return noSuchZone(named);
  if ('zone' in meant) return { name: 'edit', ...number, change: { zone: meant.zone } };
  const choices = meant.choices.map((one) => ({ label: one, words: `${head} zone ${one}` }));
  return { name: 'problem', message: meant.why, choices };
}

/** What is asked back is answered by typing it whole, with all that was said besides. */
function asked(head: string, words: string, rest: string, { message, choices }: Problem): TeamCommand {
  const besides = besidesWhen(words, rest);
  return {
    name: 'problem',
    message,
    choices: choices.map(({ label, words: chosen }) => ({
      label,
      words: [head, chosen, ...besides].join(' '),
    })),
  };
}

/** The words that are not of the time, in their order. */
function besidesWhen(words: string, rest: string): string[] {
  const left = rest.split(' ');
  return words.split(/\s+/u).filter((word) => {
    const index = left.indexOf(word);
    if (index < 0) return word !== '';
    left.splice(index, 1);
    return false;
  });
}

/** A name with a slash that is no zone: the rest would only be "not understood". */
function unknownZone(words: string, { now, zone }: SaidAt): TeamCommand | undefined {
  for (const [, named = ''] of words.matchAll(/(?:^|\s)(?:in )?(\p{L}+(?:\/[\p{L}_+-]+){1,2})(?=\s|$)/gu)) {
    const isPlace = /^\p{Lu}/u.test(named) && !/day|^(?:mon|tue|wed|thu|fri|sat|sun)/iu.test(named);
    if (isPlace && zonesMeant(named, { now, own: zone, isStrict: true }) === undefined)
      return noSuchZone(named);
  }
  return undefined;
}

function noSuchZone(named: string): TeamCommand {
  return { name: 'problem', message: zoneProblem(named), choices: [] };
}

export function zoneProblem(named: string): string {
  return `I do not know the zone ${named.slice(0, 40)}. Name a city, for example: Berlin, or Europe/Berlin.`;
}

/** "Nobody any more", behind a command. */
export function isOff(words: string): boolean {
  return /^(?:off|end|stop|none|nobody)$/iu.test(words);
}

function paused(words: string, said: SaidAt): TeamCommand | undefined {
  if (words === '') return { name: 'pause' };
  if (isOff(words)) return { name: 'pause', until: 'off' };
  const when = words.replace(/^until |^till /iu, '').replace(/^for (?=\S+ (?:day|week|month))/iu, 'in ');
  const day = dayOrMoment(when, '12:00', said);
  if (day.read === 'when' && day.when.kind === 'once')
    return {
      name: 'pause',
      until: localDate(Temporal.Instant.from(day.when.moment.at), day.zone ?? said.zone),
    };
  if (day.read === 'problem') return asked('team pause until', when, when, day.problem);
  return undefined;
}

function onceBy(words: string, said: SaidAt): TeamCommand | undefined {
  const { zone } = said;
  if (words === '') return { name: 'once', zone };
  if (/^(?:off|end|stop|cancel)$/iu.test(words)) return { name: 'once', by: 'off', zone };
  const noZone = unknownZone(words, said);
  if (noZone !== undefined) return noZone;
  const when = words.replace(/^(?:by|until|till|before) /iu, '').replace(/\bzone:? (?=\S)/iu, 'in ');
  const day = dayOrMoment(when, END_OF_WORK, said);
  if (day.read === 'problem') return asked('team once by', when, when, day.problem);
  if (day.read === 'when' && day.when.kind === 'once')
    return { name: 'once', by: day.when.moment.at, zone: day.zone ?? zone };
  return undefined;
}

/** "by Friday" is before people go home. */
const END_OF_WORK = '18:00';

/** A day is enough: no time of it is asked for, and `time` is meant. */
function dayOrMoment(words: string, time: string, said: SaidAt): TeamWhenRead {
  const read = readTeamWhen(words, said);
  return read.read === 'when' ? read : readTeamWhen(`${words} ${time}`, said);
}
