const TIMES = 3;
const SHARE = 0.6;

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
    let same = 0;
    for (const [at, word] of words.entries()) if (word === head[at % round]) same += 1;
    if (same >= words.length * 0.9) return true;
  }
  return false;
}
