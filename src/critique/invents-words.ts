/** Numbers as words, with the digits they stand for. "One" is left out: it counts nothing in "one thing to fix". */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at): [string, string] => [word, String(at + 2)]),
  ...'thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at): [string, string] => [word, String((at + 3) * 10)]),
  ['hundred', '100'],
  ['hundreds', '100'],
  ['thousand', '1000'],
  ['thousands', '1000'],
  ['million', '1000000'],
  ['millions', '1000000'],
]);

/** Words that begin a sentence without being a name. */
export const ORDINARY_STARTS: ReadonlySet<string> = new Set(
  (
    'a about add after again all also although an and another any are as ask at be because before begin being both but by ' +
    'can could cut did do does each either even every everything finish first for from give go had has have he her here ' +
    'his how however i if in instead is it its just keep last later leave left less let listen listeners look make many ' +
    'maybe more most move much my name neither next no nobody none nor not nothing now of on once one only or other our ' +
    'out over part perhaps pick please plain put rather right say says shape she should show since so some someone ' +
    'something start still stop such take tell than that the their them then there these they this those though through ' +
    'till to today tomorrow too try two under until up use was we well were what whatever when where whether which while ' +
    'who whose why will with without words would yes yesterday yet you your yours'
  ).split(' '),
);
