import { READERS_IN_SHORT } from '../../adapters/slack/readers.ts';
import type { Whereabouts } from '../coach/ports.ts';
import type { Config } from '../config.ts';

/** Who can read what is written in a place, in one sentence. */
export function whereaboutsOf(config: Config): Whereabouts {
  const here =
    config.databaseUrl === undefined
      ? 'Your words stay on this machine, encrypted; whoever runs it can read them.'
      : 'Your words are kept encrypted in a database; whoever runs it can read them.';
  return (place) => (place.platform === 'slack' ? READERS_IN_SHORT : here);
}
