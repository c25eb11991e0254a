import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { LLM_VARIABLES } from '../src/llm-config.ts';

const HOME = { COACH_HOME: tmpdir(), HOME: homedir() };
const OPENAI = { LLM_PROVIDER: 'openai', LLM_MODEL: 'gpt-5-mini', LLM_API_KEY: 's3cretkey' };
const OLLAMA = {
  LLM_PROVIDER: 'compatible',
  LLM_MODEL: 'llama3.1:8b',
  LLM_BASE_URL: 'http://localhost:11434/v1/',
};

const llm = (env: NodeJS.ProcessEnv) => parseConfig({ ...HOME, ...env }).llm;

function errorOf(env: NodeJS.ProcessEnv): ConfigError {
  try {
    llm(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('without a provider no answer leaves this machine, and empty variables are none', () => {
  expect(llm({})).toBeUndefined();
  const empty = Object.fromEntries(Object.keys(LLM_VARIABLES).map((name) => [name, ' ']));
  expect(llm(empty)).toBeUndefined();
});

test('OpenAI and Anthropic are where they always are, and take a schema', () => {
  expect(llm(OPENAI)).toEqual({
    provider: 'openai',
    model: 'gpt-5-mini',
    baseUrl: 'https://api.openai.com/v1',
    apiKey: 's3cretkey',
    jsonSchema: true,
  });
  expect(llm({ ...OPENAI, LLM_PROVIDER: ' Anthropic ' })).toMatchObject({
    provider: 'anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
  });
});

test('a compatible server needs no key, and takes a schema where it is said to', () => {
  expect(llm(OLLAMA)).toEqual({
    provider: 'compatible',
    model: 'llama3.1:8b',
    baseUrl: 'http://localhost:11434/v1',
    apiKey: undefined,
    jsonSchema: false,
  });
  expect(llm({ ...OLLAMA, LLM_JSON_SCHEMA: 'yes' })?.jsonSchema).toBe(true);
  expect(llm({ ...OPENAI, LLM_JSON_SCHEMA: 'no' })?.jsonSchema).toBe(false);
});

test.each([
  'http://ollama:11434/v1',
  'http://192.168.1.20:8000/v1',
  'http://10.0.0.3/v1',
  'http://[::1]:8080/v1',
  'http://vllm.internal/v1',
  'https://llm.example.org/v1',
])('%s may be sent answers', (url) => {
  expect(llm({ ...OLLAMA, LLM_BASE_URL: url })?.baseUrl).toBe(url);
});

test.each([
  [{ LLM_PROVIDER: 'gemini' }, 'LLM_PROVIDER', 'openai, anthropic, compatible'],
  [{ LLM_PROVIDER: 'openai', LLM_API_KEY: 'k' }, 'LLM_MODEL', 'needed with LLM_PROVIDER=openai'],
  [{ LLM_PROVIDER: 'anthropic', LLM_MODEL: 'm' }, 'LLM_API_KEY', 'needed with LLM_PROVIDER=anthropic'],
  [{ LLM_PROVIDER: 'compatible', LLM_MODEL: 'm' }, 'LLM_BASE_URL', 'where the server is'],
  [{ LLM_MODEL: 'm' }, 'LLM_MODEL', 'LLM_PROVIDER is not'],
  [{ LLM_API_KEY: 's3cretkey' }, 'LLM_API_KEY', 'LLM_PROVIDER is not'],
  [{ ...OPENAI, LLM_MODEL: 'gpt 5' }, 'LLM_MODEL', 'in one piece'],
  [{ ...OPENAI, LLM_API_KEY: 'Bearer s3cretkey' }, 'LLM_API_KEY', 'without a word before it'],
  [{ ...OLLAMA, LLM_BASE_URL: 'http://llm.example.org/v1' }, 'LLM_BASE_URL', 'an https:// address'],
  [{ ...OLLAMA, LLM_BASE_URL: 'http://172.40.0.1/v1' }, 'LLM_BASE_URL', 'an https:// address'],
  [{ ...OLLAMA, LLM_BASE_URL: 'https://a:s3cretkey@b.example.org' }, 'LLM_BASE_URL', 'without a password'],
  [
    { ...OLLAMA, LLM_BASE_URL: 'https://b.example.org/v1/chat/completions' },
    'LLM_BASE_URL',
    'what follows /v1',
  ],
  [{ ...OLLAMA, LLM_JSON_SCHEMA: 'maybe' }, 'LLM_JSON_SCHEMA', 'yes or no'],
])('%j is an error that says what to set', (env, variable, wrong) => {
  const error = errorOf(env);
  expect(error.variable).toBe(variable);
  expect(error.message).toContain(wrong);
  expect(error.message).not.toContain('s3cretkey');
});

test('every example of its errors works', () => {
  const example = (env: NodeJS.ProcessEnv) => errorOf(env).message.split(' Example: ').at(-1) ?? '';
  const setBy = (env: NodeJS.ProcessEnv) => {
    const text = example(env);
    const at = text.indexOf('=');
    return { ...env, [text.slice(0, at)]: text.slice(at + 1) };
  };
  for (const provider of ['openai', 'anthropic', 'compatible']) {
    let env: NodeJS.ProcessEnv = { LLM_PROVIDER: provider };
    env = setBy(env);
    env = setBy(env);
    expect(llm(env)?.provider).toBe(provider);
  }
  for (const variable of ['LLM_PROVIDER', 'LLM_MODEL', 'LLM_BASE_URL', 'LLM_API_KEY', 'LLM_JSON_SCHEMA']) {
    const wrong = { ...OLLAMA, [variable]: 'no such thing' };
    expect(llm({ ...OLLAMA, [variable]: example(wrong) })).toBeDefined();
  }
});

test('.env.example names every variable, and its values work', async () => {
  const lines = (await readFile(new URL('../.env.example', import.meta.url), 'utf8')).split('\n');
  const set = lines.flatMap((line) => {
    const [, name, value] = /^#(LLM_[A-Z_]+)=(.+)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  expect(set.map(([name]) => name)).toEqual(Object.keys(LLM_VARIABLES));
  expect(llm(Object.fromEntries(set))).toMatchObject({ provider: 'compatible' });
});
