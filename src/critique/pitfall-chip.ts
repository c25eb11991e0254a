/** Pitfalls as chips: two words say enough beside the card. */
const CHIPS: Readonly<Record<string, string>> = {
  'others-mistakes': 'others’ mistakes',
  'core-skill': 'core of the job',
  'no-growth': 'no growth yet',
  'defensive-or-blaming': 'circumstances',
  trivial: 'a bigger one',
  'too-emotional': 'feelings first',
  'personal-catastrophe': 'close to home',
  'no-failure': 'no failure yet',
};

/** A pitfall in two words or three, by its id. */
export function pitfallChip(id: string): string {
  return CHIPS[id] ?? id.replaceAll('-', ' ');
}
