import type { Session } from '../../src/conversation/session.ts';
import { STORY } from '../coach/told.ts';
import type { FakeMessage } from '../fakes/slack/message.ts';
import type { FakePerson, Said, SaysWhere } from '../fakes/slack/person.ts';
import type { SlackCoach } from './slack-coach.ts';

/** One person's thread with the coach, for tests in which Slack misbehaves: nothing is done that is not said. */
export interface SlackThread {
  readonly person: FakePerson;
  readonly dm: string;
  /** The `ts` of the thread's root. */
  readonly root: string;
  /** Everything the coach has in the direct message, in order. */
  cards(): FakeMessage[];
  /** The `ts` of the newest of them. */
  newest(): string;
  /** Does it, and waits until the coach has posted `more` messages (1 unless said). */
  andSees<T>(does: () => Promise<T>, more?: number): Promise<T>;
  /** Writes in the thread. */
  says(text: string, where?: SaysWhere): Promise<Said>;
  /** Presses Next, and sees the next card. */
  goesOn(): Promise<void>;
  /** Writes in the thread and presses Next: the answer is over, and the next card is there. */
  answers(text: string): Promise<Said>;
  session(): Promise<Session>;
  /** The messages that are stored as the answer to a step. */
  parts(step: string): Promise<readonly string[]>;
}

/** Somebody begins with `/practice-failure` and sees the first card. */
export async function beginsInSlack(coach: SlackCoach, id: string): Promise<SlackThread> {
  const { slack } = coach;
  const person = slack.user(id, { name: id });
  const before = slack.messages(slack.dmOf(id)).length;
  await person.slash('');
  const posted = () => slack.messages(slack.dmOf(id)).slice(before);
  await slack.until(() => posted().length >= 2, `${id} sees the first card`, PATIENCE_MS);
  return threadOf(coach, person, posted()[0]?.ts ?? '');
}

/** A thread that is there. */
export function threadOf(coach: SlackCoach, person: FakePerson, root: string): SlackThread {
  const { slack } = coach;
  const dm = slack.dmOf(person.id);
  // A picture is a message of its own, and may come a moment before or after its card.
  const cards = () =>
    slack.messages(dm).filter(({ bot_id: bot, files }) => bot !== undefined && files === undefined);
  const thread: SlackThread = {
    person,
    dm,
    root,
    cards,
    newest: () => cards().at(-1)?.ts ?? '',
    async andSees(does, more = 1) {
      const before = cards().length;
      const done = await does();
      await slack.until(() => cards().length >= before + more, `${more} more for ${person.id}`, PATIENCE_MS);
      return done;
    },
    says: (text, where = {}) => person.says(text, { thread: root, ...where }),
    async goesOn() {
      await thread.andSees(() => person.presses('press:next'));
    },
    async answers(text) {
      const said = await thread.says(text);
      await thread.goesOn();
      return said;
    },
    async session() {
      const session = (await coach.sessions(person.id)).at(-1);
      if (session === undefined) throw new Error(`${person.id} has no practice`);
      return session;
    },
    parts: async (step) => ((await thread.session()).answers[step] ?? []).map(({ text }) => text),
  };
  return thread;
}

/** Up to the first of the five questions. */
export async function atFirstStep(coach: SlackCoach, id: string): Promise<SlackThread> {
  const thread = await beginsInSlack(coach, id);
  await thread.andSees(() => thread.says('story'));
  await thread.andSees(() => thread.says('skip'));
  await thread.andSees(() => thread.says(STORY[0]));
  await thread.goesOn();
  return thread;
}

/** The whole story is told; what the coach shows is the draft. */
export async function atDraft(coach: SlackCoach, id: string): Promise<SlackThread> {
  const thread = await atFirstStep(coach, id);
  for (const words of STORY.slice(1)) await thread.answers(words);
  return thread;
}

/** The whole story told, and judged. */
export async function atCritique(coach: SlackCoach, id: string): Promise<SlackThread> {
  const thread = await atDraft(coach, id);
  await thread.andSees(() => thread.says('go'));
  return thread;
}

/** A stamp so many microseconds later: before everything that is written from now on. */
export function laterBy(micros: number, ts: string): string {
  const all = String(BigInt(ts.replace('.', '')) + BigInt(micros));
  return `${all.slice(0, -6)}.${all.slice(-6)}`;
}

/** A machine that does other things as well. */
const PATIENCE_MS = 12_000;
