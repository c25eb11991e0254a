/**
 * Who can read what is written in direct messages with the bot: the person, whoever runs the coach (it is said at the
 * door), and on plans that allow it owners who export them. https://slack.com/help/articles/204897248
 */
export const READERS: readonly string[] = [
  'You and I read this; on some plans workspace owners can export direct messages too, and whoever runs me holds the keys.',
  'To keep it on your own machine, practise in the terminal version instead.',
];

/** The same in one sentence, for the first card. */
export const READERS_IN_SHORT =
  'Owners of this workspace may be able to read it; the terminal stays with you.';
