import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const PATTERN = anyOf(
  '(?:i|we) (?:\\p{L}+ly |then |also |first |immediately |had )?(?:told|(?:called|rang|phoned) (?!(?:for )?(?:the|an|a) (?:ambulance|police|fire|taxi|cab|plumber|electrician|garage|locksmith)|in )\\p{L}+|emailed|e-mailed|messaged|informed|admitted|warned|explained|reported|confessed|alerted|notified|spoke (?:to|with)|talked (?:to|with)|met (?:with|the|my|our|each)|owned up|apologi[sz]ed|wrote to|went (?:straight |back |over )?to (?:him|her|them|see|tell|(?:my|the|our|each|every) (?:\\p{L}+ )?(?:boss|manager|director|lead|head|owner|partner|teacher|supervisor|client|customers?|guests?|couple|bride|family|families|patients?|team|colleagues?|doctor|surgeon|editor|chef|principal|professor))|asked (?:\\p{L}+ ){1,4}(?:for help|to help))',
  '(?:and|then) (?:\\p{L}+ly )?(?:told|called|rang|phoned|emailed|informed|admitted|warned|apologi[sz]ed|reported|explained|owned up)',
  'let (?:\\p{L}+ ){1,3}know|came clean|asked (?:my|the|a|our) (?:\\p{L}+ ){1,2}for help|collaborated with|said (?:so )?to (?:my|the|our)|sat down with',
);

/** Somebody was told, asked or apologised to. */
export const toldSomeone: Signal = {
  name: 'told-someone',
  explains: 'I look for the moment you told somebody: your manager, the client, the team.',
  weight: 42,
  effect: 'You told people yourself: a listener hears that you do not hide a problem.',
  find: (text) =>
    clausesWith(text, PATTERN, { unless: /(?:never|didn'?t|did not) (?:told|tell|called?|phoned?|inform)/u }),
};
