/** A permission of the bot's token, and why it is asked for. */
export interface BotScope {
  readonly scope: string;
  /** What a person would not have without it, in one sentence. */
  readonly why: string;
  /** The methods of the Web API that are called and that Slack refuses without it: https://docs.slack.dev/reference/scopes/ */
  readonly methods: readonly string[];
  /** What else comes only with it: events, the contents of a file. */
  readonly also: readonly string[];
  /** Set: the coach works without it, and this is then missing. Left out: it does not work without it. */
  readonly without?: string;
  /** Whoever installs the app may refuse it (`bot_optional`). What is offered has a `without`. */
  readonly offered?: true;
}

const NOBODY_BY_NAME =
  'nobody is asked by message because they are in the channel; those join who see the announcement';

/** The least scopes that work. Both manifests, the doctor and the table in docs/slack.md agree with this list. */
export const BOT_SCOPES: readonly BotScope[] = [
  {
    scope: 'commands',
    why: 'Offers `/practice-failure`, "Practise an answer" and "Critique this answer".',
    methods: [],
    also: ['slash_commands', 'shortcuts'],
  },
  {
    scope: 'chat:write',
    why: 'Asks the questions, shows the critique, and changes or deletes the bot’s own messages.',
    methods: ['chat.postMessage', 'chat.update', 'chat.delete', 'assistant.threads.setStatus'],
    also: [],
  },
  {
    scope: 'im:history',
    why: 'Hears the answers written to the bot in direct messages, and reads there what came while it was away.',
    methods: ['conversations.history', 'conversations.replies'],
    also: ['message.im'],
  },
  {
    scope: 'im:write',
    why: 'Opens the direct messages in which a practice takes place.',
    methods: ['conversations.open'],
    also: [],
  },
  {
    scope: 'users:read',
    why: 'Puts a name where an answer mentions somebody, and tells the person’s time zone for reminders, and their name, time zone and whether they are an admin for a team’s session.',
    methods: ['users.info', 'bots.info'],
    also: [],
    without:
      'a mention in an answer is kept as "@someone", and whoever wants reminders is asked for their time zone; in a team’s session people are called by their handle, the time zone of a session is asked, and no admin is known',
  },
  {
    scope: 'files:write',
    why: 'Hands over an export or a calendar entry as a file, shows pictures, and removes both when the person deletes them.',
    methods: ['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.delete'],
    also: [],
    without:
      '`export` and a calendar entry cannot hand over their files, and the picture of a scorecard is left out: its card says the ratings in words',
  },
  {
    scope: 'files:read',
    why: 'Reads an answer that was posted as a text file or a snippet.',
    methods: [],
    also: ['url_private'],
    without: 'a text file or a snippet is not read, only what is written beside it',
  },
  {
    scope: 'mpim:write',
    why: 'Opens the direct messages of a group in a team’s session.',
    methods: [],
    // The method is that of `im:write`; of several people it takes this.
    also: ['conversations.open'],
    without: 'a group of a session has no messages of its own: each is told alone how it goes on',
    offered: true,
  },
  {
    scope: 'mpim:history',
    why: 'Looks in a group’s messages for the bot’s own, where it is not sure whether it was posted, and to remove them when one of the group deletes their data.',
    methods: [],
    also: ['conversations.history'],
    without:
      'a message to a group may come twice after a crash or a lost answer, and the card that names who is in a group stays there when one of them deletes their data',
    offered: true,
  },
  {
    scope: 'channels:read',
    why: 'Reads who is in a public channel, where a team’s session asks all of them: each is invited alone.',
    methods: ['conversations.members'],
    also: [],
    without: NOBODY_BY_NAME,
    offered: true,
  },
  {
    scope: 'groups:read',
    why: 'Reads who is in a private channel, where a team’s session asks all of them.',
    methods: [],
    // The method is that of `channels:read`; of a private channel it takes this.
    also: ['conversations.members'],
    without: NOBODY_BY_NAME,
    offered: true,
  },
  {
    scope: 'usergroups:read',
    why: 'Offers the user groups of the workspace in the form of a session, and reads who is in the one that is chosen.',
    methods: ['usergroups.list', 'usergroups.users.list'],
    also: [],
    without: 'no user group can be asked for a session; those join who like to',
    offered: true,
  },
];
