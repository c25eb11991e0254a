/** The words a question of the guide leaves open: `{figure}`. */
const SLOT = /\{(\w+)\}/gu;

/** A guide's question about this answer; undefined where a slot has no words. */
export function asked(question: string, slots: Readonly<Record<string, string>>): string | undefined {
  let isWhole = true;
  const filled = question.replace(SLOT, (slot, name: string) => {
    const words = Object.hasOwn(slots, name) ? slots[name] : undefined;
    if (words === undefined) isWhole = false;
    return words ?? slot;
  });
  return isWhole ? filled : undefined;
}

/** Whether a question that was put is this one of the guide, whatever words its slots held then. */
export function isPutAs(question: string, put: string): boolean {
  const parts = question.split(/\{\w+\}/u);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return put === question;
  return put.length > first.length + last.length && put.startsWith(first) && put.endsWith(last);
}
