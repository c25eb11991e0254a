import type { MaskedId } from './record-mask.ts';

export const SLACK_IDS: readonly MaskedId[] = [
  // A `ts`, as it is and as it stands in a link.
  [/\b\d{10}\.\d{6}\b/g, (count) => `17000000${String(count).padStart(2, '0')}.000000`],
  [/\bp\d{16}\b/g, (count) => `p17000000${String(count).padStart(2, '0')}000000`],
  [
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
    (count) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  ],
  [/\bF0\w{8}\b/g, (count) => `F0FILE${count}`],
  // A picture's size is the drawing library's.
  [/"length":\d{4,6}\b/g, () => '"length":50000'],
  [/\bD0\w+\b/g, (count) => `D0ADA${count > 1 ? count : ''}`],
];
