import { type Block, type Button, menu, quote, type Run, type Runs, text } from '../../card/card.ts';
import type { Critique } from '../../critique/critique.ts';
import { judgedBy, modelNamed, readWith } from '../../critique/read-with.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { draftOf } from '../draft-of.ts';
import { isBlank } from '../is-blank.ts';
import { gapInWords } from '../own-rating.ts';
import { joined } from '../part.ts';
import { scoreIn } from '../score-words.ts';
import { activeStage, isActive, isSheltered, type Session } from '../session.ts';
import { placeInWords } from '../standing.ts';
import type { CardDraft, View } from '../turn.ts';

const TITLE = 60;
const LISTED = 10;

/** A practice as the history shows it. `day` is a date in words, made where the person's zone is known. */
export interface PastPractice {
  readonly number: number;
  readonly day: string;
  readonly session: Session;
  readonly guide: Guide;
  readonly critiques: readonly { readonly draftNo: number; readonly critique: Critique }[];
}

/** Past practices, newest first, a page at a time: of a page that is not there the nearest is shown. */
export function historyCard(all: readonly PastPractice[], asked = 1): View {
  // One that was begun and left, with nothing in it, is none to look at.
  const practices = all.filter(({ session }) => !isBlank(session) || isActive(session));
  if (practices.length === 0)
    return { blocks: [text('No practice yet. The first one takes about 12 minutes.')] };
  const newest = [...practices].sort((a, b) => b.number - a.number);
  const pages = Math.ceil(newest.length / LISTED);
  const page = Math.min(Math.max(asked, 1), pages);
  const shown = newest.slice((page - 1) * LISTED, page * LISTED);
  const items = shown.map(
    (past): Runs => [`${past.number}. ${past.day}, ${resultOf(past)}${readerOf(past)}: `, ...titleOf(past)],
  );
  const choices = shown.map(({ number, day }) => ({
    action: `show:${number}`,
    label: `Practice ${number} · ${day}`,
  }));
  return {
    blocks: [
      text(pagesLine(page, pages, asked)),
      { kind: 'list', items },
      text({ typed: `Type show ${shown[0]?.number ?? 1} to open one.`, pressed: 'Pick one to open it.' }),
      ...menu('Open one', choices),
    ],
    buttons: [
      ...(page < pages ? [pageButton(page + 1, 'Older')] : []),
      ...(page > 1 ? [pageButton(page - 1, 'Newer')] : []),
    ],
  };
}

function pagesLine(page: number, pages: number, asked: number): string {
  const of = pages === 1 ? 'Your practices' : `Your practices, page ${page} of ${pages}`;
  if (asked <= pages) return `${of}:`;
  return pages === 1 ? 'There is one page. Your practices:' : `There are ${pages} pages. ${of}:`;
}

function pageButton(page: number, label: string): Button {
  return { action: `history:${page}`, word: `history ${page}`, label };
}

/** One past practice: what was written, and what was said of it. */
export function practiceCard(past: PastPractice): Pick<CardDraft, 'blocks'> {
  const { session, guide } = past;
  if (isSheltered(session)) return privateCard(past);
  const draft = draftOf(session, guide).text;
  const last = past.critiques.at(-1)?.critique;
  const blocks: Block[] = [text(`Practice ${past.number}, ${past.day}: ${resultOf(past)}.`)];
  if (session.purpose?.kind === 'role') blocks.push(text('For: ', quote(session.purpose.name)));
  if (session.failure.length > 0 && session.pastedSteps === undefined)
    blocks.push({ kind: 'passage', title: 'In a line or two', text: joined(session.failure), by: 'person' });
  if (draft !== '') blocks.push({ kind: 'passage', title: 'Your answer', text: draft, by: 'person' });
  if (last !== undefined) {
    blocks.push(text(last.line));
    blocks.push({
      kind: 'fields',
      fields: guide.steps.map((step) => ({
        label: step.name,
        lines: [[scoreIn(session, last.steps[step.id]?.score ?? 0)]],
      })),
    });
    blocks.push(
      text(
        `${judgedBy(last)}, ${past.critiques.length === 1 ? 'one draft' : `${past.critiques.length} drafts`}.`,
      ),
    );
  }
  const reader = last === undefined ? undefined : readWith(last);
  if (reader !== undefined) blocks.push(text(reader));
  const gap = last === undefined ? undefined : gapInWords(session, last, guide);
  if (gap !== undefined) blocks.push(text(gap));
  for (const run of session.runs)
    blocks.push(text(`Said aloud: ${run.took} seconds, ${run.said.length} of ${guide.steps.length} steps.`));
  if (session.interview !== undefined) blocks.push(text('The interview: ', quote(session.interview.text)));
  blocks.push(text({ typed: `To go on with it, type resume ${past.number}.`, pressed: '' }), ...goOn(past));
  return { blocks };
}

/** A story that is not scored is not quoted either: it is opened only on request. */
function privateCard(past: PastPractice): Pick<CardDraft, 'blocks'> {
  return {
    blocks: [
      text(`Practice ${past.number}, ${past.day}: a private story, not scored.`),
      text('All of it is kept for you.', {
        typed: ` To go on with it, type resume ${past.number}.`,
        pressed: '',
      }),
      ...goOn(past),
    ],
  };
}

function goOn({ number }: PastPractice): Block[] {
  return menu('Go on with it', [
    { action: `resume:${number}`, label: 'Go on with this one' },
    { action: 'history', label: 'Earlier practices' },
  ]);
}

/** There is no practice with that number. */
export function noSuchPractice(number: number | undefined): Pick<CardDraft, 'blocks'> {
  const asked: Run =
    number === undefined
      ? {
          typed: 'Which one? Type its number, for example show 1 or resume 1. history lists them all.',
          pressed: 'Which one? Here is the way to all of them.',
        }
      : {
          typed: `There is no practice ${number}. history lists them all.`,
          pressed: `There is no practice ${number}. Here is the way to all of them.`,
        };
  return {
    blocks: [text(asked), ...menu('What next?', [{ action: 'history', label: 'Earlier practices' }])],
  };
}

/** "4 of 5 steps clear", or where it stands. */
export function resultOf(past: PastPractice): string {
  if (isSheltered(past.session)) return 'not scored';
  const last = past.critiques.at(-1)?.critique;
  const stage = activeStage(past.session);
  if (last === undefined)
    return stage === undefined ? 'ended without a critique' : `open ${placeInWords(stage, past.guide)}`;
  const clear = past.guide.steps.filter((step) => last.steps[step.id]?.score === 2).length;
  return `${clear} of ${past.guide.steps.length} steps clear`;
}

/** Two results in the list may be of two critics: those of a language model, or without one that was asked, say so. */
function readerOf({ session, critiques }: PastPractice): string {
  const last = critiques.at(-1)?.critique;
  if (last === undefined || isSheltered(session)) return '';
  const model = modelNamed(last);
  return model !== undefined
    ? ` (read with ${model})`
    : last.stoodInFor === undefined
      ? ''
      : ' (offline reading)';
}

function titleOf({ session, guide }: PastPractice): Runs {
  if (isSheltered(session)) return ['a private story'];
  const told = joined(session.failure);
  const words = (told.trim() === '' ? draftOf(session, guide).text : told).replace(/\s+/gu, ' ').trim();
  return words === '' ? ['not told yet'] : [quote(shorten(words, TITLE))];
}
