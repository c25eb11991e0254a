import { discordTeamStory } from '../support/discord-team-story.ts';
import { BEGINS, playsOneUnreached } from '../support/team-unreached.ts';

playsOneUnreached('Discord', ['50007'], (names, code) =>
  discordTeamStory(`discord team ${code}`, BEGINS, names),
);
