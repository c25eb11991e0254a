import { expect, test } from 'vitest';
import { altOf } from '../../../src/card/picture-alt.ts';
import { fullScorecard } from '../../card/scorecard-sample.ts';
import { card, performing } from './performing.ts';

test('a scorecard is uploaded as a picture with its alternative text, which its message says too', async () => {
  await using at = await performing();
  const alt = altOf(fullScorecard);
  const said = card('', { blocks: [{ kind: 'picture', picture: fullScorecard, alt }] });
  expect(await at.performer.perform(at.say(said))).toMatchObject({ outcome: 'done' });
  const [upload] = at.calls('files.getUploadURLExternal');
  expect(upload?.args).toMatchObject({ filename: 'scorecard.png', alt_txt: alt });
  expect(Number(upload?.args.length)).toBeGreaterThan(20_000);
  expect(at.read().join('')).toContain('The Failure: clear (2 of 2), last time clear, your own rating thin.');
});
