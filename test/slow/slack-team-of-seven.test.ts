import { slackTeamStory } from '../support/slack-team-story.ts';
import { BEGINS, ORGANISER, playsTeamOfSeven, SEVEN } from '../support/team-of-seven.ts';

playsTeamOfSeven('Slack', () =>
  slackTeamStory(
    'slack team of seven',
    BEGINS,
    Object.fromEntries([ORGANISER, ...SEVEN].map((name) => [name, {}])),
  ),
);
