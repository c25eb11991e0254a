import { countWords } from '../text/words.ts';

/** A longer message may speak of not knowing and still be an answer. */
const MOST_WORDS = 12;

/** Somebody does not know what to write, asks back, or has no story: no answer, though it came where one was asked for. */
const STUCK =
  /^(?:(?:sorry|well|um+|hm+|oh|ok|okay|honestly|please)[,. ]+)*(?:\?+$|(?:what|huh|hm+|um+|sorry)\?*$|(?:don'?t|do not) (?:really )?(?:know|understand|get it)(?: (?:what|how|why|where|which|this|that|it|yet|really|the question)\b[^.,;]*)?$|i (?:really )?(?:don'?t|do not|can'?t|cannot|can not) (?:really )?(?:know|understand|remember|get (?:it|this|the)|think of|come up)|i dont (?:know|understand|remember|get)|(?:i have |i've |there is |there's )?no (?:idea|clue)\b|(?:i (?:honestly |really |just )?have|i've got|i got) (?:nothing|no (?:story|failure|idea|example)s?)|i(?:'m| am) (?:stuck|lost|not sure|confused|too young)|nothing (?:comes|came) to mind|(?:i )?(?:never|have never|i've never) failed|not sure|dunno|idk\b|what (?:do|does|did|should|shall|am|is|can|could|would) (?:you|i|this|that|it|the question)\b|how (?:do|should|can|shall) i\b|which (?:one|question|step)\b.*\?|can you (?:help|explain)|could you (?:help|explain)|(?:please )?help(?: me\b|$)|why (?:do you|are you|is this)\b)/u;

/** They have no story, as against not knowing what is asked. */
const NO_STORY =
  /(?:no (?:story|failure|idea|example)|(?:have|got) nothing|nothing (?:comes|came)|never failed|(?:think of|come up|remember|recall|know)\b.*(?:any|one|failure|story|example|nothing)|^i (?:don'?t|dont|do not|really don'?t) know$|^(?:idk|dunno|not sure|don'?t know|do not know)$)/u;

/** What a person says who cannot answer: that nothing comes to mind, or that help is wanted; undefined for an answer. */
export function stuckAs(message: string): 'no-story' | 'help' | undefined {
  const words = message
    .trim()
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(/(?<![.!…])[.!…]+$/u, '');
  if (words === '' || words.length > 160 || countWords(words) > MOST_WORDS || !STUCK.test(words))
    return undefined;
  // More than one sentence is an answer that begins with a question.
  if (/[.!?] \p{L}/u.test(words)) return undefined;
  return NO_STORY.test(words) ? 'no-story' : 'help';
}
