import { describe, expect, test } from 'vitest';
import { readFiles, readTextFile } from '../../../adapters/discord/api/read-file.ts';
import { withFileTexts } from '../../../adapters/discord/receive/files.ts';
import { type Handler, plain, sendsOn, serveFiles } from '../files/file-server.ts';

async function serve(handler: Handler) {
  const { origin, asked } = await serveFiles(handler);
  return { origin, asked, options: { apiUrl: `${origin}/api` } };
}

const textFile = (url: string) => ({ name: 'a.txt', contentType: 'text/plain', url });

describe('a text file posted as the answer', () => {
  test('is read to the last character, and no token goes with it', async () => {
    const { origin, asked, options } = await serve(plain('\uFEFFI never got it — in writing.\r\n👩🏽‍🍳'));
    const read = await readTextFile(textFile(`${origin}/attachments/1`), options);
    expect(read).toEqual({ text: 'I never got it — in writing.\r\n👩🏽‍🍳' });
    expect(asked).toEqual([{ path: '/attachments/1', token: undefined }]);
  });

  test('is not read from a host that is not of Discord, also when Discord sends on to it', async () => {
    const inside = await serve(plain('secret'));
    const { origin, options } = await serve(sendsOn(`${inside.origin}/latest/meta-data`));
    expect(await readTextFile(textFile(`${inside.origin}/x`), options)).toEqual({ unread: 'elsewhere' });
    expect(await readTextFile(textFile(`${origin}/a`), options)).toEqual({ unread: 'elsewhere' });
    expect(inside.asked).toEqual([]);
  });

  test('is put behind the words beside it, and what was not read is named', async () => {
    const { origin, options } = await serve(plain('from the file'));
    const picture = { name: 'me.png', contentType: 'image/png', url: `${origin}/b` };
    const { texts, unread } = await readFiles([picture, textFile(`${origin}/a`)], options);
    expect({ texts, unread }).toEqual({ texts: ['from the file'], unread: ['me.png'] });
    expect(withFileTexts('beside', texts)).toBe('beside\n\nfrom the file');
    expect(withFileTexts('', texts)).toBe('from the file');
  });

  test('is asked for once more where Discord is briefly away, and then named', async () => {
    let failures = 1;
    const { origin, asked, options } = await serve((request, response) => {
      failures -= 1;
      plain('words', failures >= 0 ? 503 : 200)(request, response);
    });
    expect(await readFiles([textFile(`${origin}/a`)], options)).toEqual({ texts: ['words'], unread: [] });
    failures = 9;
    expect(await readFiles([textFile(`${origin}/a`)], options)).toEqual({ texts: [], unread: ['a.txt'] });
    expect(asked).toHaveLength(4);
  });
});
