import { slackTeamStory } from '../support/slack-team-story.ts';
import { BEGINS, playsOneUnreached } from '../support/team-unreached.ts';

playsOneUnreached('Slack', ['account_inactive', 'channel_not_found', 'user_disabled'], (names, code) =>
  slackTeamStory(`slack team ${code}`, BEGINS, Object.fromEntries(names.map((name) => [name, {}]))),
);
