import { READERS_IN_SHORT as IN_DISCORD } from '../../adapters/discord/deliver/readers.ts';
import { READERS_IN_SHORT as IN_SLACK } from '../../adapters/slack/readers.ts';
import type { Whereabouts } from '../coach/ports.ts';
import type { Config } from '../config.ts';

/** Who can read what is written in a place, in one sentence. */
export function whereaboutsOf(config: Config): Whereabouts {
  const here =
    config.databaseUrl === undefined
      ? // With a language model they may go further, which is told beside this: they are kept here all the same.
        `Your words ${config.llm === undefined ? 'stay' : 'are kept'} on this machine, encrypted; whoever runs it can read them.`
      : 'Your words are kept encrypted in a database; whoever runs it can read them.';
  const readers = { slack: IN_SLACK, discord: IN_DISCORD, terminal: here };
  return ({ platform }) => readers[platform];
}
