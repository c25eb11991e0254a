/** The pieces an export in Markdown is made of. Each function returns blocks, which stand a blank line apart. */

/** A person's words, which Markdown shows as they are. */
export function verbatim(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** A heading with a person's words below; nothing where there are none. */
export function words(heading: string, text: string | null | undefined): string[] {
  return text === undefined || text === null || text === '' ? [] : [`### ${heading}`, verbatim(text)];
}

export function list(heading: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`### ${heading}`, ...texts.map(verbatim)];
}

/** Our own words, a line each. */
export function items(texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [texts.map((text) => `- ${text}`).join('\n')];
}

export function lines(heading: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`### ${heading}`, ...items(texts)];
}
