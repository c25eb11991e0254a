import { isCritique } from '../critique/critique.ts';
import type { Guide } from '../guide/guide.ts';
import { coachCard } from '../mocks/coach-card.ts';
import type { ListeningCard } from '../mocks/listening-card.ts';
import type { Mock } from '../mocks/mock.ts';
import type { MockEffect, MockEvent } from '../mocks/mock-event.ts';
import { scriptedAnswers } from '../mocks/simulate/simulated-team.ts';
import type { App } from './app.ts';

/** The offline critic's cards of what scripted people type, as a simulated session asks for them. */
export async function coachCards(
  app: App,
  guide: Guide,
): Promise<(effect: MockEffect, mock: Mock) => MockEvent | undefined> {
  const cards = new Map<string, ListeningCard>();
  const pitfalls = guide.pitfalls.map(({ id }) => id);
  for (const text of scriptedAnswers()) {
    const { judgement } = await app.critique(text, undefined, 'rubric');
    if (judgement !== undefined && isCritique(judgement)) cards.set(text, coachCard(judgement, pitfalls));
  }
  return (effect, mock) => {
    if (effect.type !== 'critique') return undefined;
    const typed = mock.words.find(
      ({ candidate, group, turn }) =>
        candidate === effect.candidate && group === effect.group && turn === effect.turn,
    );
    const card = cards.get(typed?.text ?? '');
    return card === undefined
      ? undefined
      : { type: 'critiqued', candidate: effect.candidate, group: effect.group, turn: effect.turn, card };
  };
}
