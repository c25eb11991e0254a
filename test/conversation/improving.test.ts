import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { atCritique, beginPractice, choicesOn, type Practice, quotesOn, STORY } from './practice.ts';

const REPLY = 'Now, before I count on a room, I ask for it in writing.';
/** Still general, so that something is left to say "not so" to. */
const CLAIM = 'I am much better at it now.';
const LAST_MAY = 'Last May that saved our summer party.';

const typesOf = (practice: Practice) => practice.effects.map((effect) => effect.type);
const saysOf = ({ effects }: Practice) => effects.flatMap((one) => (one.type === 'say' ? [one.card] : []));
const labels = (practice: Practice) =>
  practice.card.blocks.flatMap((block) =>
    block.kind === 'fields' ? block.fields.map(({ label }) => label) : [],
  );
const rulesOf = ({ session }: Practice) => session.critique?.critique.findings.map(({ rule }) => rule) ?? [];
/** What the menu of the card shown last calls `undo`. */
const undoOf = ({ card }: Practice) =>
  card.blocks
    .flatMap((block) => (block.kind === 'menu' ? block.options : []))
    .find(({ action }) => action === 'undo')?.label;
/** A critique whose first change is about words that stand in the answer. */
const atQuestion = () => atCritique().says('answer');

describe('the first screen of a critique', () => {
  test('has the verdict, keep, change, the steps, the length and the next question, in this order', () => {
    const practice = atCritique();
    expect(practice.card.blocks[0]).toEqual({ kind: 'text', runs: ['Right story, one thing to fix.'] });
    expect(labels(practice)).toEqual(['KEEP', 'CHANGE', 'STEPS', 'LENGTH', 'NEXT']);
  });

  test('has at most 12 lines', () => {
    const { shown } = atCritique();
    expect(shown.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(12);
  });

  test('keeps of a long sentence the clause that earned it, and no other half of it', () => {
    const long =
      'The agency sent me three files with nearly the same name and never said which one was the last, and I did not open them to compare.';
    const practice = beginPractice().says('answer').says('skip');
    practice.says(
      `Last year I looked after the yearly brochure of a language school with 8,000 copies. ${long} I had a sticker printed and put it into every copy with two colleagues. I learned to be more careful.`,
    );
    practice.presses('go').isJudged();
    expect(practice.shown).toContain('KEEP: "I did not open them to compare"');
  });

  test('says how clear each step is in words, and no number in a first practice', () => {
    const { shown } = atCritique();
    expect(shown).toMatch(/STEPS: clear: setting, failure, what you did, lesson · thin: since then/);
    expect(shown).not.toMatch(/\d of \d|\d\/\d|%/);
  });

  test('offers an answer, an explanation, a "not so", more, a run aloud and an end', () => {
    expect(choicesOn(atCritique().card)).toEqual(['answer', 'explain', 'not so', 'more', 'aloud', 'done']);
  });

  test('more shows each step with the words that earned it, and the critic with its version', () => {
    const practice = atCritique().says('more');
    expect(practice.shown).toContain('Step by step, with the words that earned it:');
    expect(quotesOn(practice.card).length).toBeGreaterThan(3);
    expect(practice.shown).toMatch(/Judged by the offline critic, version \d+/);
  });
});

describe('explain', () => {
  test('shows the quote of a finding and the rule that looked for it', () => {
    const practice = atCritique().says('explain');
    const finding = practice.session.critique?.critique.findings.find(({ rank }) => rank === 0);
    expect(finding).toBeDefined();
    if (finding !== undefined && 'span' in finding.at)
      expect(quotesOn(practice.card)).toEqual([finding.at.span.quote]);
    expect(practice.shown).toContain('I look for');
    expect(practice.shown).toContain('Not so? Say "not so" and I set it aside.');
  });

  test('of a number that is not there says so and shows the critique again', () => {
    const practice = atCritique().says('explain 9');
    expect(practice.shown).toContain('There is no change with that number here.');
    expect(labels(practice)).toContain('STEPS');
  });
});

describe('not so', () => {
  test('sets the finding aside for this text, counts its rule, and the answer is looked at without it', () => {
    const practice = atCritique();
    const [first] = rulesOf(practice);
    const finding = practice.session.critique?.critique.findings.find(({ rule }) => rule === first);
    practice.says('not so');
    expect(typesOf(practice)).toEqual(['freezeDraft', 'countSetAside', 'say', 'say', 'requestCritique']);
    expect(practice.effects[1]).toMatchObject({ rule: first, critic: 'rubric' });
    const [noted, atWork] = saysOf(practice);
    const about =
      finding && 'span' in finding.at ? finding.at.span.quote : expect.fail('a change without words');
    expect(noted?.blocks[0]).toMatchObject({
      runs: [
        'Noted: not so, about ',
        { quote: about },
        '.',
        ' I look again without that point. If you like, tell me why. ',
        {
          typed: 'To take that back, type undo.',
          pressed: 'A button under the new critique takes that back.',
        },
      ],
    });
    expect(noted?.working).toBeUndefined();
    expect(atWork?.working).toBe(true);
    practice.isJudged();
    expect(rulesOf(practice)).not.toContain(first);
    expect(practice.session.setAside.map(({ rule }) => rule)).toEqual([first]);
  });

  test('is taken back by a word, or the button under the critique: the finding is there again', () => {
    for (const back of ['undo', 'press']) {
      const practice = atCritique();
      const before = rulesOf(practice);
      practice.says('not so').isJudged();
      expect(choicesOn(practice.card)).toContain('undo');
      expect(CardSchema.safeParse(practice.card).success).toBe(true);
      if (back === 'press') practice.presses('undo');
      else practice.says('undo');
      expect(saysOf(practice)[0]?.blocks[0]).toMatchObject({
        runs: ['Taken back: that point counts again. I look once more.'],
      });
      practice.isJudged();
      expect(rulesOf(practice)).toEqual(before);
      expect(practice.session.setAside).toEqual([]);
      expect(choicesOn(practice.card)).not.toContain('undo');
    }
  });

  test('is taken back also where its critique fails once: the next one has the point again', () => {
    const practice = atCritique();
    const before = rulesOf(practice);
    practice.says('not so').isJudged().says('undo');
    const draftNo = practice.session.drafts;
    practice.happens({ type: 'critiqueFailed', draftNo, code: 'timeout' }).says('go');
    expect(practice.session.drafts).toBe(draftNo + 1);
    practice.isJudged();
    expect(rulesOf(practice)).toEqual(before);
    expect(practice.session.freshDraft).toBeUndefined();
  });

  test('after a used reply, undo takes back what the menu says it takes back', () => {
    const practice = atQuestion().says(CLAIM).says('use it').isJudged();
    expect(undoOf(practice.says('more'))).toBe('Take back what I used last');
    practice.says('answer').says('back').says('not so').isJudged();
    expect(undoOf(practice.says('more'))).toBe('Take “not so” back');
    practice.says('undo');
    expect(practice.session.setAside).toEqual([]);
    expect(practice.answer('growth-evidence')).toContain(CLAIM);
  });

  test('once the answer was changed, undo takes back the used reply, and "not so" stays', () => {
    const practice = atQuestion().says(CLAIM).says('use it').isJudged().says('not so').isJudged();
    const changed = practice.session.answers.failure?.[0] ?? expect.fail('nothing was told');
    practice.happens({ type: 'edited', partId: changed.id, text: `${changed.text} It was a Monday.` });
    expect(practice.session.critique?.outdated).toBe(true);
    expect(undoOf(practice.says('more'))).toBe('Take back what I used last');
    practice.says('undo');
    expect(practice.answer('growth-evidence')).toBe(STORY.growth);
    expect(practice.session.setAside).toHaveLength(1);
  });

  test('needs no reason; one that is given is kept as a note', () => {
    const practice = atCritique().says('not so').says('The lesson is in the second sentence.');
    expect(practice.session.notes.map((part) => part.text)).toEqual([
      'The lesson is in the second sentence.',
    ]);
    expect(practice.session.stage).toEqual({ at: 'critiquing' });
  });

  test('counts nothing of what the person wrote', () => {
    const counted = atCritique()
      .says('not so')
      .effects.find(({ type }) => type === 'countSetAside');
    expect(Object.keys(counted ?? {}).sort()).toEqual(['critic', 'rule', 'type', 'version']);
  });
});

test('what may be asked next is asked once in a practice while there is another question', () => {
  const practice = atCritique().says('follow-up');
  const asked = practice.session.critique?.critique.next.question ?? expect.fail('no critique');
  expect(practice.shown).toContain(asked);
  practice.says('Sales lost forty guests and told me so the same evening.').says('use it').isJudged();
  const next = practice.session.critique?.critique.next.question;
  expect(next).not.toBe(asked);
  expect(practice.session.followed).toEqual([asked]);
});

describe('one question about one step', () => {
  test('is the question of the change, with the words it is about and a shape with blanks', () => {
    const practice = atQuestion();
    const finding = practice.session.critique?.critique.findings.find(({ rank }) => rank === 0);
    expect(practice.shown).toContain('one question:');
    expect(practice.shown).toContain(finding?.question);
    expect(practice.shown).toContain(`Shape: "${finding?.shape}"`);
    expect(finding?.shape).toMatch(/\[.+\?\]/);
  });

  test('the reply is shown in its place, was and now, and nothing changes until "use it"', () => {
    const practice = atQuestion();
    const before = practice.session.answers;
    practice.says(`${REPLY} ${LAST_MAY}`);
    expect(labels(practice)).toEqual(['WAS', 'NOW']);
    expect(quotesOn(practice.card).at(-1)).toContain(`${REPLY} ${LAST_MAY}`);
    expect(practice.session.answers).toEqual(before);
    expect(practice.card.buttons[0]).toMatchObject({ word: 'use it', style: 'primary' });
  });

  test('"use it" puts the reply in verbatim, keeps what stood there, and the answer is looked at again', () => {
    const practice = atQuestion().says(`${REPLY} ${LAST_MAY}`).says('use it');
    expect(practice.answer('growth-evidence')).toContain(`${REPLY} ${LAST_MAY}`);
    expect(practice.session.replaced.flatMap(({ parts }) => parts.map((part) => part.text))).toContain(
      STORY.growth,
    );
    expect(typesOf(practice)).toEqual(['freezeDraft', 'say', 'requestCritique']);
  });

  test('was and now stand above the next critique, with what changed in the rating', () => {
    const practice = atQuestion().says(`${REPLY} ${LAST_MAY}`).says('use it').isJudged();
    expect(practice.shown).toMatch(/^Was → now: since then (not yet|thin) → clear\./);
  });

  test('other steps keep their rating, since their words did not change', () => {
    const practice = atQuestion();
    const before = practice.session.critique?.critique.steps ?? {};
    practice.says(`${REPLY} ${LAST_MAY}`).says('use it').isJudged();
    const after = practice.session.critique?.critique.steps ?? {};
    for (const step of ['context', 'failure', 'immediate-actions', 'reflections'])
      expect(after[step]?.score).toBe(before[step]?.score);
  });

  test('beside and instead are a press away from each other', () => {
    const practice = atQuestion().says(REPLY);
    const [, , nowInstead] = quotesOn(practice.card).length === 2 ? ['', '', quotesOn(practice.card)[1]] : [];
    expect(choicesOn(practice.card)).toContain('beside');
    practice.says('beside');
    expect(quotesOn(practice.card)[1]).toBe(`${STORY.growth}\n${REPLY}`);
    practice.says('instead');
    expect(quotesOn(practice.card)[1]).toBe(nowInstead);
  });

  test('again asks the same question, and the reply that is not used stays a note', () => {
    const practice = atQuestion().says(REPLY).says('again');
    expect(practice.session.stage).toMatchObject({ at: 'improving', asks: 'reply', reply: [] });
    expect(practice.session.notes.map((part) => part.text)).toEqual([REPLY]);
  });

  test('back leads to the critique, with every word kept', () => {
    const practice = atQuestion().says(REPLY).says('back');
    expect(practice.session.stage).toEqual({ at: 'critiqued' });
    expect(practice.session.notes.map((part) => part.text)).toEqual([REPLY]);
    expect(practice.answer('growth-evidence')).toBe(STORY.growth);
  });

  test('undo takes it back: the earlier words stand, and the new ones are a note', () => {
    const practice = atQuestion().says(REPLY).says('use it').isJudged().says('undo');
    expect(practice.answer('growth-evidence')).toBe(STORY.growth);
    expect(practice.session.notes.map((part) => part.text)).toEqual([REPLY]);
    expect(practice.session.rounds).toBe(0);
    expect(practice.shown).toContain('Taken back.');
    expect(practice.says('undo').shown).toContain('There is nothing to take back.');
  });
});

test('after two rounds it says: stop writing, say it aloud', () => {
  const practice = atQuestion().says(REPLY).says('use it').isJudged();
  expect(practice.shown).not.toContain('Stop writing');
  practice.says('answer').says(LAST_MAY).says('use it').isJudged();
  expect(practice.session.rounds).toBe(2);
  expect(practice.shown).toContain('Stop writing, say it aloud.');
  expect(practice.card.buttons[0]).toMatchObject({ word: 'aloud', style: 'primary' });
  expect(choicesOn(practice.card)).not.toContain('answer');
});
