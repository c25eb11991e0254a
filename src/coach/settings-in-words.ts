import { LEVEL_WORDS } from '../conversation/cards/level-asked.ts';
import { SenioritySchema } from '../guide/seniority.ts';
import { momentInWords } from '../reminders/in-words.ts';
import type { ExportedSettings } from './export.ts';

const SOURCES: Readonly<Record<string, string>> = {
  asked: ', as you said',
  platform: ', as your platform says',
  guessed: ', which is a guess',
};

/** A person's settings, a line each. What concerns reminders stands with those. */
export function settingsInWords(settings: ExportedSettings): string[] {
  const { tone, showNumbers, wordsPerMinute, seniority, takesShares, locale } = settings;
  const zone = zoneOf(settings);
  const day = (at: string | null | undefined) =>
    at === undefined || at === null ? undefined : `${momentInWords(at, zone)} (${zone})`;
  const level = SenioritySchema.safeParse(seniority);
  return [
    ...line('Tone', tone),
    ...line('Ratings', showNumbers === true ? 'in words and as numbers' : 'in words'),
    ...line(
      'How far along you are',
      level.success ? LEVEL_WORDS[level.data] : 'not said; taken from the role you name',
    ),
    ...line(
      'Your own pace',
      typeof wordsPerMinute === 'number' ? `${wordsPerMinute} words a minute` : 'not measured yet',
    ),
    ...line('Answers that others share', takesShares === false ? 'you take none' : 'may be shown to you'),
    ...line('Critiques', readerInWords(settings)),
    ...line('You were told of the language model', day(settings.toldOfModelAt)),
    ...line('Time zone', settings.zone && `${settings.zone}${SOURCES[settings.zoneSource ?? ''] ?? ''}`),
    ...line('Language of your platform', locale),
    ...line('Known since', day(settings.knownSince)),
    ...line('Last here', day(settings.lastActive)),
  ];
}

/** UTC where none is known. */
export function zoneOf({ zone }: ExportedSettings): string {
  return zone ?? 'UTC';
}

function readerInWords({ critic, toldOfModel }: ExportedSettings): string {
  if (critic !== 'llm') return 'the offline critic reads your answers';
  return typeof toldOfModel === 'string'
    ? `a language model reads your answers, as you were told: ${toldOfModel}`
    : 'a language model may read your answers';
}

function line(what: string, value: string | null | undefined): string[] {
  return value === undefined || value === null || value === '' ? [] : [`${what}: ${value}`];
}
