/**
 * Who can read what is written in direct messages with the bot: the person, whoever runs the coach, and on plans that
 * allow it owners who export them. https://slack.com/help/articles/204897248
 */
export const READERS: readonly string[] = [
  'Only you and I see this thread; whoever runs me can read it, and on some plans the owners of this workspace too.',
  'The terminal version of me keeps everything on your own machine.',
];

/** On the first card, under the two sentences. */
export const READERS_IN_SHORT = 'Who can read it stands above.';
