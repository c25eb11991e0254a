import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { altOf } from '../card/picture-alt.ts';
import { critiqueScreen } from '../conversation/cards/critique-cards.ts';
import { critiqueMore } from '../conversation/cards/critique-more.ts';
import { helpLines } from '../conversation/cards/help-lines.ts';
import { scorecardOf } from '../conversation/cards/scorecard-of.ts';
import { FIRST_MANNER } from '../conversation/session.ts';
import { isCritique } from '../critique/critique.ts';
import { tellsDespair } from '../critique/despair.ts';
import { publicJudgement } from '../critique/public-critique.ts';
import { codeOf, PersonError } from '../errors.ts';
import { cleanText, MAX_TEXT } from '../text/clean.ts';
import type { App } from './app.ts';

const NOT_SCORED =
  'That sounds hard, and it is yours to keep private. I do not score a story like this. Another one may be easier to tell.';

interface Options {
  readonly role?: string;
  readonly critic: 'rubric' | 'llm';
  readonly json?: true;
  readonly png?: string;
}

export function createCritiqueCommand(app: App, exit: (code: number) => void): Command {
  return new Command('critique')
    .description('judge an answer from a file or standard input; opens no database, stores nothing')
    .argument('<file>', 'a text file, or - for standard input')
    .option('--role <role>', 'what the interview is for')
    .addOption(
      new Option(
        '--critic <critic>',
        'which critic; llm sends the answer to the language model in LLM_PROVIDER',
      )
        .choices(['rubric', 'llm'])
        .default('rubric'),
    )
    .option('--json', 'print JSON')
    .option('--png <file>', 'draw the scorecard into a picture; its words are printed')
    .action(async (file: string, { role, critic, json, png }: Options) => {
      const text = cleanText(await textOf(file));
      if (text.length > MAX_TEXT) {
        throw new PersonError(
          'too-long',
          `That is ${text.length} characters and I can read up to ${MAX_TEXT}. Shorten it, or judge it in two parts.`,
        );
      }
      const judged = { manner: FIRST_MANNER, setAside: [], rounds: 0, draftText: text, outdated: false };
      const { judgement, guide, isHard } = await app.critique(text, role, critic);
      if (judgement === undefined) {
        if (json === true) app.out(`${JSON.stringify({ notScored: isHard }, null, 2)}\n`);
        else if (!tellsDespair(text)) app.out(`${NOT_SCORED}\n`);
        else app.out(app.draw({ v: 1, blocks: helpLines(), buttons: [], asks: 'nothing' }));
        return exit(2);
      }
      if (json === true) app.out(`${JSON.stringify(publicJudgement(judgement, guide), null, 2)}\n`);
      else if (isCritique(judgement)) {
        const screen = critiqueScreen(judged, judgement, guide);
        const blocks = [...screen.blocks, ...critiqueMore(judged, judgement, guide).blocks];
        app.out(app.draw({ v: 1, blocks, buttons: [], asks: 'nothing' }));
      } else app.out(`${judgement.advice}\n`);
      if (png !== undefined && isCritique(judgement)) {
        const scorecard = scorecardOf(
          { ...judged, manner: { ...FIRST_MANNER, numbers: true } },
          judgement,
          guide,
        );
        await writePicture(png, await app.picture(scorecard));
        if (json !== true) app.out(`${altOf(scorecard)}\n`);
      }
      exit(isCritique(judgement) ? 0 : 2);
    });
}

async function writePicture(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new PersonError(
      'no-picture',
      `${file} cannot be written (${codeOf(error)}). Name a file in a folder that is there.`,
    );
  }
}

async function textOf(file: string): Promise<string> {
  if (file === '-') return readStandardInput();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PersonError(
      'no-file',
      `${file} cannot be read (${codeOf(error)}). Name a text file, or - for standard input.`,
    );
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
