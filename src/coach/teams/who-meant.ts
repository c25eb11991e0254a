import type { FormPlace } from '../../mocks/series/cards/schedule-form.ts';
import type { Who } from '../../mocks/series/series.ts';
import type { TeamFrom } from './team-from.ts';

/** Who is asked, by what their platform knows; `besides`: what they are told with it. Or what to do next. */
export type WhoMeant =
  | { readonly who: { readonly who?: Who }; readonly besides?: string }
  | { readonly problem: string };

const SHOWN = 5;
const JOIN = 'Until then, whoever presses Join takes part.';

/**
 * Words name a group as their platform shows it (`@sales`), a series by its id. Whoever asks for what cannot be looked up here
 * hears at once what would have to be granted: the sessions come all the same.
 */
export async function whoMeant(typed: Who | undefined, { offered }: TeamFrom): Promise<WhoMeant> {
  if (typed === undefined || typed === 'joiners') return { who: typed === undefined ? {} : { who: typed } };
  const place = await offered?.();
  if (typed === 'channel') {
    const need = place?.membersNeed;
    if (need === undefined) return { who: { who: typed } };
    return { who: { who: typed }, besides: `To write to each member I need ${need}. ${JOIN}` };
  }
  if (!('group' in typed)) return { who: { who: typed } };
  const group = groupIn(place, typed.group);
  return group === undefined ? { problem: noGroup(place, typed.group) } : { who: { who: { group } } };
}

/** Labels begin with an at sign and the handle; a longer name may follow behind a colon. */
function groupIn(place: FormPlace | undefined, typed: string): string | undefined {
  const name = typed.toLowerCase();
  const named = place?.groups.find(({ value, label }) => {
    const shown = label.toLowerCase();
    const isIt = shown === `@${name}` || shown.startsWith(`@${name}: `) || shown.endsWith(`: ${name}`);
    return value === typed || isIt;
  });
  return named?.value;
}

function noGroup(place: FormPlace | undefined, typed: string): string {
  if (place?.groupsNeed !== undefined)
    return `To see who is in a group I need ${place.groupsNeed}. Whoever runs me can grant that. Type it again without the group: then those join who like to.`;
  const known = (place?.groups ?? []).slice(0, SHOWN).map(({ label }) => label.replace(/: .*$/u, ''));
  const instead =
    known.length === 0
      ? 'Type it again without the group: then those join who like to.'
      : `Type it as it is shown here, for example: for ${known.join(', or for ')}.`;
  return `I do not find the group ${typed.slice(0, 40)}. ${instead}`;
}
