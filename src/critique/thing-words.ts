import type { Token } from './parsed-text.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/**
 * What one can count on: arrangements, papers, tools, goods. A list of what is safe, not of what is not: a blank
 * helps, while "before I count on a daughter" does harm.
 */
const COUNTED = list(
  `account address agenda agreement alarm alert analysis answer app application appointment approval archive audit backup
  banner batch brochure budget build bus cable cache calendar camera card cart catalog catalogue certificate chart
  checklist clause code-review confirmation connection contract copy dashboard database dataset deadline deposit design
  device diagram document dose draft drawing email entry estimate feature feed figure file filing flyer folder forecast
  form formula freezer gate generator grant graph guide hall handover handshake hotel index inspection instruction
  interface inventory invoice invitation key label laptop layout leaflet letter library licence license link list location
  lock log lorry machine mailing manual map measurement memo menu message meter microphone migration model notice number
  offer oven package page patch payment permit phone photo pipeline plan poster prescription presentation printer
  process product programme program projector promise proof prototype query questionnaire quotation quote recipe record
  recording referral refund register release reminder rental reply report request reservation review risk-assessment
  rollout room rota roster route sample schedule screen script sensor server service sheet shipment signature site
  slide source spreadsheet stage statement supply survey switch system table template tent ticket till timetable tool
  transcript transfer translation truck update upgrade van venue version visa voucher waiver website workshop booking
  order launch deployment campaign`,
);

/** The same, but not counted: they stand with "the". */
const MASS = list(
  'care data delivery equipment feedback hardware information insulin insurance material medicine paperwork software stock storage transport',
);

/**
 * Words that judge, count or point back: the next one will not be "the wrong list", and the coach speaks of no
 * "error list".
 */
const UNFIT = list(
  `wrong bad late last first second third next same whole only other single own few many several certain terrible
  horrible awful worst worse best better incorrect missing broken empty unfinished different entire early previous former
  final old new stupid useless important serious difficult hard easy big huge biggest lost
  error fault failure complaint weak weakness poor trivial vague absent invalid emotional defensive damage death accident`,
);

/** Whether a noun phrase, its head last, names something one can count on. */
export function canBeCountedOn(phrase: readonly Token[]): boolean {
  const head = phrase.at(-1);
  if (head === undefined || phrase.some(({ lower, lemma }) => UNFIT.has(lower) || UNFIT.has(lemma)))
    return false;
  return [head.lower, head.lemma].some((word) => COUNTED.has(word) || MASS.has(word));
}

/** One of a thing that is counted: the next one can be called "a room". */
export function isCountedOne(head: Token): boolean {
  return COUNTED.has(head.lower);
}
