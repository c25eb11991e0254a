import { APICallError, generateText, type LanguageModel, NoObjectGeneratedError, Output } from 'ai';
import type { StoodInFor } from '../../src/critique/critique.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Prompt } from './prompt.ts';
import { readReply } from './read-reply.ts';
import { askedSchema, type Reply } from './reply.ts';

/** The model did not help: why, and when its server said to come back. No word of what it or the person said. */
export class NoReply extends Error {
  override readonly name = 'NoReply';
  readonly code: StoodInFor;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: StoodInFor,
    from: { status?: number | undefined; retryAfterMs?: number | undefined } = {},
  ) {
    super(`the model's reply: ${code}`);
    this.code = code;
    this.status = from.status;
    this.retryAfterMs = from.retryAfterMs;
  }
}

/** A critique takes about 1,000 tokens; models that think first take more of them for that. */
const MOST_TOKENS = 6_000;

/** The SDK writes its warnings to the console, which in the terminal is in the middle of the talk. */
globalThis.AI_SDK_LOG_WARNINGS = false;

export interface AskModel {
  readonly model: LanguageModel;
  /** Whether the server takes a JSON schema. */
  readonly jsonSchema: boolean;
}

/** Asks once, without retries: the time is the person's. Rejects with a `NoReply` for all that can go wrong out there. */
export async function askModel(
  { model, jsonSchema }: AskModel,
  guide: Guide,
  { system, user }: Prompt,
  signal: AbortSignal,
): Promise<Reply> {
  const { text, finishReason } = await written();
  if (finishReason === 'content-filter') throw new NoReply('refused');
  const reply = readReply(text);
  if (reply !== undefined) return reply;
  throw new NoReply(DECLINES.test(text) ? 'refused' : 'malformed');

  async function written(): Promise<{ readonly text: string; readonly finishReason: string }> {
    try {
      return await generateText({
        model,
        system,
        prompt: user,
        output: jsonSchema
          ? Output.object({ schema: askedSchema(guide), name: 'critique' })
          : Output.json({ name: 'critique' }),
        maxRetries: 0,
        maxOutputTokens: MOST_TOKENS,
        abortSignal: signal,
        // OpenAI keeps answers for thirty days unless it is told not to.
        providerOptions: { openai: { store: false } },
      });
    } catch (error) {
      // What is no JSON, or not of the schema, is read leniently here: the SDK hands the text over with the error.
      if (NoObjectGeneratedError.isInstance(error))
        return { text: error.text ?? '', finishReason: error.finishReason ?? 'unknown' };
      throw noReplyOf(error, signal);
    }
  }
}

/** Models without a field for it refuse in prose. */
const DECLINES =
  /^[^{]{0,40}\b(?:I(?:'|’)m sorry|I am sorry|I can(?:not|(?:'|’)t)|unable to (?:help|assist)|I won(?:'|’)t)\b/iu;

function noReplyOf(error: unknown, signal: AbortSignal): NoReply {
  if (signal.aborted) return new NoReply('slow');
  if (!APICallError.isInstance(error)) return new NoReply('down');
  const { statusCode: status, responseHeaders } = error;
  if (status === 429 || status === 529) {
    return new NoReply('rate-limited', {
      status,
      retryAfterMs: retryAfterOf(responseHeaders?.['retry-after']),
    });
  }
  // A 200 that is no message of this wire format.
  if (status !== undefined && status < 300) return new NoReply('malformed', { status });
  return new NoReply('down', { status });
}

function retryAfterOf(header: string | undefined): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
