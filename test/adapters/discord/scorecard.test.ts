import { expect, test } from 'vitest';
import { bodyOf } from '../../../adapters/discord/deliver/outgoing.ts';
import { drawScorecard } from '../../../adapters/pictures/draw-scorecard.ts';
import { altOf } from '../../../src/card/picture-alt.ts';
import { fullScorecard } from '../../card/scorecard-sample.ts';

test('a scorecard goes to Discord as a PNG beside its message, described', async () => {
  const alt = altOf(fullScorecard);
  const told: string[] = [];
  const message = { components: [], pictures: [{ name: 'scorecard.png', picture: fullScorecard, alt }] };
  const { body, files } = await bodyOf(message, (event) => told.push(event));
  expect(told).toEqual([]);
  expect(body).toMatchObject({ attachments: [{ id: '0', filename: 'scorecard.png', description: alt }] });
  expect(files).toMatchObject([{ name: 'scorecard.png', contentType: 'image/png' }]);
  const drawn = Buffer.from(await drawScorecard(fullScorecard));
  expect(Buffer.isBuffer(files[0]?.data) && drawn.equals(files[0].data)).toBe(true);
});
