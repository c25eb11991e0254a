import { type Block, type Button, type Card, type Runs, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { joined } from '../people.ts';
import { CHOOSING, mockButton, mockCard, questionLines } from './mock-card.ts';
import { plainTitle } from './names.ts';
import { twistName, twistSentence } from './twist-words.ts';
import { lengthWords, momentIn, momentShown, nextSentence } from './when-words.ts';

const HOW = 'Practise one interview question together: one asks, one answers, then you swap.';
const WHO_HEARS =
  'Only the one or two people you practise with hear it. Whoever organises this sees nothing of it, unless they practise with you.';

/**
 * The invitation in the channel, as the session is now: it takes the place of what was there before. How many joined is a
 * count; who did not is neither counted nor named. `reader`: who alone reads it; none: the channel.
 */
export function announcementCard(mock: Mock, reader?: Pick<Member, 'zone'>): Card {
  const over = overLines(mock);
  if (over !== undefined)
    return mockCard([{ kind: 'fields', fields: whatAndWhen(mock) }, ...over.map((line) => text(...line))]);
  if (mock.stage === 'running') return runningCard(mock);
  return mockCard(
    [
      text(HOW),
      ...questionLines(mock),
      ...(mock.sequence > 0 ? [text('The time has changed.')] : []),
      details(mock, reader),
      text(CHOOSING),
      text(WHO_HEARS),
    ],
    [
      mockButton(mock, 'join', 'Join', 'primary'),
      mockButton(mock, 'not-this', 'Not this time'),
      mockButton(mock, 'observe', 'Observe'),
    ],
  );
}

function runningCard(mock: Mock): Card {
  const isLive = mock.mode.kind === 'live';
  const late: Button[] = isLive ? [mockButton(mock, 'join', 'Join late')] : [];
  const line = isLive ? 'It has begun. You can still join.' : 'It has begun, and the pairs are at it.';
  return mockCard([details(mock), text(line)], late);
}

function details(mock: Mock, reader?: Pick<Member, 'zone'>): Block {
  const count = joined(mock).length;
  return {
    kind: 'fields',
    fields: [
      ...whatAndWhen(mock, reader),
      { label: 'How long', lines: [[lengthWords(mock)]] },
      { label: 'This time', lines: [[twistName(mock.twist)], [twistSentence(mock.twist)]] },
      ...(count === 0 ? [] : [{ label: 'Joined', lines: [[`${count} so far`]] }]),
    ],
  };
}

function whatAndWhen(
  { title, startsAt, zone }: Mock,
  reader?: Pick<Member, 'zone'>,
): { label: string; lines: Runs[] }[] {
  const own = reader?.zone;
  return [
    { label: 'What', lines: [[plainTitle(title)]] },
    { label: 'When', lines: [[own === undefined ? momentShown(startsAt, zone) : momentIn(startsAt, own)]] },
  ];
}

/** What is said where nothing can be joined any more; undefined where it can. */
function overLines(mock: Mock): Runs[] | undefined {
  const said = nextSentence(mock);
  const next = said.length === 0 ? [] : [said];
  switch (mock.ended) {
    case 'cancelled':
      return [['It is called off. Nobody needs to do anything.'], ...next];
    case 'skipped':
      return [['It is skipped this time. The series goes on.'], ...next];
    case 'nobody':
      return [['It does not take place this time.'], ...next];
    case 'missed':
      return [['I was away when it was due, and I am sorry. It was not held.'], ...next];
    case 'held':
      return [['It was held. Thank you for the time you gave each other.'], ...next];
    case undefined:
      if (mock.stage !== 'closing' && mock.stage !== 'over') return undefined;
      return [['It was held. Thank you for the time you gave each other.'], ...next];
  }
}
