/** What a stretch of an answer can serve, as the corpus labels it: the guide's steps … */
export const STEP_LABELS = [
  'context',
  'failure',
  'immediate-actions',
  'reflections',
  'growth-evidence',
] as const;

/** … and what it can show. See test/corpus/GUIDELINES.md. */
export const SIGNAL_LABELS = [
  'role',
  'stake',
  'wrong',
  'own',
  'hid',
  'act',
  'ment',
  'les',
  'vague',
  'since',
  'claim',
  'oth',
  'exc',
  'emo',
  'triv',
  'cat',
  'dodge',
  'core',
] as const;

export const UNIT_LABELS = [...STEP_LABELS, ...SIGNAL_LABELS] as const;
export type UnitLabel = (typeof UNIT_LABELS)[number];
