import { type Block, type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { ListeningCard } from '../listening-card.ts';
import { effectsOf, heardWords } from './listening-words.ts';
import { mockCard } from './mock-card.ts';

/** What somebody wrote and is not kept comes back to them in full: nothing that was written is lost. */

/** The cards of that telling are open: what both have seen stays as it is. */
export function alreadyOpenCard(card: ListeningCard, guide: Guide): Card {
  return mockCard([
    text('The cards of this answer are open, and what both of you have seen stays as it is.'),
    text('I have not sent this one. Here it is: you can say it to your partner yourself.'),
    ...wordsOfCard(card, guide),
  ]);
}

/** They are not in that telling any more: another took their place. */
export function notInTellingCard(card: ListeningCard, guide: Guide): Card {
  return mockCard([
    text('Others listen to this answer, so I have not sent your card. Here it is, to copy:'),
    ...wordsOfCard(card, guide),
  ]);
}

/** Whoever gave that answer had everything about them deleted. */
export function answererGoneCard(card: ListeningCard, guide: Guide): Card {
  return mockCard([
    text('Whoever gave this answer is not here any more, so I have not sent your card. Here it is, to copy:'),
    ...wordsOfCard(card, guide),
  ]);
}

/** The form was opened while another answered. */
export function otherAnswersCard(card: ListeningCard, guide: Guide): Card {
  return mockCard([
    text(
      'Somebody else answers in that place now, so I have not sent your card: it was about who was there before.',
    ),
    text('Here it is, to copy. For the answer that is told now, open the form again.'),
    ...wordsOfCard(card, guide),
  ]);
}

/** A card as they filled it in. */
export function wordsOfCard({ steps, stayed, question, effects }: ListeningCard, guide: Guide): Block[] {
  const fields = guide.steps.flatMap(({ id, name }) => {
    const heard = steps[id];
    return heard === undefined ? [] : [{ label: name, lines: [[heardWords(heard, false)]] }];
  });
  const did = effectsOf(effects, guide);
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
    ...(stayed === undefined ? [] : [passage('What stayed with you', stayed)]),
    ...(question === undefined ? [] : [passage('Your question', question)]),
    ...(did.length === 0 ? [] : [{ kind: 'list', items: did.map((words) => [words]) } as const]),
  ];
}

function passage(title: string, words: string): Block {
  return { kind: 'passage', title, text: words, by: 'person' };
}
