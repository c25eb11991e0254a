import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isDated } from '../../src/critique/dated.ts';
import { doubtsIn, type ToldFor } from '../../src/critique/doubts.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import type { Doubt } from '../../src/critique/reading.ts';
import { type DoubtKind, DoubtKindSchema, type Guide } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { AnswersSchema } from '../corpus/answers.ts';
import { CUSTOMER_DAY, MIGRATION } from './told-answers.ts';

const OpeningsSchema = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    role: z.string().optional(),
    expect: DoubtKindSchema.nullable(),
  }),
);

const language = loadLanguage();
const openings = OpeningsSchema.parse(fromCorpus('openings.json'));

function fromCorpus(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8'));
}

function doubts(text: string, about: ToldFor = {}, guide: Guide = greatestFailure): readonly Doubt[] {
  return doubtsIn(language.parse(text), guide, about);
}

function kinds(text: string, about: ToldFor = {}): DoubtKind[] {
  return doubts(text, about).map((doubt) => doubt.kind);
}

for (const o of openings) { const k = doubts(o.text, o); if ((k[0]?.kind ?? null) !== o.expect || k.length > 1) console.log(o.id, o.expect, JSON.stringify(k)); else if (k[0]) console.log('ok', o.id, k[0].about?.quote); }
for (const f of ['answers.json', 'unseen.json', 'strangers.json'])
  for (const a of AnswersSchema.parse(fromCorpus(f))) { const k = doubts(a.text, { role: a.profession }); if (k.length) console.log(f, a.id, a.pitfalls, JSON.stringify(k)); }
for (const s of greatestFailure.samples) { const k = doubts(Object.values(s.steps).join(' '), { role: s.profession }); if (k.length) console.log(s.id, s.quality, JSON.stringify(k)); }
for (const s of [...greatestFailure.alternatives.map(a=>a.text), MIGRATION, CUSTOMER_DAY]) { const k = doubts(s); if (k.length) console.log(s, JSON.stringify(k)); }
const read = (f: string) => JSON.parse(readFileSync(f, 'utf8'));
let bad = 0; for (const [role, t] of read('/tmp/held.json')) { const k = doubts(t, role ? { role } : {}).filter(d => d.kind !== 'unknown-role'); if (k.length) { bad++; console.log('FALSE', role, '|', t, JSON.stringify(k)); } }
let hit = 0, n = 0; for (const [kind, role, t] of read('/tmp/held2.json')) { n++; const k = doubts(t, role ? { role } : {}); if (k[0]?.kind === kind) hit++; else console.log('MISS', kind, role, '|', t, JSON.stringify(k)); }
console.log('held', bad, 'false of', read('/tmp/held.json').length, hit, 'of', n);
test('x', () => { expect(isDated(language.parse('Two years ago'))).toBe(true); expect(kinds).toBeDefined(); expect(describe).toBeDefined(); expect(fc).toBeDefined(); expect(isVerbatim).toBeDefined(); });
