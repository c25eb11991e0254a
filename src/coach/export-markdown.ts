import { OWN_RATING_WORDS } from '../conversation/own-rating.ts';
import { readWith } from '../critique/read-with.ts';
import type { OwnRating } from '../store/bodies.ts';
import type { ExportedPractice, PersonExport } from './export.ts';

/** The export as Markdown a person can read. Their words stand in indented blocks, which Markdown shows as they are. */
export function exportAsMarkdown(data: PersonExport): string {
  const head = [`# Everything held about ${data.person}`, json(data.settings), ...reminders(data)];
  return `${[...head, ...data.practices.map(practiceAsMarkdown)].join('\n\n')}\n`;
}

function reminders({ reminders: plan }: PersonExport): string[] {
  if (plan === null) return [];
  const { told, ...rest } = plan;
  return [
    '## Reminders',
    json(rest),
    ...told.flatMap((one) => words(`What you told after the interview, ${one.date}`, one.words)),
  ];
}

function practiceAsMarkdown(practice: ExportedPractice): string {
  return [
    `## Practice ${practice.number}, ${practice.startedAt}`,
    practice.question,
    ...words('What it is for', practice.purpose?.name),
    ...words('What that needs most', practice.purpose?.core),
    ...list('Moments you jotted down', practice.seeds),
    ...words('In a line or two', practice.inALineOrTwo),
    ...Object.entries(practice.answers).flatMap(([step, text]) => words(step, text)),
    ...practice.rewritten.flatMap((old) => words(`${old.step}, before it was rewritten`, old.text)),
    ...list('Notes', practice.notes),
    ...list('Edited messages', practice.edits),
    ...words("Your reply to the coach's question, not used yet", practice.reply),
    ...words(`${practice.undo?.step}, before the reply was used`, practice.undo?.text),
    ...words('The answer as it stands', practice.answer),
    ...practice.drafts.flatMap(draftAsMarkdown),
    ...(practice.ownRating === null ? [] : ratingAsMarkdown(practice.ownRating.draftNo, practice.ownRating)),
    ...lines(
      'Findings you said are not so',
      practice.setAside.map(({ id, rule }) => `${rule} (${id})`),
    ),
    ...lines(
      'Runs aloud',
      practice.runs.map(
        ({ runNo, at, took, seconds, said }) =>
          `Run ${runNo}, ${at}: ${took} seconds, of ${seconds}. Said: ${said.join(', ') || 'no step ticked'}.`,
      ),
    ),
    ...words('When the interview is', practice.interview),
  ].join('\n\n');
}

function draftAsMarkdown(draft: ExportedPractice['drafts'][number]): string[] {
  return [
    `### Draft ${draft.draftNo}, ${draft.at}`,
    verbatim(draft.text),
    ...(draft.ownRating === null ? [] : ratingAsMarkdown(draft.draftNo, draft.ownRating)),
    ...draft.critiques.flatMap((critique) => [...readerIn(critique), json(critique)]),
  ];
}

function readerIn(critique: ExportedPractice['drafts'][number]['critiques'][number]): string[] {
  const line = readWith(critique);
  return line === undefined ? [] : [line];
}

function ratingAsMarkdown(draftNo: number, { weakest, steps = {} }: OwnRating): string[] {
  const felt = weakest === undefined ? [] : [`This part felt weakest: ${weakest}`];
  const rated = Object.entries(steps).map(([step, score]) => `${step}: ${OWN_RATING_WORDS[score]}`);
  return lines(`Draft ${draftNo}, as you saw it yourself`, [...felt, ...rated]);
}

/** A heading with a person's words below; nothing where there are none. */
function words(heading: string, text: string | null | undefined): string[] {
  return text === undefined || text === null || text === '' ? [] : [`### ${heading}`, verbatim(text)];
}

function list(heading: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`### ${heading}`, ...texts.map(verbatim)];
}

/** Our own words, a line each. */
function lines(heading: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`### ${heading}`, texts.map((text) => `- ${text}`).join('\n')];
}

function verbatim(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2).replaceAll('```', '` ` `')}\n\`\`\``;
}
