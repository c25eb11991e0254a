import type { Reason } from './plan.ts';

const STEPS = {
  draft: 'the first draft before your interview',
  revision: 'a revision before your interview',
  rehearsal: 'once aloud before your interview',
  after: 'how the interview went',
} as const;

/** What a reminder is of, behind its time: "Monday 30 November 2026, 8:30 (a revision before your interview)". */
export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'rhythm':
      return 'your rhythm';
    case 'adaptive':
      return 'the day I chose';
    case 'moment':
      return 'the single time you named';
    case 'snoozed':
      return 'the one you put off';
    case 'interview':
      return STEPS[reason.what];
    case 'missed':
      return 'word of what was not sent';
  }
}
