import { writeFileSync } from 'node:fs';
import { loadLanguage } from '../../src/critique/language.ts';
import type { ModelFile } from '../../src/critique/model/critic-model.ts';
import { crossFitted, featuresOf, fitAnswers, thresholdsFor } from './answers.ts';
import { readCorpus, splitOf } from './corpus.ts';
import { cutAnswers } from './cut-answers.ts';
import { linearFileOf } from './linear-file.ts';
import { prepare } from './prepared.ts';
import { fitUnits, outOfFold, unitsSeen } from './stages.ts';

/**
 * Makes src/critique/model/weights.json from the train split of the corpus: `npm run train`. The same corpus and code make the
 * same file. `--all` trains on dev as well, for the file that is shipped.
 */
const root = new URL('../../', import.meta.url);
const corpus = ['answers', 'first-answers'].flatMap((name) =>
  readCorpus(new URL(`test/corpus/${name}.jsonl`, root)),
);
const splits = process.argv.includes('--all') ? ['train', 'dev'] : ['train'];
const own = corpus.filter((one) => splits.includes(splitOf(one.id)));
const { prepared: answers, words } = prepare([...own, ...cutAnswers(own)], loadLanguage());
const seen = outOfFold(answers, (rest) => {
  const model = fitUnits(rest);
  return (one) => unitsSeen(model, one);
});
const units = fitUnits(answers);
const features = featuresOf(answers, seen);
// What a stretch is, is learned from answers that end early too; what a whole one is worth, from whole ones.
const isWhole = answers.map(({ answer: { id } }) => !id.includes('~'));
const judged = answers.filter((_, at) => isWhole[at]);
const shown = features.filter((_, at) => isWhole[at]);
const answer = fitAnswers(judged, shown);
const outputs = [...answer.fitted.keys()];
const crossed = crossFitted(judged, shown);
// Thresholds are set on answers of people who never saw the guide: that is what most texts are.
const isStranger = judged.map(({ answer: { id } }) => !id.startsWith('w0-'));
const thresholds = thresholdsFor(
  judged.filter((_, at) => isStranger[at]),
  outputs,
  crossed.filter((_, at) => isStranger[at]),
);
const file: ModelFile = {
  v: 1,
  guide: 'greatest-failure',
  words: [...words].sort().join(' '),
  first: linearFileOf(units.first, 0.2),
  second: linearFileOf(units.second),
  answer: linearFileOf(answer),
  thresholds,
};
const json = `${JSON.stringify(file, null, 1)}\n`;
writeFileSync(new URL('src/critique/model/weights.json', root), json);
console.log(
  `${answers.length} answers, ${answers.reduce((sum, one) => sum + one.units.length, 0)} stretches, ` +
    `${file.first.features.split('\n').length} features, ${Math.round(json.length / 1024)} kB`,
);
