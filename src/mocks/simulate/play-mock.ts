import type { Card } from '../../card/card.ts';
import { advanceMock } from '../advance-mock.ts';
import { nextWake } from '../dues.ts';
import { isBy } from '../instants.ts';
import { type Met, withMeetings } from '../meeting.ts';
import type { Mock } from '../mock.ts';
import type { MockEffect, MockEvent, MockGrounds } from '../mock-event.ts';
import { peopleOf } from '../people.ts';

/** What somebody does at an instant: an event, or none where what they would do makes no sense as things are. */
export interface Act {
  readonly at: string;
  readonly does: (mock: Mock) => MockEvent | undefined;
}

/** What was shown, where, and when. `to`: people's ids; none for the channel. */
export interface Seen {
  readonly at: string;
  readonly where: 'channel' | 'group' | 'alone';
  readonly group?: number;
  readonly to: readonly string[];
  readonly what:
    | { readonly kind: 'card'; readonly card: Card; readonly isChange: boolean }
    | { readonly kind: 'calendar'; readonly status: 'confirmed' | 'cancelled'; readonly sequence: number };
}

export interface Played {
  readonly mock: Mock;
  readonly seen: readonly Seen[];
  readonly met: Met;
}

/**
 * Plays a session to its end, or as far as it goes by itself and by the acts: the clock jumps from one instant at which
 * something happens to the next. `react`: what the world answers to an effect at once, such as the coach's card of a
 * typed answer.
 */
export function playMock(
  start: Mock,
  acts: readonly Act[],
  grounds: Omit<MockGrounds, 'at'>,
  react: (effect: MockEffect, mock: Mock) => MockEvent | undefined = () => undefined,
): Played {
  const ahead = acts.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const seen: Seen[] = [];
  let mock = start;
  let met = grounds.met;

  function happened(event: MockEvent, at: string): void {
    const turn = advanceMock(mock, event, { ...grounds, at });
    mock = turn.mock;
    for (const effect of turn.effects) {
      seen.push(...seenOf(effect, mock, at));
      if (effect.type === 'met') met = withMeetings(met, effect.groups);
      const answer = react(effect, mock);
      if (answer !== undefined) happened(answer, at);
    }
  }

  for (;;) {
    const wake = nextWake(mock);
    const [act] = ahead;
    if (act !== undefined && (wake === undefined || isBy(act.at, wake))) {
      ahead.shift();
      const event = act.does(mock);
      if (event !== undefined) happened(event, act.at);
    } else if (wake !== undefined) happened({ type: 'woke' }, wake);
    else return { mock, seen, met };
  }
}

function seenOf(effect: MockEffect, mock: Mock, at: string): Seen[] {
  switch (effect.type) {
    case 'post':
    case 'repost':
      return [{ at, where: 'channel', to: [], what: shown(effect.card, effect.type === 'repost') }];
    case 'tell':
      return [{ at, where: 'alone', to: [effect.to], what: shown(effect.card, false) }];
    case 'gather':
      return [
        { at, where: 'group', group: effect.group, to: effect.people, what: shown(effect.card, false) },
      ];
    case 'sayIn': {
      const group = mock.groups.find(({ no }) => no === effect.group);
      const to = group === undefined ? [] : peopleOf(group);
      return [{ at, where: 'group', group: effect.group, to, what: shown(effect.card, false) }];
    }
    case 'calendar': {
      const { to, entry } = effect;
      const { status, sequence } = entry;
      return [{ at, where: 'alone', to: [to], what: { kind: 'calendar', status, sequence } }];
    }
    case 'event':
    case 'critique':
    case 'met':
      return [];
  }
}

function shown(card: Card, isChange: boolean): Seen['what'] {
  return { kind: 'card', card, isChange };
}
