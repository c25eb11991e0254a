import type { AckFn, RespondArguments } from '@slack/bolt';
import type { Card } from '../../../src/card/card.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { eraseCard } from '../../../src/conversation/cards/erase-card.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Desk } from '../desk.ts';
import type { SlashIn } from '../receive/slash-event.ts';
import { slashIn } from '../receive/slash-event.ts';
import { type SlashAsked, slashAsked } from '../receive/slash-words.ts';
import { calledIn } from '../receive/team-payload.ts';
import { renderCard } from '../render/render.ts';
import { withinAck } from '../transport/within-ack.ts';
import { aboutReminders, toTalk } from './about-reminders.ts';
import { happensAtLarge } from './at-large.ts';
import { slashHelp } from './slash-help.ts';
import { teamAsked } from './team-slash.ts';
import { type Ephemeral, ephemeral, fault, line, type Respond, tellAlone } from './told-alone.ts';
import { appLink } from './where-it-goes-on.ts';
import { zoneToLook } from './zone-of.ts';

type Ack = AckFn<string | RespondArguments>;

/** A response URL takes five posts. */
const MOST_POSTS = 5;

/** `/practice-failure`, and the words after it. Answers the person alone, within Slack's three seconds. */
export async function takeSlash(desk: Desk, body: unknown, ack: Ack, respond: Respond): Promise<void> {
  const slash = slashIn(body);
  if (slash === undefined) return ack(line('I could not read that. Please try again.'));
  const appId = (body as { api_app_id?: string }).api_app_id;
  const work = answersTo(desk, slash, slashAsked(slash.text), appLink(appId, slash.person), calledIn(body));
  let acknowledged = false;
  try {
    const within = await withinAck<readonly Ephemeral[], Ephemeral>(ack, work, {
      // Nothing is said where a form was opened.
      inTime: ([first]) => first,
      late: line('One moment.'),
    });
    acknowledged = true;
    const rest = within.when === 'in-time' ? within.value.slice(1) : await within.work;
    for (const message of rest.slice(0, MOST_POSTS)) await tellAlone(desk, respond, message);
  } catch (error) {
    const told = fault(desk, error);
    // A second acknowledgement is let fall without a word.
    if (acknowledged) await tellAlone(desk, respond, told);
    else await ack(told).catch(() => tellAlone(desk, respond, told));
  }
}

async function answersTo(
  desk: Desk,
  slash: SlashIn,
  asked: SlashAsked,
  app: string | undefined,
  called: string | undefined,
): Promise<readonly Ephemeral[]> {
  switch (asked.does) {
    case 'start': {
      const handled = await happensAtLarge(desk, slash, { type: 'pressed', action: 'start' });
      return [await toTalk(desk, handled, app, 'Your practice is open, just for you: ')];
    }
    case 'view': {
      if (asked.word === 'help') return slashHelp(slash.command);
      const card = await shownFor(desk, asked.command, slash.person);
      if (card === undefined) return slashHelp(slash.command);
      return [...renderCard(card, slash.person).map(ephemeral), ...notHere(slash)];
    }
    case 'turn':
      return turnAsked(desk, slash, asked.text, app);
    case 'remind':
      return reminded(desk, slash, asked.text, app);
    case 'erase':
      return renderCard({ v: 1, ...eraseCard('nothing', howTo(slash.command)) }, slash.person).map(ephemeral);
    case 'team':
      return teamAsked(desk, slash, asked.text, called, app);
    case 'unknown':
      return [
        line(
          asked.guess === undefined
            ? `I don't know "${asked.typed}". Here is what I do know:`
            : `I don't know "${asked.typed}". Did you mean ${slash.command} ${asked.guess}?`,
        ),
        ...slashHelp(slash.command),
      ];
  }
}

async function shownFor(desk: Desk, words: string, person: PersonRef): Promise<Card | undefined> {
  return desk.world.looks.card(words, person, await zoneToLook(desk, words, person));
}

/** A word alone would be a message to everybody here. */
function notHere({ command, channel }: SlashIn): Ephemeral[] {
  if (channel?.startsWith('D') === true) return [];
  return [line(`To use one of these words here, put ${command} before it: then nobody else reads it.`)];
}

function howTo(command: string): { copy: string; goOn: string } {
  return { copy: `type ${command} export`, goOn: 'press Delete everything.' };
}

/** Something that acts, as if it were typed. Settings are answered here; for the rest the talk is where it is seen. */
async function turnAsked(
  desk: Desk,
  slash: SlashIn,
  text: string,
  app: string | undefined,
): Promise<readonly Ephemeral[]> {
  const isSetting = text.startsWith('settings');
  const what: Happening = {
    type: 'said',
    messageId: slash.eventId,
    stamp: String(desk.now()),
    text,
    ends: 'now',
  };
  const handled = await happensAtLarge(desk, slash, what, isSetting ? { unsaid: true } : {});
  if (isSetting) {
    const card = await desk.world.looks.card('settings', slash.person);
    return card === undefined ? [line('Changed.')] : renderCard(card, slash.person).map(ephemeral);
  }
  return [
    await toTalk(
      desk,
      handled,
      app,
      text === 'export' ? 'I put your files into our messages: ' : 'It is in our messages: ',
    ),
  ];
}

/** What is said of their reminders is said here, to them alone; what is set is said where the reminders come. */
async function reminded(
  desk: Desk,
  slash: SlashIn,
  text: string,
  app: string | undefined,
): Promise<readonly Ephemeral[]> {
  const stamp = String(desk.now());
  const what: Happening = { type: 'said', messageId: slash.eventId, stamp, text, ends: 'now' };
  const handled = await happensAtLarge(desk, slash, what, { repliesAlone: true });
  return [
    ...(await aboutReminders(desk, slash.person, handled, app)),
    ...(handled.reply !== undefined && namesWords(handled.reply) ? notHere(slash) : []),
  ];
}

/** It says what could be typed. */
function namesWords({ blocks }: Card): boolean {
  return /\btype\b|: remind\b/iu.test(JSON.stringify(blocks));
}
