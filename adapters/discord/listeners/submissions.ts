import type { Handled } from '../../../src/coach/coach.ts';
import { isTeamAction } from '../../../src/coach/teams/team-action.ts';
import { standingCard } from '../../../src/conversation/standing.ts';
import { codeOf } from '../../../src/errors.ts';
import { whenWords } from '../../../src/reminders/when-form.ts';
import { after } from '../after.ts';
import { readFiles } from '../api/read-file.ts';
import type { Desk } from '../desk.ts';
import { withFileTexts } from '../receive/files.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { FOR_PLAN } from '../render/card-buttons.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { noteOf, touched } from '../render/prefills.ts';
import { renderCard } from '../render/render.ts';
import { EVERY_OTHER } from '../render/when-modal.ts';
import { answered, deferAlone, deferUpdate, faultLine, followUpAlone } from './answering.ts';
import { happens, personOf } from './happens.ts';
import { PRACTICE_DELETED, practiceDeleted } from './practice-deleted.ts';
import { remindText } from './remind-text.ts';
import { previewed } from './sharing.ts';
import { takeTeamForm } from './team-submissions.ts';
import { toTalk } from './where-it-goes-on.ts';
import { decodeNote } from './write-form.ts';

type Form = InteractionOf<'modal'>;

/** Without an answer in three seconds Discord keeps the form open with all its words. */
const STORED_WITHIN_MS = 2_000;

/**
 * A form was sent. Commit first: until what is in it is stored, Discord keeps the words in the form. What takes longer
 * than two seconds is deferred and goes on; if it comes to nothing, the person gets their words back.
 */
export async function takeSubmission(desk: Desk, i: Form): Promise<void> {
  if (i.customId.userId !== i.userId) return;
  if (i.customId.action === 'share') return previewed(desk, i);
  if (isTeamAction(i.customId.action)) return takeTeamForm(desk, i);
  const stored = store(desk, i);
  const first = await Promise.race([
    stored.then(
      (handled) => ({ handled }),
      (error: unknown) => ({ error }),
    ),
    after(STORED_WITHIN_MS),
  ]);
  if (first !== undefined && 'error' in first) {
    // Unanswered, the form stays open and says that it did not work.
    desk.log('discord-form-not-stored', { code: codeOf(first.error) });
    return;
  }
  const deferred = i.messageId === undefined ? deferAlone(desk, i) : deferUpdate(desk, i);
  const work = () =>
    stored
      .then((known) => followed(desk, i, known))
      .catch(async (error: unknown) => {
        await givenBack(desk, i, faultLine(desk, error), wordsOf(i));
        return [];
      });
  await answered(desk, i, deferred, work, followUpAlone);
}

/** What the person is told beside what the coach says in the conversation. */
async function followed(
  desk: Desk,
  i: Form,
  { handled, left, unused }: Stored,
): Promise<readonly DiscordMessage[]> {
  if (unused !== undefined) {
    await givenBack(desk, i, left.join(' '), unused);
    return [];
  }
  const beside = left.length === 0 ? [] : [coachLines([left.join(' ')])];
  if (handled?.reply !== undefined)
    return [...beside, ...renderCard(handled.reply, { userId: i.userId, writesInForm: i.isEphemeral })];
  if (handled?.outcome === 'gone') return [...beside, practiceDeleted()];
  if (handled === undefined || !i.isEphemeral) return beside;
  return [...beside, ...(await toTalk(desk, handled, 'Saved. It goes on here:'))];
}

interface Stored {
  /** Undefined where there was nothing to store. */
  readonly handled: Handled | undefined;
  /** What the person is told beside it. */
  readonly left: readonly string[];
  /** What was written and could not be used: they get it back. */
  readonly unused?: string;
}

async function store(desk: Desk, i: Form): Promise<Stored> {
  const { action, sessionId, turn } = i.customId;
  const common = { ...(sessionId === undefined ? {} : { sessionId }), stamp: i.stamp };
  switch (action) {
    case 'answers': {
      const looked =
        sessionId === undefined ? undefined : await desk.world.looks.practice(personOf(i), sessionId);
      const values = looked === undefined ? i.values : touched(looked.guide, i.values, i.customId.note);
      return { handled: await happens(desk, i, { type: 'filled', action, values, ...common }), left: [] };
    }
    case 'ratings': {
      const what = { type: 'filled', action: 'rate', values: i.values, ...common } as const;
      return {
        handled: await happens(desk, i, { ...what, ...(turn === undefined ? {} : { turn }) }),
        left: [],
      };
    }
    case 'when':
      return { handled: await whenPicked(desk, i), left: [] };
    case 'write':
      return written(desk, i);
    default:
      return { handled: undefined, left: [] };
  }
}

/** When to remind, as if its words had been typed where the form's button stood: they are repeated before they count. */
function whenPicked(desk: Desk, i: Form): Promise<Handled> {
  const { days = '', often, time = '', zone } = i.values;
  const when = whenWords({ days, isEveryOther: often === EVERY_OTHER, time });
  const text = remindText({ when, zone });
  const what = { type: 'said', messageId: `form-${i.id}`, stamp: i.stamp, text, ends: 'now' } as const;
  return happens(desk, i, what, i.isEphemeral ? { at: 'large', repliesAlone: true } : {});
}

/** An answer to the question that stood when the form was opened. */
async function written(desk: Desk, i: Form): Promise<Stored> {
  const { texts, unread } = await readFiles(i.files, { apiUrl: desk.apiUrl });
  const text = withFileTexts(i.values.text ?? '', texts);
  const left =
    unread.length === 0 ? [] : [`I can read text files only, so I left this out: ${unread.join(', ')}.`];
  const { sessionId, turn, note } = i.customId;
  const messageId = `form-${i.id}`;
  const inForm = { type: 'said', messageId, stamp: i.stamp, text, ends: 'now', inForm: true } as const;
  if (note === FOR_PLAN) return { handled: await happens(desk, i, { ...inForm, toPlan: true }), left };
  const looked =
    sessionId === undefined ? undefined : await desk.world.looks.practice(personOf(i), sessionId);
  if (looked === undefined || sessionId === undefined)
    return { handled: undefined, left: [PRACTICE_DELETED], unused: text };
  const { session, guide } = looked;
  const about = decodeNote(note);
  const step = about === undefined ? undefined : guide.steps[about.step - 1]?.id;
  const isMoved = turn !== undefined && session.askedTurn > turn;
  if (about?.filled !== undefined && about.filled === noteOf(text)) {
    // Sent as it was filled in: it is kept, and the talk goes on.
    const next = {
      type: 'pressed',
      action: 'next',
      sessionId,
      ...(turn === undefined ? {} : { turn }),
    } as const;
    return { handled: await happens(desk, i, next), left };
  }
  if (step !== undefined && (isMoved || about?.filled !== undefined)) {
    const what = {
      type: 'filled',
      action: 'answers',
      values: { [step]: text },
      sessionId,
      stamp: i.stamp,
    } as const;
    return { handled: await happens(desk, i, what), left };
  }
  if (isMoved && standingCard(session, guide).asks !== 'nothing')
    return { handled: undefined, left: [...left, MOVED_ON], unused: text };
  return { handled: await happens(desk, i, inForm), left };
}

const MOVED_ON = 'The question has moved on since you opened that form, so I did not use this.';

/** What was written and is not stored comes back as a file that only the person sees. */
async function givenBack(desk: Desk, i: Form, why: string, words: string): Promise<void> {
  const data = Buffer.from(words, 'utf8');
  const isEmpty = words.trim() === '';
  const lines = isEmpty ? [[why]] : [[why], ['Here is what you wrote in the form, so that you have it.']];
  await followUpAlone(desk, i, [coachLines(...lines)], isEmpty ? [] : [{ name: 'your-words.txt', data }]);
}

function wordsOf({ values }: Form): string {
  return Object.values(values)
    .filter((value) => value.trim() !== '')
    .join('\n\n');
}
