const TEXT_TYPES: ReadonlySet<string> = new Set(['text/plain', 'text/markdown', 'text/x-markdown']);

/** A content type in small letters, without its parameters. */
export function bareType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

/** Whether a bare content type is one of a written answer: plain text or Markdown, no page. */
export function isTextType(type: string | undefined): boolean {
  return type !== undefined && TEXT_TYPES.has(type);
}
