import type { FakeAck } from '../fakes/slack/deliveries.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { isAcked } from '../support/slack-human.ts';
import type { Lives } from './lives.ts';
import { ADA, CHANNEL, OLGA, type TeamRun } from './team-run.ts';

/** What two people do in a session of their team, as people do it: what came to nothing they do again. */

/** How long a person looks at a screen on which nothing happens; and after Slack said that it did not work. */
const PATIENCE_MS = 20_000;
const AGAIN_AFTER_MS = 3_000;
const MOST_TRIES = 12;
const DAY_MS = 24 * 60 * 60_000;

const ANSWER =
  'Two years ago I agreed the room for our customer day by phone and never got it in writing. The hotel told me it was double booked. I found a smaller place the same day and rang sales myself. I learned to ask for it in writing. Last March I did that with the fair.';

export type Mode = 'live' | 'in writing';

/** Somebody schedules a series in the channel, for five days ahead: it is announced on a day of its own. */
export async function schedules(mode: Mode, life: Lives, run: TeamRun): Promise<void> {
  const olga = personIn(run, OLGA, 'Olga', life);
  const day = new Date(Date.now() + 5 * DAY_MS);
  const weekday = day.toLocaleDateString('en', { weekday: 'long', timeZone: 'Europe/Berlin' });
  const words = `team schedule every ${weekday} 15:00${mode === 'live' ? '' : ' async 2 days'}`;
  await olga.until(
    () => olga.person.slash(words, { channel: CHANNEL }),
    () => olga.reads().includes('Scheduled:'),
    'the card of the series',
  );
}

/** What is theirs to do as the session stands: each once, since what was done is seen in it. */
export async function takePart(life: Lives, run: TeamRun): Promise<void> {
  const mock = await run.session();
  const [group] = mock?.groups ?? [];
  const [olga, ada] = [personIn(run, OLGA, 'Olga', life), personIn(run, ADA, 'Ada', life)];
  const member = async (id: string) => (await run.session())?.members.find((one) => one.id === id);
  if (mock?.stage === 'invited')
    for (const one of [olga, ada]) {
      await one.presses('Join', async () => (await member(one.person.id))?.answer === 'joined');
      if (one.reads().includes('[I am here]'))
        await one.presses('I am here', async () => (await member(one.person.id))?.here === true);
    }
  // She organises it, so she answers first.
  if (group?.turn === 0 && group.phase === 'answer') {
    const isTyped = async () => (await run.session())?.words[0] !== undefined;
    await olga.fillsIn('Type my answer', { answer: ANSWER }, isTyped);
    await olga.presses('Send it', async () => (await run.session())?.words[0]?.sent === true);
  }
  if (group?.turn === 0 && group.phase === (mock?.mode.kind === 'live' ? 'cards' : 'asking')) {
    const hasCome = (by: 'own' | 'partner') => async () =>
      (await run.session())?.cards.some((card) => card.by === by) === true;
    const heard = { 'step-context': 'heard clearly' };
    await olga.fillsIn('Send my card', { ...heard, stayed: 'The call.' }, hasCome('own'));
    await ada.fillsIn(
      'Send my card',
      { ...heard, stayed: 'In writing.', question: 'Who rang?' },
      hasCome('partner'),
    );
  }
  if (mock?.stage === 'closing')
    await ada.presses('You may name me', async () => (await member(ADA))?.named === true);
}

function personIn({ slack }: TeamRun, id: string, name: string, life: Lives) {
  const person = slack.user(id, { name, tz: 'Europe/Berlin' });

  /** Does it again until what it is for is there. */
  async function until(
    act: () => Promise<FakeAck>,
    isSo: () => boolean | Promise<boolean>,
    what: string,
  ): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await life.up();
      if (await isSo()) return;
      // What is not there yet cannot be pressed yet.
      const ack = await act().catch(() => undefined);
      const patience = ack !== undefined && isAcked(ack) ? PATIENCE_MS : AGAIN_AFTER_MS;
      for (const from = performance.now(); performance.now() - from < patience; ) {
        if (await isSo()) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error(`${name} waited for ${what} in vain`);
  }

  return {
    person,
    until,
    reads: () => slack.messages(slack.dmOf(id)).map(readMessage).join('\n'),
    presses: (label: string, isSo: () => boolean | Promise<boolean>) =>
      until(() => person.presses(label), isSo, label),
    /** Opens the form by that button, and sends it. */
    fillsIn: async (
      label: string,
      values: Readonly<Record<string, string>>,
      isSo: () => Promise<boolean>,
    ) => {
      if (await isSo()) return;
      await until(
        () => person.presses(label),
        () => person.modal() !== undefined,
        `the form of ${label}`,
      );
      // It closes once what is in it is kept.
      await until(
        () => person.submits(values),
        async () => person.modal() === undefined && (await isSo()),
        `that ${label} is kept`,
      );
    },
  };
}
