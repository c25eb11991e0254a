import { describe, expect, test } from 'vitest';
import { screenAfter } from '../support/record-screen.ts';

/** What the recordings in docs/ rest on: a screen that was drawn again and again is read as it stood in the end. */
describe('a recorded screen', () => {
  test('holds a line once, however often it was redrawn while it was typed', () => {
    const typed = '> I\r\u001b[3C\r\u001b[J> I t\r\u001b[5C\r\u001b[J> I told\r\u001b[8C';
    expect(screenAfter(`How?\r\n\r\n${typed}`)).toBe('How?\n\n> I told');
  });

  test('holds what was printed above the line that is being typed', () => {
    expect(screenAfter('> so\r\u001b[4C\r\u001b[JRight story.\r\n\r\n> so\r\u001b[4C')).toBe(
      'Right story.\n\n> so',
    );
  });

  test('goes up over the rows of a long line, and holds no colour and no mark of a paste', () => {
    const long = '\u001b[?2004h> one two\r\nthree\r\u001b[5C';
    expect(screenAfter(`${long}\u001b[1A\r\u001b[J\u001b[1mdone\u001b[22m\r\n`)).toBe('done');
  });

  test('counts a wide character as two columns', () => {
    expect(screenAfter('語a\r\u001b[2Cb')).toBe('語b');
  });

  test('refuses a sequence it was not taught, so that no recording shows half of it', () => {
    expect(() => screenAfter('\u001b[5Kx')).toThrow('nobody taught me');
  });
});
