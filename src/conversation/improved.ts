import { joined, type Part } from './part.ts';
import { sentenceIn } from './sentence-in.ts';
import type { Session } from './session.ts';
import type { OpenStage } from './stage.ts';

export type Improving = Extract<OpenStage, { at: 'improving' }>;

/**
 * The step with the reply in it, verbatim. `instead`: in the place of the sentences that the question was about, or of
 * the whole step where they are not found; `beside`: after what the step says. A message that a sentence was taken out
 * of goes on under a name of its own: the message itself is kept among what was replaced.
 */
export function withReply(session: Session, stage: Improving): readonly Part[] {
  const before = session.answers[stage.step] ?? [];
  if (stage.goes === 'beside') return [...before, ...stage.reply];
  const at = before.findIndex((part) => stage.about !== undefined && part.text.includes(stage.about));
  const part = before[at];
  const cut = part === undefined ? undefined : sentenceIn(part.text, stage.about ?? '');
  if (part === undefined || cut === undefined) return stage.reply;
  return [
    ...before.slice(0, at),
    ...rest(part, 'before', cut.before),
    ...stage.reply,
    ...rest(part, 'after', cut.after),
    ...before.slice(at + 1),
  ];
}

function rest(part: Part, which: string, text: string): Part[] {
  return text === '' ? [] : [{ id: `${part.id}.${which}`, stamp: part.stamp, text }];
}

/** How the step reads with the reply in it. */
export function improvedText(session: Session, stage: Improving): string {
  return joined(withReply(session, stage));
}
