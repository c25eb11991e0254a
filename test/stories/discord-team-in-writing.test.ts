import { discordTeamStory } from '../support/discord-team-story.ts';
import { BEGINS, ORGANISER, playsInWriting, WRITERS } from '../support/team-in-writing.ts';

playsInWriting('Discord', () =>
  discordTeamStory('discord team in writing', BEGINS, [ORGANISER, ...Object.keys(WRITERS)], WRITERS),
);
