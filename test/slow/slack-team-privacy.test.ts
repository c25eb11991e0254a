import { slackTeamStory } from '../support/slack-team-story.ts';
import { BEGINS, PEOPLE, playsTeamPrivacy } from '../support/team-privacy.ts';

playsTeamPrivacy('Slack', () =>
  slackTeamStory('slack team privacy', BEGINS, Object.fromEntries(PEOPLE.map((name) => [name, {}]))),
);
