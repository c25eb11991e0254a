import { type Card, CardSchema } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { parseConfig } from '../../src/config.ts';
import { open } from '../../src/store/keyring.ts';
import { outboxSeal } from '../../src/store/names.ts';
import { openStore } from '../../src/store/open-store.ts';
import { countWords } from '../../src/text/words.ts';

/** Every card the coach showed in this home, by its effect's key and in order, from the database that the practice ran on. */
export async function shownCards(home: string): Promise<Map<string, Card>> {
  const store = await openStore(parseConfig({ COACH_HOME: home }), () => undefined);
  try {
    const { rows } = await store.pool.query(
      `SELECT o.key, o.body, o.person_id, p.ring_key, p.wrapped_key FROM outbox o JOIN people p ON p.id = o.person_id
       WHERE o.performer = 'terminal' AND o.kind = 'say' AND o.state = 'done' AND o.ref IS DISTINCT FROM 'superseded' ORDER BY o.id`,
    );
    return new Map(
      rows.map((row) => {
        const dataKey = store.ring.unwrap(row.person_id, row.ring_key, row.wrapped_key);
        return [row.key, CardSchema.parse(JSON.parse(open(dataKey, row.body, outboxSeal(row.key))))];
      }),
    );
  } finally {
    await store.close();
  }
}

export interface Counts {
  readonly messages: number;
  /** Of the coach's own: quotes, drafts, samples and the words in brackets are not counted. */
  readonly words: number;
}

export function countsOf(cards: readonly Card[]): Counts {
  return {
    messages: cards.length,
    words: cards.reduce((sum, card) => sum + countWords(coachWords(card)), 0),
  };
}

/** Where the first critique stands among the cards; undefined where there is none. */
export function firstCritique(cards: readonly Card[]): number | undefined {
  const at = cards.findIndex((card) =>
    card.blocks.some(
      (block) => block.kind === 'fields' && block.fields.some(({ label }) => label === 'STEPS'),
    ),
  );
  return at === -1 ? undefined : at;
}
