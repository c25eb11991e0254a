import type { UnitLabel } from './labels.ts';

/** By which labels of the corpus a sign of the guide shows: `found` where it is there, `thin` where it is tried for. */
export const SHOWN_BY: ReadonlyMap<string, { found: readonly UnitLabel[]; thin: readonly UnitLabel[] }> =
  new Map([
    ['setting', { found: ['role', 'stake'], thin: [] }],
    ['stake', { found: ['stake'], thin: [] }],
    ['own-part', { found: ['own'], thin: ['hid'] }],
    ['what-went-wrong', { found: ['wrong'], thin: [] }],
    ['own-action', { found: ['act'], thin: ['ment'] }],
    ['lesson', { found: ['les', 'vague'], thin: [] }],
    ['specific-lesson', { found: ['les'], thin: ['vague'] }],
    ['later-occasion', { found: ['since'], thin: [] }],
    ['changed-practice', { found: ['since'], thin: ['claim'] }],
  ]);

/** By which labels a pitfall of the guide shows. */
export const PITFALL_SHOWN_BY: ReadonlyMap<string, UnitLabel> = new Map([
  ['others-mistakes', 'oth'],
  ['core-skill', 'core'],
  ['defensive-or-blaming', 'exc'],
  ['trivial', 'triv'],
  ['too-emotional', 'emo'],
  ['personal-catastrophe', 'cat'],
  ['no-failure', 'dodge'],
]);
