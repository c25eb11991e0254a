import { OWN_RATING_WORDS } from '../conversation/own-rating.ts';
import type { OwnRating } from '../store/bodies.ts';
import { critiqueInWords } from './critique-in-words.ts';
import type { ExportedPractice, PersonExport } from './export.ts';
import { items, lines, list, verbatim, words } from './markdown.ts';
import { remindersInWords } from './plan-in-words.ts';
import { settingsInWords } from './settings-in-words.ts';
import { teamsInWords } from './teams/teams-in-words.ts';

/** The export as Markdown a person can read. Their words stand in indented blocks, which Markdown shows as they are. */
export function exportAsMarkdown(data: PersonExport): string {
  const head = [
    `# Everything held about ${data.person}`,
    'To be read. Every detail, such as where in an answer a quote stands, is in the JSON file beside this one.',
    '## Settings',
    ...items(settingsInWords(data.settings)),
    ...remindersInWords(data),
  ];
  return `${[...head, ...data.practices.map(practiceAsMarkdown), ...teamsInWords(data.teams)].join('\n\n')}\n`;
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
    ...draft.critiques.flatMap(critiqueInWords),
  ];
}

function ratingAsMarkdown(draftNo: number, { weakest, steps = {} }: OwnRating): string[] {
  const felt = weakest === undefined ? [] : [`This part felt weakest: ${weakest}`];
  const rated = Object.entries(steps).map(([step, score]) => `${step}: ${OWN_RATING_WORDS[score]}`);
  return lines(`Draft ${draftNo}, as you saw it yourself`, [...felt, ...rated]);
}
