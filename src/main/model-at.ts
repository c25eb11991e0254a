import type { ModelAt } from '../coach/ports.ts';
import { ADDRESSES, isAtHome, type LlmConfig, type LlmProvider } from '../llm-config.ts';

const NAMES: Readonly<Record<Exclude<LlmProvider, 'compatible'>, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
};

/**
 * Where words go with the language model that is configured. By the host, not by the name of the provider: with a base URL
 * of somebody else they go there. Another model at the same place is no news to anybody.
 */
export function modelAt({ provider, baseUrl }: LlmConfig): ModelAt {
  const { host, hostname } = new URL(baseUrl);
  const of = `${provider} ${host}`;
  if (isAtHome(hostname)) return { of, where: "a model on this coach's own server" };
  const isTheirs = provider !== 'compatible' && baseUrl === ADDRESSES[provider];
  return { of, where: isTheirs ? `${NAMES[provider]} (${host})` : `the server ${host}` };
}
