import { describe, expect, test } from 'vitest';
import { createNames } from '../../../adapters/slack/api/names.ts';
import { readFiles, readTextFile } from '../../../adapters/slack/api/read-file.ts';
import { isSlackUrl } from '../../../adapters/slack/api/slack-hosts.ts';
import { isTextFile, withFileTexts } from '../../../adapters/slack/receive/files.ts';
import { type Handler, plain, sendsOn, serveFiles } from '../files/file-server.ts';

async function serve(handler: Handler) {
  const { origin, asked } = await serveFiles(handler);
  return { origin, asked, options: { token: 'xoxb-1', apiUrl: `${origin}/api/` } };
}

const textFile = (url: string) => ({ name: 'a.txt', mimetype: 'text/plain', url });

describe('a text file posted as the answer', () => {
  test('is read with the bot token, to the last character', async () => {
    const { origin, asked, options } = await serve(plain('\uFEFFI never got it — in writing.\r\n👩🏽‍🍳'));
    const read = await readTextFile(textFile(`${origin}/files/F1`), options);
    expect(read).toEqual({ text: 'I never got it — in writing.\r\n👩🏽‍🍳' });
    expect(asked).toEqual([{ path: '/files/F1', token: 'Bearer xoxb-1' }]);
  });

  test('is not read from a host that is not of Slack, and the token does not go there', async () => {
    const inside = await serve(plain('secret'));
    const { origin, options } = await serve(sendsOn(`${inside.origin}/latest/meta-data`));
    expect(await readTextFile(textFile(`${inside.origin}/x`), options)).toEqual({ unread: 'elsewhere' });
    expect(await readTextFile(textFile(`${origin}/a`), options)).toEqual({ unread: 'elsewhere' });
    expect(inside.asked).toEqual([]);
  });

  test('is not read where a log-in page comes in its place', async () => {
    const { origin, options } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>');
    });
    expect(await readTextFile(textFile(`${origin}/a`), options)).toEqual({ unread: 'refused' });
  });

  test.each([500, 503])('comes again where Slack answers %i', async (status) => {
    const { origin, options } = await serve(plain('', status));
    const reading = readTextFile(textFile(`${origin}/a`), options);
    await expect(reading).rejects.toMatchObject({ name: 'PlatformError', code: `file-${status}` });
  });

  test('is put behind the words beside it, and what was not read is named', async () => {
    const { origin, options } = await serve(plain('from the file'));
    const picture = { name: 'me.png', mimetype: 'image/png', url: `${origin}/b` };
    const { texts, unread } = await readFiles([picture, textFile(`${origin}/a`)], options);
    expect({ texts, unread }).toEqual({ texts: ['from the file'], unread: ['me.png'] });
    expect(withFileTexts('beside', texts)).toBe('beside\n\nfrom the file');
    expect(withFileTexts('', texts)).toBe('from the file');
  });
});

test.each([
  ['a plain text', { mimetype: 'text/plain' }, true],
  ['a plain text with its charset', { mimetype: 'text/plain; charset=utf-8' }, true],
  ['Markdown', { mimetype: 'text/markdown' }, true],
  ['a file of type markdown', { mimetype: 'application/octet-stream', filetype: 'markdown' }, true],
  ['a snippet', { mode: 'snippet', filetype: 'text' }, true],
  ['a PDF', { mimetype: 'application/pdf', filetype: 'pdf' }, false],
  ['a page', { mimetype: 'text/html', filetype: 'html' }, false],
  ['a canvas', { mode: 'quip', mimetype: 'application/vnd.slack-docs', filetype: 'quip' }, false],
  ['a file that lies elsewhere', { mode: 'external', mimetype: 'text/plain' }, false],
  ['one that is gone', { mode: 'tombstone' }, false],
  ['one that Slack tells nothing of', {}, false],
])('%s is read or not: %o', (_, file, isRead) => {
  expect(isTextFile({ name: 'x', ...file })).toBe(isRead);
});

test.each([
  ['https://files.slack.com/files-pri/T1-F1/a.txt', true],
  ['https://slack.com/x', true],
  ['https://slack-files.com/x', true],
  ['https://a.b.slack-edge.com/x', true],
  ['http://files.slack.com/x', false],
  ['https://files.slack.com:8443/x', false],
  ['https://me:pw@files.slack.com/x', false],
  ['https://files.slack.com@evil.example/x', false],
  ['https://evilslack.com/x', false],
  ['https://slack.com.evil.example/x', false],
  ['https://files.slack-gov.com/x', false],
  ['http://169.254.169.254/latest', false],
  ['http://127.0.0.1:9999/x', false],
  ['file:///etc/passwd', false],
  ['not a url', false],
])('the token goes to %s: %o', (url, goes) => {
  expect(isSlackUrl(url, 'http://127.0.0.1:7777/api/')).toBe(goes);
});

test('the token goes to the address that the operator named, and to no other port of it', () => {
  expect(isSlackUrl('http://127.0.0.1:7777/files/x', 'http://127.0.0.1:7777/api/')).toBe(true);
  expect(isSlackUrl('http://127.0.0.1:7778/files/x', 'http://127.0.0.1:7777/api/')).toBe(false);
  expect(isSlackUrl('https://files.slack-gov.com/x', 'https://slack-gov.com/api/')).toBe(true);
});

describe('what a user is called', () => {
  const called = (profile: object, user: object = {}) => ({ ok: true, user: { id: 'U7', ...user, profile } });

  function names(answer: (userId: string) => Promise<unknown>, now: () => number = () => 0) {
    const asked: string[] = [];
    const info = ({ user }: { user: string }) => {
      asked.push(user);
      return answer(user);
    };
    return { asked, nameOf: createNames({ users: { info } }, now).nameOf };
  }

  test.each([
    ['the name they chose', called({ display_name: 'Ada' }, { real_name: 'Ada King' }), 'Ada'],
    [
      'their full name where they chose none',
      called({ display_name: '' }, { real_name: 'Ada King' }),
      'Ada King',
    ],
    ['nothing where Slack tells none', called({}), undefined],
    ['nothing where the answer is odd', 'odd', undefined],
  ])('%s', async (_, answer, name) => {
    expect(await names(async () => answer).nameOf('U7')).toBe(name);
  });

  test('is asked once an hour, and once for many at a time', async () => {
    let at = 0;
    const { asked, nameOf } = names(
      async () => called({ display_name: 'Ada' }),
      () => at,
    );
    expect(await Promise.all([nameOf('U7'), nameOf('U7')])).toEqual(['Ada', 'Ada']);
    at = 3_599_999;
    await nameOf('U7');
    expect(asked).toEqual(['U7']);
    at = 3_600_000;
    await nameOf('U7');
    expect(asked).toEqual(['U7', 'U7']);
  });

  test('is left out where Slack fails or takes too long, and asked anew the next time', async () => {
    let fails = true;
    const { asked, nameOf } = names(async () => {
      if (fails) throw new Error('missing_scope');
      return called({ display_name: 'Ada' });
    });
    expect(await nameOf('U7')).toBeUndefined();
    fails = false;
    expect(await nameOf('U7')).toBe('Ada');
    expect(asked).toHaveLength(2);
    const silent = names(() => new Promise(() => {}));
    expect(await silent.nameOf('U7')).toBeUndefined();
  });

  test('an answer too late for one message is there for the next', async () => {
    let answer: (value: unknown) => void = () => {};
    const { asked, nameOf } = names(() => new Promise((resolve) => (answer = resolve)));
    expect(await nameOf('U7')).toBeUndefined();
    answer(called({ display_name: 'Ada' }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await nameOf('U7')).toBe('Ada');
    expect(asked).toHaveLength(1);
  });
});
