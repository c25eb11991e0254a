import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, Input } from '../../../src/card/card.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import { type FormBy, listeningForm, parseListeningForm } from '../../../src/mocks/cards/listening-form.ts';
import { type ListeningCard, ListeningCardSchema } from '../../../src/mocks/listening-card.ts';
import { aMock, cardsOf, GUIDES, TRIO, withCards } from './sessions.ts';

describe.each(GUIDES.map((guide) => [guide.id, guide] as const))('the form about %s', (_, guide) => {
  const form = (by: FormBy) => listeningForm(aMock({ groups: [TRIO] }), TRIO, guide, by);

  test('asks each what is theirs to say', () => {
    const steps = guide.steps.map(({ id }) => `step-${id}`);
    expect(inputsOf(form('partner')).map(({ id }) => id)).toEqual([
      ...steps,
      'stayed',
      'question',
      'effects',
    ]);
    expect(inputsOf(form('own')).map(({ id }) => id)).toEqual([...steps, 'stayed']);
    expect(inputsOf(form('observer')).map(({ id }) => id)).toEqual(['stayed']);
    expect(form('own').buttons.map(({ action }) => action)).toEqual(['mock:m1:card-own:1-0']);
  });

  test('comes back as the card that was filled in', () => {
    for (const by of ['partner', 'own', 'observer'] as const) {
      const card = cardsOf(guide)[by];
      expect(parseListeningForm(filled(form(by), card, guide), guide, by)).toEqual({ card });
    }
  });

  test('shows what was sent before, and sent again it is the same card', () => {
    const mock = withCards(aMock({ groups: [TRIO] }), guide, ['own']);
    const again = inputsOf(listeningForm(mock, TRIO, guide, 'own', 'ada'));
    const values = Object.fromEntries(
      again.map((input) => [input.id, `${'value' in input ? input.value : ''}`]),
    );
    expect(parseListeningForm(values, guide, 'own')).toEqual({ card: cardsOf(guide).own });
  });

  test('takes any of the effects, by numbers with hyphens between or typed with commas', () => {
    const lines = { stayed: 'This one.', question: 'Why then?' };
    const all = guide.pitfalls.map(({ id }) => id);
    const numbers = all.map((_id, index) => index + 1);
    for (const effects of [numbers.join('-'), numbers.join(', '), all.join(',')])
      expect(parseListeningForm({ ...lines, effects }, guide, 'partner')).toEqual({
        card: { steps: {}, ...lines, effects: all },
      });
    expect(parseListeningForm({ ...lines, effects: '99-x' }, guide, 'partner')).toEqual({
      card: { steps: {}, ...lines, effects: [] },
    });
  });
});

describe('what is missing is said with what to do next', () => {
  const guide = GUIDES[0] as Guide;
  const problemOf = (values: Record<string, string>, by: FormBy) => {
    const parsed = parseListeningForm(values, guide, by);
    return 'problem' in parsed ? parsed.problem : undefined;
  };

  test('a partner says what stayed, and what they would still ask', () => {
    expect(problemOf({ question: 'Why?' }, 'partner')).toMatch(
      /^One sentence that stayed with you is still missing:/u,
    );
    expect(problemOf({ stayed: ' \n\t ', question: 'Why?' }, 'partner')).toMatch(
      /stayed with you is still missing/u,
    );
    expect(problemOf({ stayed: 'This.', question: '\u00a0' }, 'partner')).toMatch(
      /question you still have is still missing/u,
    );
    expect(problemOf({ stayed: 'This.', question: 'Why?' }, 'partner')).toBeUndefined();
  });

  test('an observer has a sentence; the candidate something', () => {
    expect(problemOf({}, 'observer')).toMatch(/still missing\. Add it/u);
    expect(problemOf({}, 'own')).toMatch(/Nothing is filled in yet/u);
    expect(problemOf({ 'step-failure': 'notHeard' }, 'own')).toBeUndefined();
  });

  test('a longer text than there is room for is told its length', () => {
    const stayed = 'word '.repeat(121).trim();
    expect(problemOf({ stayed, question: 'Why?' }, 'partner')).toContain(
      `has room for 500 characters, and this has ${stayed.length}`,
    );
    expect(problemOf({ stayed: `${'a'.repeat(499)}.  `, question: 'Why?' }, 'partner')).toBeUndefined();
  });

  test('words stand for what they say, and what is none of them rates nothing', () => {
    const parsed = parseListeningForm(
      {
        stayed: 'This.',
        'step-context': 'Heard clearly',
        'step-failure': 'so-so',
        'step-nowhere': 'clearly',
      },
      guide,
      'own',
    );
    expect(parsed).toEqual({ card: { steps: { context: 'clearly' }, stayed: 'This.', effects: [] } });
  });
});

test('whatever comes back is a card that can be kept, or a problem', () => {
  const guide = GUIDES[0] as Guide;
  const key = fc.constantFrom('stayed', 'question', 'effects', ...guide.steps.map(({ id }) => `step-${id}`));
  const value = fc.oneof(fc.string(), fc.constantFrom('clearly', 'notHeard', '1-2', 'x'.repeat(501)));
  fc.assert(
    fc.property(
      fc.dictionary(key, value),
      fc.constantFrom<FormBy>('partner', 'own', 'observer'),
      (values, by) => {
        const parsed = parseListeningForm(values, guide, by);
        if ('problem' in parsed) expect(parsed.problem).not.toBe('');
        else expect(ListeningCardSchema.safeParse(parsed.card).error).toBeUndefined();
      },
    ),
    { numRuns: 100 },
  );
});

function inputsOf({ blocks }: Card): Input[] {
  return blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
}

/** The form as a platform sends it back when it says what the card says. */
function filled(form: Card, card: ListeningCard, { pitfalls }: Guide): Record<string, string> {
  const effects = pitfalls.flatMap(({ id }, index) => (card.effects.includes(id) ? [`${index + 1}`] : []));
  const said: Record<string, string | undefined> = {
    ...Object.fromEntries(Object.entries(card.steps).map(([id, heard]) => [`step-${id}`, heard])),
    stayed: card.stayed,
    question: card.question,
    effects: effects.join('-'),
  };
  return Object.fromEntries(
    inputsOf(form).flatMap(({ id }) => (said[id] === undefined ? [] : [[id, said[id]]])),
  );
}
