import { comparable } from './clean.ts';
import { words } from './words.ts';

/** From this share of the earlier words on, the later text has said them. */
const SAID_AGAIN = 0.5;
/** One word in common may be chance. */
const FEWEST_SHARED = 2;

/** Words every text has, whatever it is about. */
const EVERYWHERE = new Set(
  (
    "a an the this that these those i me my mine myself we us our ours you your he him his she her hers it its it's they them " +
    'their theirs who whom which what whose someone somebody anyone anybody everyone everybody nobody something anything ' +
    'everything nothing one ones and or but so because although though while when until before after since if then than as ' +
    'of to in on at for with by from into onto over under about out up off down without through between against during ' +
    'am is are was were be been being have has had having do does did done can could will would shall should may might must ' +
    "not no never don't didn't doesn't wasn't weren't couldn't wouldn't hadn't haven't can't won't i'm i'd i've we'd we've " +
    'there here just only also too very really still already again even ever much many more most some any all each every both ' +
    'own same other such how why where get got make made go went come came take took put let say said thing things way lot'
  ).split(' '),
);

/** Past forms that no ending explains, as far as stories of work are full of them. */
const IRREGULAR = new Map(
  (
    'told:tell rang:ring rung:ring wrote:write written:write sent:send forgot:forget forgotten:forget lost:lose found:find ' +
    'gave:give given:give kept:keep left:leave knew:know known:know thought:think bought:buy brought:bring broke:break ' +
    'broken:break chose:choose chosen:choose spoke:speak spoken:speak ran:run held:hold built:build paid:pay sold:sell ' +
    'met:meet led:lead felt:feel heard:hear saw:see seen:see taught:teach drove:drive driven:drive threw:throw ' +
    'meant:mean began:begin begun:begin children:child people:person women:woman men:man'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.split(':');
      return [form, base];
    }),
);

/**
 * Whether `later` tells again what `earlier` said, so that it can take its place without a loss: at least half of the
 * earlier text's own words are in it, in any order and form. A text without such words is never told again.
 */
export function retells(earlier: string, later: string): boolean {
  const said = ownWords(earlier);
  if (said.size === 0) return false;
  const again = ownWords(later);
  let shared = 0;
  for (const word of said) if (again.has(word)) shared += 1;
  return shared >= Math.min(FEWEST_SHARED, said.size) && shared / said.size >= SAID_AGAIN;
}

/** The words a text has for itself, each once, as stems. */
function ownWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of words(comparable(text).replace(/[’‘ʼ]/gu, "'")))
    if (!EVERYWHERE.has(word)) found.add(stem(word.replace(/'s?$/u, '')));
  return found;
}

/** "order", "orders", "ordered" and "ordering" are one word; whether the stem itself is one does not matter. */
function stem(word: string): string {
  const base = IRREGULAR.get(word);
  if (base !== undefined) return base;
  if (word.length < 4 || !/^[a-z-]+$/.test(word)) return word;
  return word
    .replace(/(?:ies|ied|y)$/, 'i')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|ly|e)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
