import { expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import { byBothTransports, type SlackTalk, STORY, talkOf, tellAll } from '../support/slack-talk.ts';

byBothTransports('slack sharing', (coach) => {
  const modal = (talk: SlackTalk) => readBlocks(talk.person.modal()?.blocks ?? []);
  /** From the critique to the preview of what this person would get. */
  const picks = async (talk: SlackTalk, to: string) => {
    await talk.presses('More', 'Step by step, with the words that earned it');
    await talk.person.presses('Share with a coach');
    await coach().slack.until(() => modal(talk).includes('Who may see it?'), 'the form');
    await talk.person.submits({ to });
    expect(modal(talk)).toContain('gets exactly this:');
  };
  const inboxOf = (userId: string) => coach().slack.messages(coach().slack.dmOf(userId));

  test('what is shown before is exactly what is sent, to that person’s messages with the coach', async () => {
    coach().slack.user('U0MEG', { name: 'Meg' });
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    await tellAll(ada);
    await picks(ada, 'U0MEG');
    const [head = '', ...shown] = modal(ada).split('\n');
    expect(head).toBe('Meg gets exactly this:');
    expect(inboxOf('U0MEG')).toEqual([]);
    ada.looks();
    await ada.person.submits({});
    await ada.until('I send it to "Meg" now.');
    await coach().slack.until(() => inboxOf('U0MEG').length === 1, 'what Meg gets');
    const sent = inboxOf('U0MEG').flatMap(({ blocks }) => blocks ?? []);
    expect(readBlocks(sent)).toBe(shown.join('\n'));
    expect(readBlocks(sent)).toContain('"Ada" would like you to see this practice answer.');
    expect(readBlocks(sent)).toContain(STORY[5]);
    expect(sent.filter(({ type }) => type === 'actions')).toEqual([]);
  });

  test('a practice that moved on since the look is not sent', async () => {
    coach().slack.user('U0NED', { name: 'Ned' });
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await tellAll(bea);
    await picks(bea, 'U0NED');
    await bea.says('tips', '');
    const last = coach()
      .slack.messages(bea.dm)
      .findLast(({ text }) => text === STORY[5]);
    await bea.person.edits(last?.ts ?? '', 'Since then I write it all down.');
    bea.looks();
    await bea.person.submits({});
    await bea.until('Your practice moved on since you looked, so nothing was sent.');
    await coach().slack.calm();
    expect(inboxOf('U0NED')).toEqual([]);
  });

  test('who cannot be reached is told of to the person alone', async () => {
    coach().slack.user('U0OLD', { name: 'Olaf', deactivated: true });
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await tellAll(cleo);
    await picks(cleo, 'U0OLD');
    cleo.looks();
    await cleo.person.submits({});
    await cleo.until('That did not reach them, and nothing was shown.');
    expect(inboxOf('U0OLD')).toEqual([]);
    await cleo.says('tips', '');
  });

  test('who closes the preview has sent nothing', async () => {
    coach().slack.user('U0PAT', { name: 'Pat' });
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellAll(dora);
    await picks(dora, 'U0PAT');
    await dora.person.closesModal();
    await coach().slack.calm();
    expect(inboxOf('U0PAT')).toEqual([]);
  });
});
