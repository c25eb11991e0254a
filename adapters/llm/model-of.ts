import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { LlmConfig } from '../../src/llm-config.ts';

/** The model as the SDK knows it. */
export function modelOf({ provider, model, baseUrl, apiKey, jsonSchema }: LlmConfig): LanguageModel {
  const key = apiKey === undefined ? {} : { apiKey };
  switch (provider) {
    case 'openai':
      return createOpenAI({ baseURL: baseUrl, ...key })(model);
    case 'anthropic':
      return createAnthropic({ baseURL: baseUrl, ...key })(model);
    case 'compatible':
      return createOpenAICompatible({
        name: 'compatible',
        baseURL: baseUrl,
        ...key,
        supportsStructuredOutputs: jsonSchema,
      })(model);
  }
}
