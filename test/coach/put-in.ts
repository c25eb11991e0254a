import { randomUUID } from 'node:crypto';
import { type Card, text } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { OutboxRow } from '../../src/store/outbox.ts';
import { createPerson } from '../../src/store/people.ts';
import { openTurn } from '../../src/store/turn.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { placeKey } from '../../src/who/place.ts';
import type { PlayedPlatform, World } from '../support/practice.ts';

export function cardSaying(words: string): Card {
  return { v: 1, blocks: [text(words)], buttons: [], asks: 'nothing' };
}

interface How {
  /** In whose name the rows go in. None: they wait for whoever has the role. */
  readonly holder?: string;
  readonly supersede?: boolean;
}

/** One committed turn that says these cards, as the coach commits it. Nothing is performed yet. */
export async function putIn(
  world: World,
  person: PersonRef,
  words: readonly string[],
  how: How = {},
): Promise<readonly OutboxRow[]> {
  await createPerson(world.db, world.ring, person, { externalId: person.scope });
  const place = placeKey({ platform: person.platform, channel: person.userId });
  const opened = await openTurn(world.pool, world.ring, person, randomUUID(), { place });
  if (opened.found !== 'turn') throw new Error(opened.found);
  return opened.turn.commit({
    place,
    sessions: [],
    effects: words.map((word) => {
      const effect: Effect = { type: 'say', card: cardSaying(word) };
      return { key: `e-${randomUUID()}`, effect, performer: person.platform };
    }),
    now: world.now(),
    local: new Set(how.holder === undefined ? [] : [person.platform]),
    holder: how.holder ?? '',
    supersede: how.supersede ?? false,
  });
}

/** A turn of this very process: committed, and handed to its deliverer. */
export async function sayNow(world: World, person: PersonRef, ...words: string[]): Promise<void> {
  const rows = await putIn(world, person, words, { holder: world.presence.holder });
  await world.system.deliverer.performSent(rows);
}

/** What a person was shown, in order. */
export function shownTo(platform: PlayedPlatform, person: PersonRef): string[] {
  return platform.shown
    .filter((shown) => shown.person.userId === person.userId)
    .map((shown) => fallbackText(shown.card));
}

/** A promise somebody else resolves. */
export function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** A clock that stands until a test sets it forward. */
export function movingClock(): { readonly now: () => Date; forward: (ms: number) => void } {
  let at = Date.now();
  return {
    now: () => new Date(at),
    forward: (ms) => {
      at += ms;
    },
  };
}
