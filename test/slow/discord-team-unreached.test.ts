import { discordTeamStory } from '../support/discord-team-story.ts';
import { BEGINS, playsOneUnreached, playsPartnerUnreached } from '../support/team-unreached.ts';

playsOneUnreached('Discord', ['50007'], (names, code) =>
  discordTeamStory(`discord team ${code}`, BEGINS, names),
);

playsPartnerUnreached('Discord', '10007', (names) =>
  discordTeamStory('discord partner unreached', BEGINS, names),
);
