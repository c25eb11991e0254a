/** What the coach gave the model to read: the document in the user's message. */
export interface Given {
  readonly answer: string;
  readonly role: string | null;
  readonly steps: readonly { readonly id: string; readonly told: readonly string[] }[];
  readonly rules: readonly string[];
  readonly noteRules: readonly string[];
  readonly offline: {
    readonly scores: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly id: string; readonly rule: string }[];
  };
}

/** A real model reads prose as well; the fake insists on the document, so that no test passes by misunderstanding. */
export function givenIn(userText: string): Given {
  const start = userText.indexOf('{');
  const end = userText.lastIndexOf('}');
  return JSON.parse(userText.slice(start, end + 1)) as Given;
}
