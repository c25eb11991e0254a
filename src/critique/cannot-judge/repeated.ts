const TIMES = 3;
const SHARE = 0.6;
/** So much of a text that comes round is the same each time. */
const ALIKE = 0.9;

/** Whether one sentence, three times or more, makes most of the text. */
export function isOneSentenceAgainAndAgain(text: string): boolean {
  const counts = new Map<string, number>();
  let all = 0;
  for (const sentence of text.split(/[.!?…\n]+/u)) {
    const plain = (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    if (plain === '') continue;
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
    all += plain.length;
  }
  for (const [sentence, times] of counts)
    if (times >= TIMES && times * sentence.length >= all * SHARE) return true;
  return isOneRunAgainAndAgain(text);
}

/** The same without a full stop between: the words come round to where they began. */
function isOneRunAgainAndAgain(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < TIMES * 4) return false;
  for (let round = 4; round <= words.length / TIMES; round += 1) {
    const head = words.slice(0, round);
    if (head[0] !== words[round]) continue;
    const most = words.length * (1 - ALIKE);
    let others = 0;
    for (let at = round; at < words.length && others <= most; at += 1)
      if (words[at] !== head[at % round]) others += 1;
    if (others <= most) return true;
  }
  return false;
}
