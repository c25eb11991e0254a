import { quote, type Runs } from '../../card/card.ts';
import type { Critique } from '../../critique/critique.ts';
import { shorten } from '../../text/graphemes.ts';
import { GLANCED } from '../glanced.ts';

/** One remark beyond the steps, unscored, with the words it rests on; undefined where there is none. A second would be one too many. */
export function noteRuns({ notes = [] }: Critique): readonly Runs[] | undefined {
  const [note] = notes;
  return note === undefined
    ? undefined
    : [[quote(shorten(note.span.quote, GLANCED))], [note.text], [note.question]];
}
