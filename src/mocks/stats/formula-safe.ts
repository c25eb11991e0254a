/** What begins a formula somewhere: also all that NFKC makes one of these, as Apple Numbers does (adaltas/node-csv#387). */
const OPENER = '[=+@\\-−⁺⁻⁼₊₋₌⩵⩶﬩﹢﹦﹫＋＝＠\\p{Pd}]';
/** What stands before it unseen or unheeded: spaces of every kind, control and format marks, and an apostrophe. */
const UNHEEDED = "[\\s\\p{C}\\p{Z}\\p{DI}']*";
/** Where a new cell may begin for a program that takes another separator than ours, or minds no quotes. */
const SEPARATOR = '[,;\\t\\r\\n"|\u037e︐︔﹐﹔＂，；｜\u{1f101}-\u{1f10a}]';

const OPENS = new RegExp(`((?:^|${SEPARATOR})${UNHEEDED})(?=${OPENER})`, 'gu');

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before whatever could begin one, at the start and behind
 * each mark at which a program might start a new cell (OWASP, "CSV Injection"). Other text is left as it is. To be quoted all
 * the same.
 */
export function formulaSafe(text: string): string {
  const safe = text.replace(OPENS, "$1'");
  return /^[\t\r\n\0]/u.test(safe) ? `'${safe}` : safe;
}
