import { asking, said } from './asking.ts';
import { FIRST_CHOICES, whenAskedCard } from './cards/plan-cards.ts';
import { isEmpty, type OpenQuestion, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';

/** When shall they come? Or when instead: of what was proposed just now, else of what is planned. */
export function whenAsked(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const { about, lead } = changed(plan);
  const next = asking(plan, about, FIRST_CHOICES, grounds);
  return said(next, whenAskedCard(next.seq, lead));
}

function changed({ asks, ...plan }: Plan): { about: OpenQuestion['about']; lead?: string } {
  const what = 'when' as const;
  if (asks?.fresh === true && asks.about.what === 'confirm') {
    const { wish, instead } = asks.about;
    const about = { what, wish, ...(instead === undefined ? {} : { instead }) };
    return { about, lead: 'When instead? A time alone moves it.' };
  }
  if (isEmpty(plan)) return { about: { what } };
  const [moment] = plan.moments;
  if (plan.rhythm === undefined && plan.interview === undefined && moment !== undefined)
    return {
      about: { what, change: true, instead: moment.at },
      lead: 'When instead? A time alone moves it on its day.',
    };
  return {
    about: { what, change: true },
    lead: 'When instead? A new rhythm takes the place of the old one, a time alone moves it, and a single day and time comes beside it.',
  };
}
