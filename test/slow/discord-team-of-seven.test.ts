import { discordTeamStory } from '../support/discord-team-story.ts';
import { BEGINS, ORGANISER, playsTeamOfSeven, SEVEN } from '../support/team-of-seven.ts';

playsTeamOfSeven('Discord', () => discordTeamStory('discord team of seven', BEGINS, [ORGANISER, ...SEVEN]));
