import { slackTeamStory } from '../support/slack-team-story.ts';
import { BEGINS, playsOneUnreached, playsPartnerUnreached } from '../support/team-unreached.ts';

playsOneUnreached('Slack', ['account_inactive', 'channel_not_found', 'user_disabled'], (names, code) =>
  slackTeamStory(`slack team ${code}`, BEGINS, Object.fromEntries(names.map((name) => [name, {}]))),
);

playsPartnerUnreached('Slack', 'user_disabled', (names) =>
  slackTeamStory('slack partner unreached', BEGINS, Object.fromEntries(names.map((name) => [name, {}]))),
);
