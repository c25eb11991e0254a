import { discordTeamStory } from '../support/discord-team-story.ts';
import { BEGINS, PEOPLE, playsTeamPrivacy } from '../support/team-privacy.ts';

playsTeamPrivacy('Discord', () => discordTeamStory('discord team privacy', BEGINS, PEOPLE));
