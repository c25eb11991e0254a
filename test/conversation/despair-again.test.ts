import { expect, test } from 'vitest';
import { decide } from '../../src/coach/decide.ts';
import type { Session } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { AT, atCritique, atDraft, NO_PRACTICE, type Practice, SEED, STORY } from './practice.ts';

const HELP = /please talk to one today[\s\S]*\b112\b[\s\S]*findahelpline\.com/;
const RESTS = ['pause', 'stop'] as const;

/** The message that answers a step, edited where nobody looks at the practice. */
function editedAtRest(session: Session, text: string) {
  return decide(
    { type: 'edited', partId: slipIn(session), text, at: AT, seed: SEED },
    { ...NO_PRACTICE, target: session },
  );
}

function slipIn({ answers, guide }: Session): string {
  const step = catalog.find(guide.id, guide.version).steps[1]?.id ?? expect.fail('no step');
  return answers[step]?.[0]?.id ?? expect.fail('no message');
}

test.each(RESTS)('after "%s" an older message that is edited into despair is answered with help', (word) => {
  const { session } = atCritique().says(word);
  const made = editedAtRest(session, 'i wanna die');
  const said = made.effects.filter(({ type }) => type === 'say');
  expect(said).toHaveLength(1);
  expect(JSON.stringify(said)).toMatch(HELP);
  // That the ratings go is said as well, and the practice is not taken up by it.
  expect(made.effects.map(({ type }) => type)).toContain('dropRatings');
  expect(JSON.stringify(said)).toContain('What I said of it before is gone.');
  expect(made.sessions[0]?.stage).toMatchObject({ at: session.stage.at, stage: { at: 'sheltered' } });
});

test('any other edit of a practice at rest stays without a word', () => {
  const { session } = atCritique().says('pause');
  expect(editedAtRest(session, 'I never asked for it in writing.').effects).toEqual([]);
});

test.each(RESTS)('after "%s" words of despair in its form are answered with help', (word) => {
  const practice = atDraft().says(word);
  const at = practice.session.stage.at;
  practice.fills('answers', { reflections: 'i wanna die' });
  expect(practice.shown).toMatch(HELP);
  expect(practice.session.stage.at).toBe(at);
});

test.each(RESTS)('met at rest already, new words are met again, and it goes on resting', (word) => {
  const practice = atDraft().says(word).fills('answers', { reflections: 'i wanna die' });
  const { stage } = practice.session;
  practice.fills('answers', { reflections: 'i wanna die. i will kill myself tonight' });
  expect(practice.shown).toMatch(HELP);
  expect(practice.session.stage).toEqual(stage);
});

/** Somebody wrote such words in a form and chose to stay with the story. */
function stayed(): Practice {
  const practice = atDraft().fills('answers', { reflections: 'The lanuch failed. i wanna die' });
  expect(practice.shown).toMatch(HELP);
  return practice.says('go on');
}

test('after "Stay with it" a form that is saved again is saved, whatever stood in it before', () => {
  const practice = stayed();
  practice.fills('answers', {
    reflections: 'The lanuch failed. i wanna die',
    context: `${STORY.context} It was March.`,
  });
  expect(practice.shown).toContain('Saved.');
  expect(practice.shown).not.toMatch(HELP);
  practice.fills('answers', { reflections: 'The launch failed. I want to die.' });
  expect(practice.shown).not.toMatch(HELP);
});

test('after "Stay with it" a typo is mended in peace, and new words are met', () => {
  const practice = stayed();
  const edit = (text: string) => {
    const [part] = Object.entries(practice.session.answers).find(([id]) => id === 'reflections')?.[1] ?? [];
    return practice.happens({ type: 'edited', partId: part?.id ?? expect.fail('no message'), text });
  };
  expect(edit('The launch failed. i wanna die').shown).not.toMatch(HELP);
  expect(edit('The launch failed. i wanna die. i took an overdose').shown).toMatch(HELP);
});

test('words of despair written into another step are met again', () => {
  const practice = stayed();
  practice.fills('answers', { context: 'i wanna die' });
  expect(practice.shown).toMatch(HELP);
});
