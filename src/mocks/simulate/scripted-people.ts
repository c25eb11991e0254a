import { later, msFrom } from '../instants.ts';
import type { ListeningCard } from '../listening-card.ts';
import type { Group, Mock } from '../mock.ts';
import type { Asked, MockEvent, Pressed } from '../mock-event.ts';
import { candidateOf, groupOf, interviewerOf, whereFrom } from '../people.ts';
import { cardOf } from '../telling.ts';
import type { Act } from './play-mock.ts';

/** Somebody in a simulated session, and how they are in it. All that they write is made up. */
export interface Scripted extends Asked {
  /** How many minutes after the announcement they press Join; never: they come without. */
  readonly joinsAfter?: number;
  readonly declines?: true;
  /** When they say that they are there, in minutes from the beginning; before it where it is negative. Never: they do not come. */
  readonly comesAt?: number;
  /** When they leave, in minutes from the beginning. */
  readonly leavesAt?: number;
  /** What they type as their answer, where they do. */
  readonly types?: string;
  /** They do not send a card of themselves. */
  readonly forgetsOwn?: true;
  readonly isNamed?: true;
  readonly wantsNumbers?: true;
  /** In writing, how long they take for what is theirs to do, in hours. */
  readonly takesHours?: number;
  readonly says: { readonly stayed: string; readonly question: string };
}

const MINUTE_MS = 60_000;
/** They look so often whether there is something to do. */
const LOOKS_MS = { live: MINUTE_MS / 2, async: 60 * MINUTE_MS };

/** What scripted people do in a session that begins at `startsAt`. */
export function actsOf(people: readonly Scripted[], mock: Mock, startsAt: string): Act[] {
  return people.flatMap((one) => [
    ...(one.joinsAfter === undefined
      ? []
      : [act(later(mock.announceAt, one.joinsAfter * MINUTE_MS), presses(one, 'join'))]),
    ...(one.declines ? [act(later(mock.announceAt, MINUTE_MS), presses(one, 'not-this'))] : []),
    ...(one.comesAt === undefined
      ? []
      : [
          act(
            later(startsAt, one.comesAt * MINUTE_MS),
            presses(one, one.joinsAfter === undefined ? 'join' : 'here'),
          ),
        ]),
    ...(one.leavesAt === undefined ? [] : leaving(one, later(startsAt, one.leavesAt * MINUTE_MS))),
    ...looks(one, mock, startsAt),
  ]);
}

/** They are asked whether they mean it, and a moment later they do. */
function leaving(one: Scripted, at: string): Act[] {
  const confirms = (mock: Mock): MockEvent => ({
    ...presses(one, 'leave-now'),
    at: whereFrom(mock, one.id),
  });
  return [act(at, presses(one, 'leave')), { at: later(at, 5_000), does: confirms }];
}

function looks(one: Scripted, mock: Mock, startsAt: string): Act[] {
  const every = LOOKS_MS[mock.mode.kind];
  const lasts = msFrom(mock.startsAt, mock.endsAt) + 30 * MINUTE_MS;
  // Odd seconds: nobody acts at the very instant at which a phase ends.
  return Array.from({ length: Math.ceil(lasts / every) }, (_, index) => {
    const at = later(startsAt, index * every + 13_000);
    return { at, does: (now: Mock) => nextOf(one, now, at) };
  });
}

/** The one thing that is theirs to do now. */
function nextOf(one: Scripted, mock: Mock, at: string): MockEvent | undefined {
  const member = mock.members.find(({ id }) => id === one.id);
  const hasComeBy = member?.here === true;
  if (hasComeBy && one.wantsNumbers && !member.numbers) return presses(one, 'numbers');
  if (mock.stage === 'closing' && one.isNamed && !member?.named) return presses(one, 'name-me');
  const group = groupOf(mock, one.id);
  if (group === undefined || !isTime(one, mock, group, at)) return undefined;
  return answering(one, mock, group) ?? carding(one, mock, group);
}

/** In writing people take their time: so long before the phase would end, there is so much of it left. */
function isTime({ takesHours }: Scripted, mock: Mock, { endsAt }: Group, at: string): boolean {
  if (mock.mode.kind === 'live' || takesHours === undefined) return true;
  return (
    msFrom(mock.startsAt, at) % (24 * 60 * MINUTE_MS) >= takesHours * 60 * MINUTE_MS || msFrom(at, endsAt) < 0
  );
}

function answering(one: Scripted, mock: Mock, group: Group): MockEvent | undefined {
  if (candidateOf(group) !== one.id || group.phase !== 'answer' || one.types === undefined) return undefined;
  const mine = mock.words.find(({ candidate, group: no }) => candidate === one.id && no === group.no);
  if (mine === undefined) return { type: 'typed', by: one.id, text: one.types };
  return mine.sent ? undefined : presses(one, 'send');
}

function carding(one: Scripted, mock: Mock, group: Group): MockEvent | undefined {
  if (group.phase !== (mock.mode.kind === 'live' ? 'cards' : 'asking')) return undefined;
  const by = one.id === interviewerOf(group) ? 'partner' : one.id === candidateOf(group) ? 'own' : 'observer';
  if (by === 'own' && one.forgetsOwn) return undefined;
  if (cardOf(mock, group.no, group.turn, by) !== undefined) return undefined;
  return { type: 'carded', by: one.id, turn: group.turn, card: cardFor(one, by) };
}

/** What one hears of others, and of oneself; they differ, as they do among people. */
function cardFor({ says }: Scripted, by: 'partner' | 'own' | 'observer'): ListeningCard {
  switch (by) {
    case 'partner':
      return {
        steps: {
          context: 'clearly',
          failure: 'clearly',
          'immediate-actions': 'wantMore',
          reflections: 'clearly',
          'growth-evidence': 'wantMore',
        },
        stayed: says.stayed,
        question: says.question,
        effects: [],
      };
    case 'own':
      return {
        steps: {
          context: 'clearly',
          failure: 'wantMore',
          'immediate-actions': 'wantMore',
          reflections: 'wantMore',
          'growth-evidence': 'notHeard',
        },
        effects: [],
      };
    case 'observer':
      return { steps: {}, stayed: says.stayed, effects: [] };
  }
}

function act(at: string, event: MockEvent): Act {
  return { at, does: () => event };
}

function presses(one: Scripted, what: Pressed): Extract<MockEvent, { type: 'pressed' }> {
  return { type: 'pressed', by: asked(one), what };
}

function asked({ id, name, zone, practised }: Scripted): Asked {
  return { id, name, practised, ...(zone === undefined ? {} : { zone }) };
}
