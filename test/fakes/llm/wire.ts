/** The three wire formats a model is asked in, as far as a critique needs them. */
export type Format = 'responses' | 'chat' | 'messages';

/** What the model has to say, before any format. */
export interface Said {
  readonly text: string;
  readonly ended: 'stop' | 'length' | 'refused';
}

const PATHS: ReadonlyMap<string, Format> = new Map([
  ['/v1/responses', 'responses'],
  ['/v1/chat/completions', 'chat'],
  ['/v1/messages', 'messages'],
]);

export function formatAt(path: string): Format | undefined {
  return PATHS.get(path);
}

/** The body of a request, as plain JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** All that the person's side said to the model, without the system's part. */
export function userTextOf(format: Format, body: Body): string {
  const messages = format === 'responses' ? body.input : body.messages;
  if (!Array.isArray(messages)) throw new Error('the request has no messages');
  return messages
    .filter((message: Body) => message.role === 'user')
    .map((message: Body) => textOf(message.content))
    .join('\n');
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) throw new Error('a message has no content');
  return content.map((part: Body) => String(part.text ?? '')).join('\n');
}

/** The answer in its wire format. */
export function answerIn(format: Format, body: Body, said: Said): Body {
  switch (format) {
    case 'responses':
      return inResponses(body, said);
    case 'chat':
      return inChat(body, said);
    case 'messages':
      return inMessages(body, said);
  }
}

function inResponses(body: Body, { text, ended }: Said): Body {
  const part =
    ended === 'refused' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [] };
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_700_000_000,
    status: ended === 'length' ? 'incomplete' : 'completed',
    incomplete_details: ended === 'length' ? { reason: 'max_output_tokens' } : null,
    error: null,
    model: body.model,
    output: [{ type: 'message', id: 'msg_1', status: 'completed', role: 'assistant', content: [part] }],
    usage: { input_tokens: 10, output_tokens: 10, total_tokens: 20 },
  };
}

function inChat(body: Body, { text, ended }: Said): Body {
  const message =
    ended === 'refused'
      ? { role: 'assistant', content: null, refusal: text }
      : { role: 'assistant', content: text };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: body.model,
    choices: [{ index: 0, message, finish_reason: ended === 'length' ? 'length' : 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
  };
}

const STOP_REASONS = { stop: 'end_turn', length: 'max_tokens', refused: 'refusal' } as const;

/** Where the SDK asks by a tool, a well-formed object goes back as the tool's input, as Anthropic sends it. */
function inMessages(body: Body, { text, ended }: Said): Body {
  const input = body.tool_choice === undefined || ended !== 'stop' ? undefined : parsed(text);
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: body.model,
    content:
      input === undefined
        ? [{ type: 'text', text }]
        : [{ type: 'tool_use', id: 'toolu_1', name: 'json', input }],
    stop_reason: input === undefined ? STOP_REASONS[ended] : 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 10 },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
