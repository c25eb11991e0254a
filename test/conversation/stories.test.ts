import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/card/card.ts';
import { plainRuns } from '../../src/card/fallback.ts';
import { historyCard, type PastPractice, practiceCard } from '../../src/conversation/cards/history-cards.ts';
import { storiesCard, type ToldStory } from '../../src/conversation/cards/stories-card.ts';
import { commandOfAction, parseCommand } from '../../src/conversation/commands.ts';
import { joined } from '../../src/conversation/part.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { atCritique, atFirstStep, beginPractice, type Practice, STORY } from './practice.ts';

const HARD = 'My father died that week and I could not go on.';

function past(practice: Practice, number = 1): PastPractice {
  const { session, guide } = practice;
  const made = session.critique;
  const critiques = made === undefined ? [] : [{ draftNo: made.draftNo, critique: made.critique }];
  return { number, day: '3 March 2026', session, guide, critiques };
}

function story(practice: Practice, number: number, role?: string): ToldStory {
  const { doubts } = read(joined(practice.session.failure), practice.guide, loadLanguage(), { role });
  return { practices: [past(practice, number)], doubts };
}

const plain = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks
    .filter(({ kind }) => kind !== 'menu')
    .map((block) => {
      if (block.kind === 'text') return plainRuns(block.runs);
      if (block.kind === 'list') return block.items.map(plainRuns).join('\n');
      if (block.kind === 'fields')
        return block.fields
          .map(({ label, lines }) => `${label}: ${lines.map(plainRuns).join(' ')}`)
          .join('\n');
      return block.kind === 'passage' ? block.text : '';
    })
    .join('\n');

describe('history', () => {
  test('lists past practices, the newest first, each with its day, its result and their words', () => {
    const shown = plain(historyCard([past(atFirstStep(), 1), past(atCritique(), 2)]));
    expect(shown.indexOf('2. 3 March 2026')).toBeLessThan(shown.indexOf('1. 3 March 2026'));
    expect(shown).toMatch(/2\. 3 March 2026, [45] of 5 steps clear: "I agreed the room/);
    expect(shown).toMatch(/1\. 3 March 2026, open at 1 of 5, Context: "I agreed the room/);
    expect(shown).toContain('Type show 2 to open one.');
  });

  test('of nobody says how long the first practice takes', () => {
    expect(plain(historyCard([]))).toBe('No practice yet. The first one takes about 12 minutes.');
  });

  test('shows ten at a time, and leads to the older and the newer ones', () => {
    const pasts = Array.from({ length: 23 }, (_, index) => past(atCritique(), index + 1));
    const pageOf = (asked?: number) => {
      const { blocks, buttons = [] } = historyCard(pasts, asked);
      const listed = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(plainRuns) : []));
      return {
        first: Number.parseInt(listed[0] ?? '', 10),
        count: listed.length,
        to: buttons.map(({ action, label }) => `${label} ${action}`),
      };
    };
    const newest = { first: 23, count: 10, to: ['Older history:2'] };
    expect(pageOf()).toEqual(newest);
    expect(pageOf(0)).toEqual(newest);
    expect(pageOf(2)).toEqual({ first: 13, count: 10, to: ['Older history:3', 'Newer history:1'] });
    const oldest = { first: 3, count: 3, to: ['Newer history:2'] };
    expect(pageOf(3)).toEqual(oldest);
    expect(pageOf(99)).toEqual(oldest);
    expect(plain(historyCard(pasts, 2))).toContain('Your practices, page 2 of 3:');
    expect(plain(historyCard(pasts, 2))).toContain('Type show 13 to open one.');
  });

  test.each([
    ['history', undefined],
    ['History 2!', 2],
  ])('"%s" asks for it', (typed, page) => {
    const { guide } = beginPractice();
    expect(parseCommand(typed, guide)).toEqual({ name: 'history', page });
    expect(commandOfAction(typed.toLowerCase().replace(' ', ':').replace('!', ''), guide)).toEqual({
      name: 'history',
      page,
    });
    expect(parseCommand('history of our team', guide)).toBeUndefined();
  });

  test('names a story of distress as private, and quotes nothing of it', () => {
    const hard = atFirstStep().says(HARD);
    for (const practice of [hard, atFirstStep().says(HARD).says('go on')]) {
      const shown = plain(historyCard([past(practice)]));
      expect(shown).toContain('not scored: a private story');
      expect(shown).not.toContain('I agreed');
      expect(shown).not.toContain('father');
    }
  });
});

describe('show N', () => {
  test('opens one: what it was for, what was written, what was said of it and who said it', () => {
    const practice = atCritique();
    const shown = plain(practiceCard(past(practice, 2)));
    expect(shown).toContain('"event manager"');
    expect(shown).toContain(STORY.lesson);
    expect(shown).toContain(practice.session.critique?.critique.line);
    expect(shown).toMatch(/Judged by the offline critic, version \d+, one draft\./);
    expect(shown).toContain('To go on with it, type resume 2.');
  });

  test('shows the runs aloud', () => {
    const practice = atCritique().says('aloud').says('90').later(62_000).says('done').says('1 2 4');
    expect(plain(practiceCard(past(practice)))).toContain('Said aloud: 62 seconds, 3 of 5 steps.');
  });

  test('of a story of distress shows no word, rating or run of it', () => {
    const practice = atCritique().says('redo 2').says(HARD).says('go on');
    const shown = plain(practiceCard({ ...past(atCritique()), session: practice.session }));
    expect(shown).toBe(
      'Practice 1, 3 March 2026: a private story, not scored.\nAll of it is kept for you. To go on with it, type resume 1.',
    );
  });
});

describe('stories', () => {
  const told = (words: string) => beginPractice().says('story').says('skip').says(words);
  const late = 'I am always late, my last two chiefs both complained about it.';

  test('lists them with their words and practices', () => {
    const shown = plain(
      storiesCard([story(atCritique(), 2), story(told('I sent the wrong price list.'), 1)], undefined),
    );
    expect(shown).toContain('"I agreed the room for our customer day by phone and never got it in writing."');
    expect(shown).toContain('"I sent the wrong price list."');
    expect(shown).toContain('one practice');
  });

  test('says which one fits a named role', () => {
    const role = 'train dispatcher';
    const shown = plain(storiesCard([story(atCritique(), 2, role), story(told(late), 1, role)], role));
    expect(shown).toMatch(/never got it in writing\.": it fits/);
    expect(shown).toMatch(/complained about it\.": it touches /);
  });

  test('says of a role it does not know that it does not', () => {
    const shown = plain(storiesCard([story(atCritique(), 2)], 'falconer'));
    expect(shown).toContain('I do not know that role well, so I can only go by the story.');
  });

  test('of distress are private, whatever the role', () => {
    const shown = plain(storiesCard([story(atFirstStep().says(HARD).says('go on'), 1)], 'accountant'));
    expect(shown).toContain('a private story: one practice, not scored');
    expect(shown).not.toContain('I agreed');
  });

  test('of nobody say how to make one', () => {
    expect(plain(storiesCard([], undefined))).toContain('No story yet.');
  });
});
