import type { AckFn, ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { codeOf } from '../../../src/errors.ts';
import { RESPONSE_GOOD_FOR_MS, respondAt } from '../api/response-url.ts';
import type { Desk } from '../desk.ts';
import { errorsOf } from '../receive/form-values.ts';
import type { PressIn } from '../receive/press-event.ts';
import type { SubmissionIn } from '../receive/view-event.ts';
import { whenFilled } from '../receive/when-values.ts';
import { noticeModal } from '../render/forms.ts';
import { whenModal } from '../render/when-modal.ts';
import { slackPlace } from '../slack-place.ts';
import { withinAck } from '../transport/within-ack.ts';
import { aboutReminders } from './about-reminders.ts';
import { happensAtLarge } from './at-large.ts';
import { changeModal, openFilled } from './modals.ts';
import { offerAgain } from './open-forms.ts';
import type { Respond } from './told-alone.ts';
import { appLink } from './where-it-goes-on.ts';
import { withZone } from './zone-of.ts';

type Ack = AckFn<ViewResponseAction>;

/** Where the form's button stood: there it is answered. `url`: to answer the person alone, `until` then, in ms since 1970. */
const WhenNoteSchema = z.strictObject({
  channel: z.string().optional(),
  thread: z.string().optional(),
  url: z.string().optional(),
  until: z.number(),
});
type WhenNote = z.infer<typeof WhenNoteSchema>;

function noteOf(privateMetadata: string): WhenNote | undefined {
  try {
    return WhenNoteSchema.safeParse(JSON.parse(privateMetadata)).data;
  } catch {
    return undefined;
  }
}

/** Days, time and zone, with the zone their Slack is set to. */
export async function openWhenForm(desk: Desk, press: PressIn, respond: Respond): Promise<void> {
  const { person, channel, thread, responseUrl: url } = press;
  const note: WhenNote = {
    ...(channel === undefined ? {} : { channel }),
    ...(thread === undefined ? {} : { thread }),
    ...(url === undefined ? {} : { url }),
    until: desk.now() + RESPONSE_GOOD_FOR_MS,
  };
  const privateMetadata = JSON.stringify(note);
  const view = desk.names.zoneOf(person.userId).then((zone) => whenModal({ zone, privateMetadata }));
  if (!(await openFilled(desk, press.triggerId, view))) await offerAgain(desk, press, respond);
}

const NOT_READ = 'That did not get through. Your choices are still here: press Next again.';
const IN_MESSAGES = 'I repeat it in our direct messages. It counts once you say yes there.';
const ONE_MOMENT = 'I am reading it, and repeat it to you before it counts. You can close this.';
const NOTHING_SET = 'That did not get through, and nothing is set. Please press “Pick days and time” again.';

/** How it is answered: where its button stood in direct messages, else the person alone by `url`, else in direct messages. */
interface Way {
  readonly here?: { readonly channel: string; readonly thread: string | undefined };
  readonly url?: string;
}

function wayOf(desk: Desk, { channel, thread, url, until }: WhenNote): Way {
  if (channel?.startsWith('D') === true) return { here: { channel, thread } };
  return url === undefined || desk.now() > until ? {} : { url };
}

/** The form was sent: as if its words had been typed where its button stood, they are repeated before they count. */
export async function takeWhenForm(
  desk: Desk,
  form: SubmissionIn,
  ack: Ack,
  appId: string | undefined,
): Promise<void> {
  const note = noteOf(form.privateMetadata);
  if (note === undefined) return ack();
  const read = whenFilled(form.values);
  if (read.filled === 'some') return ack({ response_action: 'errors', errors: { ...read.errors } });
  const app = appLink(appId, form.person);
  const link = app === undefined ? undefined : { label: 'Open our messages', url: app };
  const way = wayOf(desk, note);
  const isElsewhere = way.here === undefined && way.url === undefined;
  try {
    const within = await withinAck<Handled, ViewResponseAction>(ack, typed(desk, form, read.text, way), {
      inTime: () => (isElsewhere ? instead('In our messages', IN_MESSAGES, link) : undefined),
      late: instead('One moment', isElsewhere ? IN_MESSAGES : ONE_MOMENT, link),
    });
    const handled = within.when === 'in-time' ? within.value : await orNothing(desk, form, within.work);
    if (handled?.outcome === 'done' && way.url !== undefined)
      await toldAlone(desk, form, read.text, handled, way.url, app);
  } catch (error) {
    desk.log('slack-form-not-stored', { code: codeOf(error) });
    await ack(errorsOf(['days'], NOT_READ));
  }
}

/** "One moment" stands in the form meanwhile: what failed after all is said there. */
async function orNothing(
  desk: Desk,
  form: SubmissionIn,
  work: Promise<Handled>,
): Promise<Handled | undefined> {
  try {
    return await work;
  } catch (error) {
    desk.log('slack-form-not-stored', { code: codeOf(error) });
    await changeModal(desk, form.viewId, noticeModal('Not set', [NOTHING_SET]));
    return undefined;
  }
}

/** What cannot be shown to them alone is said again in their direct messages: a question that nobody sees sets nothing. */
async function toldAlone(
  desk: Desk,
  form: SubmissionIn,
  text: string,
  handled: Handled,
  url: string,
  app: string | undefined,
): Promise<void> {
  try {
    for (const message of await aboutReminders(desk, form.person, handled, app))
      await respondAt(url, message, desk.apiUrl);
  } catch (error) {
    desk.log('slack-not-told', { code: codeOf(error) });
    await typed(desk, { ...form, hashId: `${form.hashId}-again` }, text, {}).catch((failed: unknown) =>
      desk.log('slack-form-not-stored', { code: codeOf(failed) }),
    );
  }
}

async function typed(desk: Desk, form: SubmissionIn, text: string, { here, url }: Way): Promise<Handled> {
  const { person, installation, hashId: id } = form;
  const stamp = (desk.now() / 1_000).toFixed(6);
  const what: Happening = { type: 'said', messageId: id, stamp, text, ends: 'now' };
  if (here === undefined)
    return happensAtLarge(
      desk,
      { person, installation, eventId: id },
      what,
      url === undefined ? {} : { repliesAlone: true },
    );
  const place = slackPlace(here.channel, here.thread);
  const isTop = here.thread === undefined;
  const incoming = { id, person, installation, place, pointer: true, what } as const;
  return desk.world.coach.handle(
    await withZone(desk, { ...incoming, ...(isTop ? { atLarge: true } : { atLargeIfNone: true }) }),
  );
}

function instead(title: string, words: string, link?: { label: string; url: string }): ViewResponseAction {
  return { response_action: 'update', view: noticeModal(title, [words], link) };
}
