import type { HouseModel, Manner } from '../conversation/session.ts';
import type { ReaderChoice } from '../store/people.ts';
import type { ModelAt } from './ports.ts';

/** Whether a language model may read what this person wrote: they were told of this very one, and did not choose otherwise. */
export function mayRead({ critic, noticeOf }: ReaderChoice, of: string): boolean {
  return critic === 'llm' && noticeOf === of;
}

/** A person's manner with the language model as it stands with them; without one, where none is set up. */
export function withModel(manner: Manner, reader: ReaderChoice, at: ModelAt | undefined): Manner {
  return at === undefined ? manner : { ...manner, model: houseModel(reader, at) };
}

/** Who chose to do without needs not be told of another place: nothing of theirs goes anywhere. */
function houseModel(reader: ReaderChoice, { of, where }: ModelAt): HouseModel {
  const doesWithout = reader.critic !== 'llm' && reader.noticeOf !== null;
  return { of, where, told: doesWithout || reader.noticeOf === of, reads: mayRead(reader, of) };
}
