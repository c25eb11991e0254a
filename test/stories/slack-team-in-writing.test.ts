import { slackTeamStory } from '../support/slack-team-story.ts';
import { BEGINS, ORGANISER, playsInWriting, WRITERS } from '../support/team-in-writing.ts';

playsInWriting('Slack', () => {
  const profiles = Object.entries(WRITERS).map(([name, tz]) => [name, { tz }] as const);
  return slackTeamStory('slack team in writing', BEGINS, {
    [ORGANISER]: {},
    ...Object.fromEntries(profiles),
  });
});
