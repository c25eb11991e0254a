/**
 * Who can read what is written, in one plain line: it opens every practice. What else there is to know stands in
 * docs/discord.md. Direct messages: the person, and whoever runs the coach. Private threads: moderators
 * with Manage Threads as well, https://discord.com/developers/docs/topics/threads#private-threads
 */
export const READERS_DM: readonly string[] = [
  'We practise here, just the two of us; whoever runs me can read it too, and Discord stores what is typed here.',
];

export const READERS_THREAD: readonly string[] = [
  'We practise in this thread. Moderators of this server can read it, and so can whoever runs me.',
  'In direct messages nobody of this server can.',
];

/** Of a thread in which reminders come, since they cannot come in direct messages. */
export const READERS_THREAD_REMINDERS =
  'Moderators of this server can read it, and so can whoever runs me. If you open your direct messages, they come there again.';

export const READERS_IN_ANSWERS: readonly string[] = [
  'I cannot write to you in direct messages, so we practise here: only you see this.',
  'Whoever runs me can read it too. Discord takes my answers for 15 minutes after you press something; after that, use /practice-failure start to go on.',
];

/** On the first card, under them. */
export const READERS_IN_SHORT = 'Who can read it stands above.';

/** Of a private thread of several people: before its first card. */
export const READERS_GATHERED =
  'Nobody else was added to this thread. Moderators of this server can read it all the same, and so can whoever runs me.';
