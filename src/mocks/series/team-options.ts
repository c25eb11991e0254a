import type { Mode, Pairs } from '../mock.ts';
import { LONGEST_TITLE, MOST_DAYS, MOST_ROUNDS, MOST_SESSIONS, USUAL_DAYS, type Who } from './series.ts';

/** What is said of a series besides when it comes. */
export interface TeamOptions {
  readonly title?: string;
  readonly mode?: Mode;
  readonly rounds?: number;
  readonly total?: number;
  readonly pairs?: Pairs;
  /** A group as it was typed: how it is called is its platform's. */
  readonly who?: Who;
}

export type OptionsRead =
  /** `rest`: what is not read yet, as it was typed. */
  { readonly options: TeamOptions; readonly rest: string } | { readonly problem: string };

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = String.raw`(\d{1,4}|${SMALL.join('|')})`;

const TITLE = /(?:\b(?:title|called|named) )?["“„«]([^"“”„«»]+)["“”»]/iu;
const TITLE_LAST = /\btitle:? (.+)$/iu;
const ASYNC = new RegExp(
  String.raw`\basync(?:hronous(?:ly)?)?\b(?:,? (?:(?:over|for|in|within) )?${NUMBER} days?\b)?`,
  'iu',
);
const LIVE = /\blive\b/iu;
const ROUNDS = new RegExp(String.raw`\b(?:rounds? ${NUMBER}|${NUMBER} rounds?)\b`, 'iu');
const TOTAL = new RegExp(String.raw`\b(?:(?:sessions|total) ${NUMBER}|${NUMBER} sessions?)\b`, 'iu');
const MIXED = /\b(?:mixed pairs|pairs mixed)\b/iu;
const ANYONE = /\b(?:any pairs|pairs any(?:one)?)\b/iu;
const CHANNEL =
  /(?:\bwho channel|\bfor (?:(?:all )?(?:the )?(?:whole )?channel(?:(?:'s|’s)? members)?|everyone|everybody|all|@channel|@here|@everyone))(?![\p{L}\p{N}])/iu;
/** "for @sales", "for the group sales", or as platforms write a mention: `<@&123>`, `<!subteam^S123|@sales>`. */
const NAME = String.raw`([\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?)`;
const GROUP = new RegExp(
  String.raw`\b(?:for|who) (?:the )?(?:(?:user ?)?(?:group|role) @?${NAME}|<@&(\d+)>|<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>|@${NAME})`,
  'iu',
);
const JOINERS = /\b(?:who joiners|for (?:joiners|those who join|whoever joins))\b/iu;

/** Takes out of the words what they say of title, mode, rounds, number of sessions and who. Says what to type where one cannot be. */
export function readOptions(words: string): OptionsRead {
  let rest = words;
  const take = (form: RegExp): RegExpExecArray | undefined => {
    const found = form.exec(rest) ?? undefined;
    if (found !== undefined)
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  // The title first: it may hold any word.
  const named = (take(TITLE) ?? take(TITLE_LAST))?.[1]?.trim();
  // Quotes around nothing name nothing.
  const title = named === '' ? undefined : named;
  const inWriting = take(ASYNC);
  const live = take(LIVE);
  const rounds = numberIn(take(ROUNDS));
  const total = numberIn(take(TOTAL));
  const mixed = take(MIXED);
  const anyone = take(ANYONE);
  const channel = take(CHANNEL);
  const group = take(GROUP)
    ?.slice(1)
    .find((name) => name !== undefined);
  const joiners = take(JOINERS);
  const days = inWriting === undefined ? undefined : (numberIn(inWriting) ?? USUAL_DAYS);
  const problem =
    titleProblem(title) ??
    (days !== undefined && live !== undefined ? 'Live or async? Type one of them.' : undefined) ??
    (days === undefined ? undefined : daysProblem(days)) ??
    (rounds === undefined ? undefined : roundsProblem(rounds)) ??
    (total === undefined ? undefined : totalProblem(total));
  if (problem !== undefined) return { problem };
  return {
    options: {
      ...(title === undefined ? {} : { title }),
      ...(days === undefined ? {} : { mode: { kind: 'async', days } as const }),
      ...(live === undefined ? {} : { mode: { kind: 'live' } as const }),
      ...(rounds === undefined ? {} : { rounds }),
      ...(total === undefined ? {} : { total }),
      ...(mixed === undefined ? {} : { pairs: 'mixed' as const }),
      ...(anyone === undefined ? {} : { pairs: 'anyone' as const }),
      ...(channel === undefined ? {} : { who: 'channel' as const }),
      ...(group === undefined ? {} : { who: { group } }),
      ...(joiners === undefined ? {} : { who: 'joiners' as const }),
    },
    rest: rest.replace(/\s+/gu, ' ').trim(),
  };
}

function numberIn(found: RegExpExecArray | undefined): number | undefined {
  const typed = (found?.[1] ?? found?.[2])?.toLowerCase();
  if (typed === undefined) return undefined;
  const small = SMALL.indexOf(typed);
  return small < 0 ? Number(typed) : small;
}

export function titleProblem(title: string | undefined): string | undefined {
  if (title === undefined || title.length <= LONGEST_TITLE) return undefined;
  return `A title has room for ${LONGEST_TITLE} characters, and this has ${title.length}. Make it shorter.`;
}

export function daysProblem(days: number): string | undefined {
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return undefined;
  return `A pair in writing has one to ${SMALL[MOST_DAYS]} days. Two or three are usual: async 3 days.`;
}

export function roundsProblem(rounds: number): string | undefined {
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS) return undefined;
  return `A session has one to ${SMALL[MOST_ROUNDS]} rounds, each with another partner. One is usual: rounds 1.`;
}

export function totalProblem(total: number): string | undefined {
  if (Number.isInteger(total) && total >= 1 && total <= MOST_SESSIONS) return undefined;
  return `I can plan one to ${MOST_SESSIONS} sessions before I ask whether to go on. Four are usual: 4 sessions.`;
}
