import { hasText, type Part, withPart } from './part.ts';
import type { Session } from './session.ts';

/**
 * Messages may arrive after younger ones. One that is older than the last message of an answer that is over belongs
 * to that answer, not to the question that was put since.
 */
export type Home =
  | { readonly in: 'failure' }
  | { readonly in: 'step'; readonly step: string }
  | { readonly in: 'replaced'; readonly index: number };

/**
 * The answer that is over and that a late message belongs to; undefined where it is for the question that stands.
 * `asked`: the stamp of that question, as the platform showed it. Before anything answers it, a message older than the
 * question itself belongs to the answer that was given last.
 */
export function earlierHome(session: Session, part: Part, asked?: string): Home | undefined {
  const open = openHome(session);
  const homes: { home: Home; parts: readonly Part[] }[] = [
    { home: { in: 'failure' }, parts: session.failure },
    // While a pasted whole is the answer, the steps hold copies of it.
    ...Object.entries(session.pastedSteps === undefined ? session.answers : {}).map(([step, parts]) => ({
      home: { in: 'step', step } as const,
      parts,
    })),
    ...session.replaced.map(({ parts }, index) => ({ home: { in: 'replaced', index } as const, parts })),
  ];
  if (asked !== undefined && part.stamp < asked && open?.in === 'step' && isUnanswered(session, open.step)) {
    // Words told earlier wait at their steps: nobody has given them as answers there yet.
    const given = homes.filter(
      ({ home, parts }) => parts.length > 0 && !(home.in === 'step' && session.carried.includes(home.step)),
    );
    const [last] = given.sort((a, b) => compared(b.parts.at(-1)?.stamp, a.parts.at(-1)?.stamp));
    if (last !== undefined) return last.home;
  }
  const [first] = homes
    .flatMap(({ home, parts }) => {
      const last = parts.at(-1)?.stamp;
      return last !== undefined && part.stamp < last ? [{ home, last }] : [];
    })
    .sort((a, b) => compared(a.last, b.last));
  return first === undefined || JSON.stringify(first.home) === JSON.stringify(open) ? undefined : first.home;
}

/** Nothing answers the step yet; words told earlier that stand there to be kept are none. */
export function isUnanswered(session: Session, step: string): boolean {
  return session.carried.includes(step) || !hasText(session.answers[step]);
}

function compared(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The session with a late message in the answer it belongs to. */
export function withLatePart(session: Session, home: Home, part: Part): Session {
  switch (home.in) {
    case 'failure':
      return { ...session, failure: withPart(session.failure, part) };
    case 'step': {
      const parts = withPart(session.answers[home.step] ?? [], part);
      return { ...session, answers: { ...session.answers, [home.step]: parts } };
    }
    case 'replaced':
      return {
        ...session,
        replaced: session.replaced.map((old, index) =>
          index === home.index ? { ...old, parts: withPart(old.parts, part) } : old,
        ),
      };
  }
}

/** The answer that free text goes to now. A step that is to be rewritten has none yet. */
function openHome({ stage }: Session): Home | undefined {
  const active = stage.at === 'paused' ? stage.stage : stage;
  if (active.at === 'choosing') return { in: 'failure' };
  return active.at === 'asking' && !active.fresh ? { in: 'step', step: active.step } : undefined;
}
