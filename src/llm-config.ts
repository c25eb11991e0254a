import { z } from 'zod';
import { ConfigError } from './errors.ts';

/** Which language model enriches a critique, and how it is reached. */
export interface LlmConfig {
  readonly provider: LlmProvider;
  readonly model: string;
  /** Without an end slash. */
  readonly baseUrl: string;
  /** None: the server asks for none. */
  readonly apiKey: string | undefined;
  /** Whether the server takes a JSON schema for its output. Where it does not, the form is asked for in words. */
  readonly jsonSchema: boolean;
}

const PROVIDERS = ['openai', 'anthropic', 'compatible'] as const;
export type LlmProvider = (typeof PROVIDERS)[number];

const EXAMPLES = {
  LLM_PROVIDER: 'compatible',
  LLM_MODEL: 'llama3.1:8b',
  LLM_BASE_URL: 'http://localhost:11434/v1',
  LLM_API_KEY: 'paste-the-key-of-your-account',
  LLM_JSON_SCHEMA: 'yes',
} as const;

/** Models that exist today, so that an example can be copied. */
const MODELS: Readonly<Record<LlmProvider, string>> = {
  openai: 'gpt-5-mini',
  anthropic: 'claude-haiku-4-5',
  compatible: EXAMPLES.LLM_MODEL,
};

/** Where each provider is. Named here, so that a variable meant for another program (OPENAI_BASE_URL) leads no answer away. */
export const ADDRESSES: Readonly<Partial<Record<LlmProvider, string>>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
};

const ProviderSchema = z.string().transform((value) => {
  const provider = PROVIDERS.find((known) => known === value.trim().toLowerCase());
  if (provider !== undefined) return provider;
  throw new ConfigError(
    'LLM_PROVIDER',
    `expected one of ${PROVIDERS.join(', ')}. Ollama, llama.cpp and vLLM are compatible.`,
    EXAMPLES.LLM_PROVIDER,
  );
});

const ModelSchema = z.string().transform((value) => {
  const model = value.trim();
  if (/^[\x21-\x7e]{1,200}$/.test(model)) return model;
  throw new ConfigError('LLM_MODEL', 'expected the name of a model, in one piece.', EXAMPLES.LLM_MODEL);
});

/** The key is never repeated, not even its beginning. */
const KeySchema = z.string().transform((value) => {
  const key = value.trim();
  if (/^[\x21-\x7e]+$/.test(key) && !/^bearer\b/i.test(key)) return key;
  throw new ConfigError(
    'LLM_API_KEY',
    'expected a key in one piece, without a word before it.',
    EXAMPLES.LLM_API_KEY,
  );
});

/**
 * Where people's answers are sent: https, or http within the house (this machine, a name without a dot as Docker gives
 * it, a private network). It is not repeated: what was set may hold a password.
 */
const BaseUrlSchema = z.string().transform((value) => {
  const parsed = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
  if (
    parsed === undefined ||
    !(parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isAtHome(parsed.hostname))) ||
    `${parsed.username}${parsed.password}${parsed.search}${parsed.hash}` !== ''
  ) {
    throw new ConfigError(
      'LLM_BASE_URL',
      'expected an https:// address without a password, ? or # (http:// on this machine or in a private network only: answers and the key go there).',
      EXAMPLES.LLM_BASE_URL,
    );
  }
  const base = parsed.href.replace(/\/+$/, '');
  if (/\/(?:chat\/completions|responses|messages)$/.test(base)) {
    throw new ConfigError(
      'LLM_BASE_URL',
      'expected the address up to its version: leave out what follows /v1.',
      EXAMPLES.LLM_BASE_URL,
    );
  }
  return base;
});

/** On this machine, or in its own network. */
export function isAtHome(hostname: string): boolean {
  return (
    /^(?:localhost|\[::1\]|\[f[cd][0-9a-f:]+\]|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/.test(
      hostname,
    ) || /^(?:[^.:[\]]+|.+\.(?:local|internal|localhost|lan))$/.test(hostname)
  );
}

const SchemaSchema = z.string().transform((value) => {
  const said = value.trim().toLowerCase();
  if (['yes', 'true', '1'].includes(said)) return true;
  if (['no', 'false', '0'].includes(said)) return false;
  throw new ConfigError('LLM_JSON_SCHEMA', 'expected yes or no.', EXAMPLES.LLM_JSON_SCHEMA);
});

/** The language model's part of the environment. */
export const LLM_VARIABLES = {
  LLM_PROVIDER: ProviderSchema.optional(),
  LLM_MODEL: ModelSchema.optional(),
  LLM_BASE_URL: BaseUrlSchema.optional(),
  LLM_API_KEY: KeySchema.optional(),
  LLM_JSON_SCHEMA: SchemaSchema.optional(),
};

type Environment = z.infer<z.ZodObject<typeof LLM_VARIABLES>>;

/** Undefined where no provider is set: the coach then reads by itself, and nothing leaves this machine. */
export function llmOf(env: Environment): LlmConfig | undefined {
  const { LLM_PROVIDER: provider, LLM_MODEL: model, LLM_API_KEY: apiKey, LLM_JSON_SCHEMA: jsonSchema } = env;
  if (provider === undefined) {
    const alone = (['LLM_MODEL', 'LLM_BASE_URL', 'LLM_API_KEY', 'LLM_JSON_SCHEMA'] as const).find(
      (name) => env[name] !== undefined,
    );
    if (alone === undefined) return undefined;
    throw new ConfigError(
      alone,
      'is set, but LLM_PROVIDER is not. See docs/language-model.md.',
      `LLM_PROVIDER=${EXAMPLES.LLM_PROVIDER}`,
    );
  }
  if (model === undefined)
    throw new ConfigError(
      'LLM_MODEL',
      `is needed with LLM_PROVIDER=${provider}.`,
      `LLM_MODEL=${MODELS[provider]}`,
    );
  const baseUrl = env.LLM_BASE_URL ?? ADDRESSES[provider];
  if (baseUrl === undefined)
    throw new ConfigError(
      'LLM_BASE_URL',
      'is needed with LLM_PROVIDER=compatible: where the server is.',
      `LLM_BASE_URL=${EXAMPLES.LLM_BASE_URL}`,
    );
  if (apiKey === undefined && provider !== 'compatible')
    throw new ConfigError(
      'LLM_API_KEY',
      `is needed with LLM_PROVIDER=${provider}.`,
      `LLM_API_KEY=${EXAMPLES.LLM_API_KEY}`,
    );
  return { provider, model, baseUrl, apiKey, jsonSchema: jsonSchema ?? provider !== 'compatible' };
}
