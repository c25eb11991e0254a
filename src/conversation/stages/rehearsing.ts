import { text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { countWords } from '../../text/words.ts';
import { stepsSaid } from '../cards/rehearsing-cards.ts';
import type { Command } from '../commands.ts';
import { draftOf } from '../draft-of.ts';
import type { Effect } from '../effect.ts';
import type { Said } from '../event.ts';
import { withPart } from '../part.ts';
import { backFromRun } from '../resting.ts';
import type { Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import { standingCard } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';

export type Rehearsing = Extract<OpenStage, { at: 'rehearsing' }>;

const LENGTHS: Readonly<Record<string, number>> = { s60: 60, s90: 90, s120: 120 };

/** A pace outside of this was measured wrongly: somebody read on, or stopped the clock late. */
const SLOWEST = 70;
const FASTEST = 260;

/** In seconds. Nobody speaks on for so long: they went away. */
const LONGEST_OVERTIME = 600;

/** The wake that ends the time of a run. */
export function timeUpKey(session: Session): string {
  return `time-${session.id}`;
}

/** Five words instead of the text: one of each step, from what was read of the draft. */
export function startRehearsing(session: Session, context: StageContext): Turn {
  const cues = cuesOf(session, context);
  return ask({ ...session, stage: { at: 'rehearsing', asks: 'length', cues } }, context);
}

/** A word a step, as far as the draft was read with this event. */
export function cuesOf(session: Session, { guide, reading }: StageContext): Rehearsing['cues'] {
  const { steps } = draftOf(session, guide);
  const used = new Set<string>();
  return guide.steps.flatMap(({ id }) => {
    const within = (reading?.cues ?? []).filter((cue) =>
      steps[id]?.some((span) => cue.start >= span.start && cue.end <= span.end),
    );
    const cue = within.find(({ quote }) => !used.has(quote.toLowerCase()));
    if (cue === undefined) return [];
    used.add(cue.quote.toLowerCase());
    return [{ step: id, word: cue.quote }];
  });
}

/** A press or a command while an answer is said aloud. */
export function commandAtRehearsing(
  session: Session,
  stage: Rehearsing,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 's60':
    case 's90':
    case 's120':
      return stage.asks === 'said'
        ? undefined
        : started(session, stage, LENGTHS[command.name] ?? 90, context);
    case 'finished':
    case 'next':
      if (stage.asks === 'running') return spoken(session, stage, context);
      if (stage.asks === 'length') return started(session, stage, 90, context);
      return ran(
        session,
        stage,
        context.guide.steps.map(({ id }) => id),
        context,
      );
    case 'all':
      return stage.asks === 'said'
        ? ran(
            session,
            stage,
            context.guide.steps.map(({ id }) => id),
            context,
          )
        : undefined;
    case 'said':
      return stage.asks === 'said' ? ran(session, stage, command.steps, context) : undefined;
    case 'back':
    case 'skip':
      return left(session, context);
    default:
      return undefined;
  }
}

/** The clock runs from the press. */
function started(session: Session, stage: Rehearsing, seconds: number, context: StageContext): Turn {
  const running: Rehearsing = {
    at: 'rehearsing',
    asks: 'running',
    cues: stage.cues,
    seconds,
    startedAt: context.at,
  };
  const next: Session = { ...session, stage: running };
  const made = ask(next, context);
  const at = new Date(Date.parse(context.at) + seconds * 1_000).toISOString();
  return { ...made, effects: [{ type: 'wakeAt', key: timeUpKey(session), at }, ...made.effects] };
}

/** The time is up: nobody is cut off. */
export function timeUp(session: Session, stage: Rehearsing, context: StageContext): Turn {
  if (stage.asks !== 'running') return turn(session);
  const card = standingCard(session, context.guide);
  return turn(
    session,
    say(session, {
      ...card,
      blocks: [text(`${stage.seconds ?? 0} seconds are over. Finish your sentence, then choose Done.`)],
    }),
  );
}

/** The person has finished speaking: how long it took is known, which parts were said is asked. */
function spoken(session: Session, stage: Rehearsing, context: StageContext): Turn {
  const from = Date.parse(stage.startedAt ?? context.at);
  const took = Math.max(0, Math.round((Date.parse(context.at) - from) / 1_000));
  if (took > (stage.seconds ?? 0) + LONGEST_OVERTIME)
    return left(session, context, 'The clock ran on without you, so I keep nothing of that run.');
  const made = ask({ ...session, stage: { ...stage, asks: 'said', took } }, context);
  return { ...made, effects: [{ type: 'cancelWake', key: timeUpKey(session) }, ...made.effects] };
}

/** Free text while a run is on: which steps were said, where that is asked; a note otherwise. */
export function textAtRehearsing(
  session: Session,
  stage: Rehearsing,
  said: Said,
  context: StageContext,
): Turn | undefined {
  if (stage.asks !== 'said') return undefined;
  const steps = stepsSaid(said.part.text, context.guide);
  if (steps !== undefined) return ran(session, stage, steps, context);
  const noted = { ...session, notes: withPart(session.notes, said.part) };
  return ask(noted, context, [
    text({
      typed: 'Type the numbers of the steps you said, like 1 2 4, or "all", or "none".',
      pressed: 'Which steps did you say? Tick them, or press All of them.',
    }),
  ]);
}

/** One run aloud is over and kept. The first practice ends here. */
export function ran(
  session: Session,
  stage: Rehearsing,
  said: readonly string[],
  context: StageContext,
): Turn {
  const run = { seconds: stage.seconds ?? 0, took: stage.took ?? 0, said };
  const runs = [...session.runs, run];
  const pace = paceOf(session, run, context.guide);
  const next: Session = {
    ...session,
    runs,
    manner: pace === undefined ? session.manner : { ...session.manner, wordsPerMinute: pace },
    stage: endOfRun(session),
  };
  const records: Effect[] = [
    { type: 'storeRun', runNo: runs.length, ...run },
    ...(pace === undefined ? [] : [{ type: 'setManner', wordsPerMinute: pace } as const]),
  ];
  const line =
    session.sheltered === true
      ? 'You said it aloud. That is kept.'
      : `Kept: ${run.took} seconds, ${said.length} of ${context.guide.steps.length} steps said.`;
  const made = ask(next, context, [text(line)]);
  return { ...made, effects: [...records, ...made.effects] };
}

/** The person's own pace, where the whole answer was said: words of the draft a minute. */
function paceOf(session: Session, run: Session['runs'][number], guide: Guide): number | undefined {
  if (session.sheltered === true || run.said.length < guide.steps.length || run.took === 0) return undefined;
  const pace = Math.round((countWords(draftOf(session, guide).text) * 60) / run.took);
  return pace >= SLOWEST && pace <= FASTEST ? pace : undefined;
}

function endOfRun(session: Session): OpenStage {
  if (session.first === true && session.interview === undefined && session.sheltered !== true)
    return { at: 'closing' };
  return backFromRun(session);
}

/** Out of the run without keeping it. */
function left(session: Session, context: StageContext, line?: string): Turn {
  const made = ask(
    { ...session, stage: backFromRun(session) },
    context,
    line === undefined ? undefined : [text(line)],
  );
  return { ...made, effects: [{ type: 'cancelWake', key: timeUpKey(session) }, ...made.effects] };
}
