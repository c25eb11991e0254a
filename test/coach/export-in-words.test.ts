import { expect, test } from 'vitest';
import type { ExportedPractice, PersonExport } from '../../src/coach/export.ts';
import { exportFiles } from '../../src/coach/export-files.ts';
import { type Critique, CritiqueSchema } from '../../src/critique/critique.ts';
import { parsePlan } from '../../src/reminders/plan.ts';
import { NEW_READINESS } from '../../src/reminders/readiness.ts';

const QUOTE = 'I agreed the room by phone.';
const span = { start: 0, end: QUOTE.length, quote: QUOTE };

const critique: Critique = CritiqueSchema.parse({
  v: 1,
  critic: 'rubric',
  version: 'rubric-3',
  steps: {
    context: { score: 2, evidence: [span], found: ['own-part'], missing: [] },
    growth: { score: 0, evidence: [], found: [], missing: ['later-occasion'] },
  },
  findings: [
    {
      id: 'f2',
      rule: 'vague',
      at: { span },
      why: 'A listener asks which room.',
      question: 'Which room was it?',
      rank: 1,
    },
    {
      id: 'f1',
      rule: 'growth.later-occasion',
      at: { missingIn: 'growth' },
      why: 'Only a later time shows that it stuck.',
      question: 'When did it come up again?',
      shape: 'Last [month] I [did it].',
      rank: 0,
    },
  ],
  keep: [{ span, effect: 'The slip is yours, and plain.' }],
  next: { question: 'Why by phone?', about: span },
  overall: 0.6,
  verdict: 'weak',
  line: 'Right story, one thing to fix.',
  length: { words: 120, seconds: 55, is: 'short' },
  notes: [{ rule: 'dates', span, text: 'It has no date.', question: 'When was it?' }],
  stoodInFor: 'slow',
});

const practice: ExportedPractice = {
  number: 1,
  startedAt: '2026-11-25T10:00:00.000Z',
  changedAt: '2026-11-25T10:00:00.000Z',
  question: 'What was your greatest failure?',
  stage: 'critiqued',
  purpose: null,
  seeds: [],
  inALineOrTwo: '',
  answers: {},
  rewritten: [],
  notes: [],
  edits: [],
  reply: '',
  undo: null,
  answer: QUOTE,
  drafts: [
    {
      draftNo: 1,
      at: '2026-11-25T10:05:00.000Z',
      text: QUOTE,
      ownRating: null,
      critiques: [{ at: '2026-11-25T10:05:02.000Z', ...critique }],
    },
  ],
  ownRating: null,
  setAside: [],
  runs: [],
  interview: null,
  ways: [],
};

const everything: PersonExport = {
  person: 'slack:T1:U1',
  exportedAt: '2026-11-26T09:00:00.000Z',
  settings: {
    tone: 'direct',
    showNumbers: true,
    wordsPerMinute: 131,
    seniority: 'early',
    takesShares: false,
    critic: 'llm',
    toldOfModel: 'api.example.org',
    toldOfModelAt: '2026-11-20T08:00:00.000Z',
    zone: 'Europe/Berlin',
    zoneSource: 'asked',
    locale: 'de-DE',
    quietHours: { from: '22:00', to: '07:00' },
    pausedUntil: '2026-12-01T07:30:00.000Z',
    knownSince: '2026-11-01T08:00:00.000Z',
    lastActive: '2026-11-26T08:00:00.000Z',
  },
  reminders: parsePlan({
    v: 1,
    rhythm: {
      kind: 'recurrence',
      recurrence: { each: 'week', every: 1, days: [1, 2, 3, 4, 5], times: ['08:30'], from: '2026-11-23' },
    },
    moments: [
      { kind: 'at', at: '2026-12-03T17:00:00.000Z', wall: '2026-12-03T18:00' },
      { kind: 'in', at: '2026-12-04T17:00:00.000Z', wall: '2026-12-04T18:00', snoozed: true },
    ],
    interview: {
      date: '2027-03-20',
      time: '18:00',
      done: { drafts: 1, revisions: 2, lastRun: '2026-11-24' },
    },
    place: 'slack/D1',
    next: { at: '2026-12-01T07:30:00.000Z', wall: '2026-12-01 08:30', reason: { kind: 'rhythm' } },
    since: '2026-11-26T07:30:00.000Z',
    pauses: [{ from: '2026-11-10', until: '2026-11-12' }],
    skippedTo: '2026-11-27T07:30:00.000Z',
    sent: {
      at: '2026-11-26T07:30:00.000Z',
      reason: { kind: 'interview', what: 'revision' },
      seq: 4,
    },
    unanswered: 3,
    resting: true,
    held: 'channel_not_found',
    missed: ['Wednesday 25 November 2026, 8:30'],
    asks: {
      seq: 5,
      at: 'slack/D1',
      fresh: true,
      about: { what: 'zone', words: 'where my aunt lives' },
      choices: [],
    },
    seq: 5,
    readiness: { ...NEW_READINESS, goodDays: ['2026-11-24'] },
    told: [{ date: '2026-10-01', words: 'They asked about the fair.' }],
  }),
  practices: [practice],
  wakes: [],
};

function filesOf(data: PersonExport) {
  const [markdown, json] = exportFiles(data);
  return { markdown: markdown?.content ?? '', json: JSON.parse(json?.content ?? '') };
}

/** Without what a person wrote, which stands in indented blocks. */
function ourWords(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !line.startsWith('    '))
    .join('\n');
}

test('the Markdown of an export has no JSON in it, and the JSON file has everything', () => {
  const { markdown, json } = filesOf(everything);
  expect(json).toEqual(JSON.parse(JSON.stringify(everything)));
  expect(ourWords(markdown)).not.toMatch(/[{}`]|undefined|null|\[object/);
  expect(markdown).toContain('is in the JSON file beside this one');
});

test('settings are lines that can be read', () => {
  const { markdown } = filesOf(everything);
  for (const line of [
    '- Tone: direct',
    '- Ratings: in words and as numbers',
    '- How far along you are: in your first years',
    '- Your own pace: 131 words a minute',
    '- Answers that others share: you take none',
    '- Critiques: a language model reads your answers, as you were told: api.example.org',
    '- You were told of the language model: Friday 20 November 2026, 9:00 (Europe/Berlin)',
    '- Time zone: Europe/Berlin, as you said',
    '- Known since: Sunday 1 November 2026, 9:00 (Europe/Berlin)',
  ])
    expect(markdown).toContain(`${line}\n`);
});

test('the plan of reminders is said in words: what was asked for, what comes, what came, what was told', () => {
  const { markdown } = filesOf(everything);
  for (const line of [
    '- You are reminded every weekday at 8:30 (Europe/Berlin).',
    '- You are reminded on the way to your interview on Saturday 20 March 2027, at 18:00 (Europe/Berlin).',
    '- Done for that interview: first drafts 1, revisions 2, last aloud on Tuesday 24 November 2026.',
    '- Once: Thursday 3 December 2026, 18:00 (Europe/Berlin).',
    '- Put off to: Friday 4 December 2026, 18:00 (Europe/Berlin).',
    '- Next: Tuesday 1 December 2026, 8:30 (Europe/Berlin): your rhythm.',
    '- It rests, since the last three were not answered.',
    '- It is held, since the last could not be shown (channel_not_found).',
    '- Skipped up to Friday 27 November 2026, 8:30 (Europe/Berlin).',
    '- Quiet hours: 22:00 to 7:00.',
    '- Paused until Tuesday 1 December 2026, 8:30 (Europe/Berlin).',
    '- The last was sent on Thursday 26 November 2026, 8:30 (Europe/Berlin): a revision before your interview.',
    '- Not answered in a row: 3.',
    '- Not sent, since I was away: Wednesday 25 November 2026, 8:30.',
    '- Paused from Tuesday 10 November 2026 until Thursday 12 November 2026.',
    '- A good critique on Tuesday 24 November 2026.',
    '    where my aunt lives',
    '### What you told after the interview, 2026-10-01\n\n    They asked about the fair.',
  ])
    expect(markdown).toContain(line);
});

test('a pause that is over, and what was skipped by being sent, are said no more', () => {
  const { markdown } = filesOf({ ...everything, exportedAt: '2027-01-12T09:00:00.000Z' });
  expect(markdown).not.toContain('Paused until');
  expect(markdown).not.toContain('Skipped up to');
  expect(markdown).toContain('- Paused from Tuesday 10 November 2026 until Thursday 12 November 2026.');
});

test('who never asked to be reminded reads that, and the usual quiet hours', () => {
  const { markdown } = filesOf({ ...everything, settings: {}, reminders: null, practices: [] });
  expect(markdown).toContain('- No reminder was ever planned.\n- Quiet hours: 21:00 to 8:00.');
  expect(ourWords(markdown)).not.toMatch(/[{}`]|undefined|null/);
});

test('a critique is a verdict, each step with its score and the words that earned it, and every finding, the first one first', () => {
  const { markdown } = filesOf(everything);
  const from = markdown.indexOf('### Critique, 2026-11-25T10:05:02.000Z');
  const quote = `\n\n    ${QUOTE}\n\n`;
  const parts = [
    '- weak: Right story, one thing to fix.',
    '- Overall 0.60 of 1. Judged by the offline critic, version 3.',
    '- The language model was slow, so this is the offline reading.',
    '- 120 words, 55 seconds aloud: short for an interview.',
    `#### context: clear (2 of 2)\n\nFound: own part.${quote}`,
    '#### growth: not yet (0 of 2)\n\nNot found: later occasion.',
    `#### What to keep${quote}The slip is yours, and plain.`,
    '#### What to change\n\nStill to come in growth:\n\nOnly a later time shows that it stuck. When did it come up again?\n\nShape: "Last [month] I [did it]."\n\nRule: growth.later-occasion (f1).',
    `${quote}A listener asks which room. Which room was it?\n\nRule: vague (f2).`,
    `#### Beyond the steps${quote}It has no date. When was it?\n\nRule: dates.`,
    `#### What they may ask next\n\nWhy by phone?\n\n    ${QUOTE}`,
  ];
  let at = from;
  for (const part of parts) {
    const next = markdown.indexOf(part, at);
    expect(next, part).toBeGreaterThanOrEqual(at);
    at = next;
  }
});
