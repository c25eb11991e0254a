import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

/** The command as people type it. */
export const COMMAND = '/practice-failure';
export const CRITIQUE_COMMAND = 'Critique this answer';

/** Offered in servers, in the bot's direct messages and in those with others, installed to a server or to a person. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  default_member_permissions: null,
};

/** What Discord takes in a choice of autocomplete: no longer role is typed than can be offered. */
export const LONGEST_ROLE = 100;

/** Both together, with the words between them, are no longer than the core reads (`remind-in.ts`). */
const LONGEST_WHEN = 85;
const LONGEST_ZONE = 38;
/** With the command before them, words of a team are no longer than the core reads (`team-command.ts`). */
const LONGEST_TEAM_WORDS = 370;

const role = (description: string): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name: 'role',
  description,
  autocomplete: true,
  max_length: LONGEST_ROLE,
});

const ZONE: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'zone',
  description: 'Your time zone: a city, or what your clock shows now',
  autocomplete: true,
  max_length: LONGEST_ZONE,
};

const oneOf = (
  name: string,
  description: string,
  choices: readonly (readonly [name: string, value: string])[],
): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description,
  choices: choices.map(([shown, value]) => ({ name: shown, value })),
});

const word = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  ...(options.length === 0 ? {} : { options }),
});

const practiceFailure: RESTPostAPIApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: COMMAND.slice(1),
  description: 'Practise the answer to: what is your greatest failure, and what did you learn from it?',
  ...EVERYWHERE,
  options: [
    word('start', 'Begin a practice, or go on where you were. About 12 minutes; stop whenever you like.', [
      role('The job you practise for, in your own words'),
      oneOf('where', 'Where we practise. In a thread, moderators of this server can read along.', [
        ['In my direct messages', 'dm'],
        ['In a private thread here', 'thread'],
      ]),
    ]),
    word('help', 'What I can do, and what to type'),
    word('tips', 'What makes a good story, or help with the question you are at'),
    word('example', 'A good answer, from somebody else'),
    word('history', 'Your earlier practices'),
    word('progress', 'Where you stand, and what to work on next'),
    word('stories', 'Your stories, and which of them fits a job', [
      role('The job a story should fit, in your own words'),
    ]),
    word('remind', 'When to practise. Without options: what is planned.', [
      {
        type: ApplicationCommandOptionType.String,
        name: 'when',
        description:
          'Weekdays 8:30, Mon/Thu 18:00, in 2 hours, when it pays, interview on 20 March 2027, stop',
        max_length: LONGEST_WHEN,
      },
      ZONE,
    ]),
    word(
      'team',
      'Practise with colleagues, two by two, in a channel of a server. Without options: all there is.',
      [
        {
          type: ApplicationCommandOptionType.String,
          name: 'what',
          description:
            'Such as: schedule, schedule every Thursday 15:00, list, skip 1, edit 1, cancel 2, avoid',
          max_length: LONGEST_TEAM_WORDS,
        },
        ZONE,
      ],
    ),
    word('settings', 'Change how I speak, and whether I show numbers. What I find stays the same.', [
      oneOf('tone', 'How I speak', [
        ['Gentle', 'gentle'],
        ['Plain', 'plain'],
        ['Direct', 'direct'],
      ]),
      oneOf('numbers', 'Numbers beside the words of a critique', [
        ['On', 'on'],
        ['Off', 'off'],
      ]),
      oneOf('level', 'How far along you are: it moves what counts as small, never a rating', [
        ['Still studying', 'student'],
        ['In my first years', 'early'],
        ['Some years in', 'experienced'],
        ['Leading people', 'leading'],
      ]),
      oneOf('critic', 'Who reads your answers, where a language model is set up here', [
        ['The offline critic alone', 'offline'],
        ['With the language model', 'model'],
      ]),
    ]),
    word('export', 'Everything I hold about you, as files in your direct messages'),
    word('delete-my-data', 'Delete everything I hold about you, for good. I ask once more first.'),
  ],
};

/** In the menu of a message: Apps → Critique this answer. Such a command has no description. */
const critiqueThis: RESTPostAPIApplicationCommandsJSONBody = {
  type: ApplicationCommandType.Message,
  name: CRITIQUE_COMMAND,
  ...EVERYWHERE,
};

/** Every command of the application; what else is registered for it is removed. */
export function allCommands(): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return [practiceFailure, critiqueThis];
}
