import { describe, expect, test } from 'vitest';
import { wordRuns } from '../../src/critique/cannot-judge/word-runs.ts';
import { whyNotJudged, whyNotRead } from '../../src/critique/cannot-judge.ts';
import type { CannotJudge } from '../../src/critique/critique.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { unshown } from './unknown-samples.ts';

const reason = (text: string, guide = greatestFailure) => whyNotJudged(text, guide)?.cannotJudge;

const STORY =
  'I ran the stock room of a small bakery, and on a Friday I ordered flour for two days instead of ten. On Sunday we had none. ' +
  'I drove to another bakery and borrowed four sacks. Since then a colleague reads each order before it leaves.';

const SPANISH =
  'Yo era responsable de los pedidos en una pequeña panadería y un viernes pedí harina para dos días en lugar de diez. ' +
  'El domingo no quedaba nada. Fui a otra panadería y pedí prestados cuatro sacos.';
const GERMAN =
  'Ich war in einer kleinen Bäckerei für die Bestellungen zuständig und habe an einem Freitag Mehl für zwei statt für zehn Tage ' +
  'bestellt. Am Sonntag war nichts mehr da. Ich bin zu einer anderen Bäckerei gefahren und habe vier Säcke geliehen.';
const HINDI =
  'मैं एक छोटी बेकरी में काम करता था और शुक्रवार को मैंने दस दिनों के बजाय दो दिनों के लिए आटा मंगवाया। रविवार को हमारे पास कुछ नहीं था। ' +
  'मैं दूसरी बेकरी गया और चार बोरे उधार लिए। तब से एक सहकर्मी हर ऑर्डर पढ़ता है।';

/** A sample that somebody went over: every so many words another. */
const goneOver = (text: string, every: number) =>
  text
    .split(' ')
    .map((word, at) => (at % every === every - 1 ? 'really' : word))
    .join(' ');

const sampleText = (at: number) => Object.values(greatestFailure.samples[at]?.steps ?? {}).join(' ');

describe('a text that cannot be judged is named as what it is', () => {
  test.each<[string, string, CannotJudge['cannotJudge']]>([
    ['nothing', '', 'no-words'],
    ['signs and numbers', '?! 12 … 40%', 'no-words'],
    ['Spanish', SPANISH, 'not-english'],
    ['German', GERMAN, 'not-english'],
    ['Hindi', HINDI, 'not-english'],
    ['a few words of Hindi', 'मैंने आटा मंगवाया', 'not-english'],
    [
      'Japanese, without spaces',
      '私は小さなパン屋で働いていて、金曜日に小麦粉を注文し忘れました。',
      'not-english',
    ],
    [
      'two dozen words',
      'I ordered flour for two days and not for ten, and on Sunday we had none. I drove off and borrowed four sacks.',
      'too-short',
    ],
    [
      'keys that were only hit',
      'sdfkj wlkerj sdf xcvmn qwrtp lkjsdf mnbvc zxcv wrtplk sdfgh qwrt plkjh sdf',
      'gibberish',
    ],
    [
      'the same letters again and again',
      'asdasdasd hahahahaha aaaaaa jkljkljkl asdasdasd lalalala ssssss',
      'gibberish',
    ],
    [
      'a list of names',
      'Anna Weber, John Smith, Maria Lopez, Peter Novak, Aisha Khan, Tom Brown, Wei Chen, Olga Petrova, Luis Garcia, Emma Jones',
      'list',
    ],
    [
      'a list of key words',
      'leadership, project management, deadline, stakeholder communication, ownership, feedback, growth mindset, teamwork, resilience, planning, delegation, lessons learned, retrospective, quality, testing',
      'list',
    ],
    [
      'key words, one a line',
      'failure\nmissed deadline\nclient upset\napology\nnew plan\nweekly review\nlesson learned\nbetter estimates\ntrust\ngrowth',
      'list',
    ],
    [
      'key words with only spaces between them',
      'leadership deadline stakeholder communication ownership feedback growth mindset teamwork resilience planning delegation lessons learned retrospective quality testing failure manager team client project release customer support',
      'list',
    ],
    [
      'names with only spaces between them',
      'Anna Weber John Smith Maria Lopez Peter Novak Aisha Khan Tom Brown Wei Chen Olga Petrova',
      'list',
    ],
    [
      'French',
      "J'étais responsable des commandes et un vendredi j'ai commandé de la farine pour deux jours au lieu de dix. Le dimanche il ne restait rien.",
      'not-english',
    ],
    [
      'Hindi in Latin letters',
      'Main ek chhoti bakery mein kaam karta tha aur Friday ko maine das din ke bajay do din ke liye aata order kiya. Sunday ko kuch nahin tha.',
      'not-english',
    ],
    [
      'words nobody ever said',
      'blorf snaggle wibbet the trunkle foop dravin mosk plinter quabble zorn fleem dribbet grox plum snerf tolb',
      'not-english',
    ],
    ['the question', greatestFailure.question, 'question'],
    ['the question three times', `${greatestFailure.question} `.repeat(3), 'question'],
    ['the question, shouted', greatestFailure.question.toUpperCase(), 'question'],
    ['the question with a word before it', `Okay so here it is: ${greatestFailure.question}`, 'question'],
    ['one sentence many times', 'I ordered too little flour for the bakery. '.repeat(8), 'repeated'],
    [
      'one sentence many times, without a stop',
      'i ordered too little flour for the bakery '.repeat(8),
      'repeated',
    ],
    [
      'one sentence many times, and a word after it',
      `${'I ordered too little flour for the bakery.\n'.repeat(8)}That was it.`,
      'repeated',
    ],
  ])('%s', (_, text, expected) => {
    expect(reason(text)).toBe(expected);
  });

  test.each(greatestFailure.samples.map((sample, at) => [sample.id, at] as const))(
    'the sample %s of the guide, as it stands and gone over',
    (_, at) => {
      expect(reason(sampleText(at))).toBe('sample');
      expect(reason(sampleText(at).toUpperCase().replaceAll(/[.,]/gu, ''))).toBe('sample');
      expect(reason(goneOver(sampleText(at), 25))).toBe('sample');
    },
  );

  test('the examples of the steps, put together', () => {
    expect(reason(greatestFailure.steps.map((step) => step.example).join('\n\n'))).toBe('sample');
  });

  test('each says what to do next', () => {
    for (const text of ['', SPANISH, 'Too short.', sampleText(0), greatestFailure.question])
      expect(whyNotJudged(text, greatestFailure)?.advice).toMatch(
        /(?:[Tt]ell|[Ww]rite|sentences|I will read)/u,
      );
  });
});

describe('what only looks like it is judged', () => {
  test.each([
    ['a story', STORY],
    ['an answer that begins with the question', `${greatestFailure.question} ${STORY}`],
    [
      'a story noted down',
      'gala. target 120, got 41. date = same night as cup final. who picks date? committee. me on committee. noted the clash? yes. said it? once, softly. costs covered, just',
    ],
    [
      'a story that quotes a list',
      `${STORY} On the list were flour, salt, yeast, butter, sugar, eggs, milk, cream, nuts, seeds, and nobody had read it but me.`,
    ],
    ['a story with one sentence said twice', `${STORY} On Sunday we had none. ${STORY.split('. ')[2]}.`],
    [
      'a story with one short sentence three times',
      `${STORY} I asked nobody. I could have rung. I asked nobody. I could have walked over. I asked nobody.`,
    ],
    [
      'notes without little words',
      'Bakery, stock room, two years. Ordered flour for two days, needed ten. Sunday none left. Drove to another bakery, borrowed four sacks. Now colleague reads every order.',
    ],
    [
      'notes, one a line',
      'Team lead, support team\nPromised client release Friday\nForgot test server down\nRelease failed, client lost two days\nCalled client same evening, told them\nNow check server every Thursday',
    ],
    [
      'English with names and places of elsewhere',
      'In Kraków I worked with Grzegorz Brzęczyszczykiewicz and Łukasz Szczepański at Przedsiębiorstwo Wodociągów, and I gave them the wrong pipe sizes because I did not ask.',
    ],
    [
      'trade words and abbreviations',
      'I shipped the JWT change to the PCMCIA and HTTPS proxies without TLS tests, so MFA and SSO were down for two hours, and I told the CTO and the SRE lead.',
    ],
    [
      'notes typed without a single stop',
      'bakery stock room two years ordered flour two days needed ten sunday none left drove other bakery borrowed four sacks now colleague reads every order before sending',
    ],
    [
      'exactly twenty-five words',
      'I ordered flour for two days and not for ten, and on Sunday we had none. I drove off and borrowed four sacks from them.',
    ],
    ['a story that quotes a sentence of a sample', `${STORY} ${sampleText(0).split('. ')[0]}.`],
    [
      'typos in many words',
      'I rna the stcok room of a smal bakery and on a friday i orderd flour for too days insted of ten and on sunday we had non and i drov to anothr bakery',
    ],
  ])('%s', (_, text) => {
    expect(reason(text)).toBeUndefined();
  });

  test('a sample of a guide that never showed it is an answer like others', () => {
    expect(reason(sampleText(0), unshown)).toBeUndefined();
  });

  test('a sample that is mostly told anew is an own answer', () => {
    expect(reason(goneOver(sampleText(0), 5))).toBeUndefined();
  });
});

describe('whether a text can be read at all', () => {
  test('says so for another language, and nothing for English, for few words and for none', () => {
    expect(whyNotRead(SPANISH)?.cannotJudge).toBe('not-english');
    expect(whyNotRead(HINDI)?.cannotJudge).toBe('not-english');
    expect(whyNotRead(STORY)).toBeUndefined();
    expect(whyNotRead('Ich war müde.')).toBeUndefined();
    expect(whyNotRead('12:30')).toBeUndefined();
  });
});

describe('the runs of words', () => {
  test('are seven words each, whatever stands between them', () => {
    expect(wordRuns('one two three four five six')).toEqual([]);
    expect(wordRuns('one two three four five six seven eight')).toHaveLength(2);
    expect(wordRuns('One, two – three… four\nfive “six” SEVEN')).toEqual(
      wordRuns('one two three four five six seven'),
    );
    expect(wordRuns('one two three four five six eight')).not.toEqual(
      wordRuns('one two three four five six seven'),
    );
  });
});
