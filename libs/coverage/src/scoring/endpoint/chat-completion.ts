import { ScorerError } from '@timbre/analysis';
import { EgressError, type EgressRequest, type EgressResponse } from '@timbre/platform';
import { z } from 'zod';
import type { ScorerCost } from '../ledger/scorer-ledger.js';

/** The guarded client, as far as it is needed. */
export interface Egress {
  fetch(wanted: EgressRequest): Promise<EgressResponse>;
}

export interface ChatEndpoint {
  /** Base address, with or without a slash at its end. */
  url: string;
  key: string | undefined;
  model: string;
  timeoutMs: number;
}

/** Reasoning models of the protocol's inventor take another name for the limit of the answer, and no temperature. */
export type ChatDialect = 'usual' | 'reasoning';

export interface ChatRequest {
  messages: readonly { role: string; content: string }[];
  schema: object;
  mostAnswerTokens: number;
  dialect: ChatDialect;
}

export interface ChatAnswer {
  content: string;
  cost: ScorerCost;
}

/** An answer that failed may still have cost something. */
export class ChatError extends ScorerError {
  constructor(
    failure: ScorerError['failure'],
    message: string,
    readonly cost: ScorerCost,
    /** Seconds that the endpoint wants to be left alone. */
    readonly restSeconds?: number,
    /** The endpoint asks for the other dialect. */
    readonly otherDialect = false,
  ) {
    super(failure, message);
  }
}

const count = z.number().int().nonnegative().max(1e9);
const envelope = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/** An answer of forty targets with passages has some 20 kB; anything larger is no answer. */
const mostBytes = 512 * 1024;
/** Where an endpoint does not count tokens: about as many as there are characters over 2.5, between Chinese and English. */
const charactersPerToken = 2.5;

/**
 * One question to an endpoint of the OpenAI chat-completions protocol. Redirects are not followed: the key is for this
 * address.
 *
 * @throws ChatError
 */
export async function completeChat(
  egress: Egress,
  endpoint: ChatEndpoint,
  request: ChatRequest,
  signal?: AbortSignal,
): Promise<ChatAnswer> {
  const started = performance.now();
  const asked = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  const cost = (questionTokens: number, answerTokens: number): ScorerCost => ({
    questionTokens,
    answerTokens,
    milliseconds: performance.now() - started,
  });
  let response: EgressResponse;
  try {
    response = await egress.fetch({
      url: `${endpoint.url.replace(/\/$/u, '')}/chat/completions`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify(bodyOf(endpoint.model, request)),
      timeoutMs: endpoint.timeoutMs,
      maxBytes: mostBytes,
      maxRedirects: 0,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    // Whether the other side counted the request is unknown: what was asked is taken to be paid.
    throw new ChatError(failureOf(error), error.message, cost(Math.ceil(asked / charactersPerToken), 0));
  }
  if (response.status !== 200) {
    const wait = Number(response.headers['retry-after']);
    const rest = Number.isFinite(wait) && wait > 0 ? wait : undefined;
    const other = response.status === 400 && response.bytes.includes('max_completion_tokens');
    throw new ChatError('status', `The endpoint answered ${response.status}.`, cost(0, 0), rest, other);
  }
  const parsed = envelope.safeParse(parseJson(response.bytes));
  const content = parsed.data?.choices[0]?.message.content ?? '';
  const usage = parsed.data?.usage;
  const paid = cost(
    usage?.prompt_tokens ?? Math.ceil(asked / charactersPerToken),
    usage?.completion_tokens ?? Math.ceil(response.bytes.length / charactersPerToken),
  );
  if (content === '') throw new ChatError('answer', 'The endpoint answered without a message.', paid);
  return { content, cost: paid };
}

const bodyOf = (model: string, { messages, schema, mostAnswerTokens, dialect }: ChatRequest): object => ({
  model,
  messages,
  ...(dialect === 'usual'
    ? { temperature: 0, max_tokens: mostAnswerTokens }
    : { max_completion_tokens: mostAnswerTokens }),
  response_format: { type: 'json_schema', json_schema: { name: 'scores', strict: true, schema } },
});

function failureOf({ code }: EgressError): ScorerError['failure'] {
  if (code === 'egress.timeout') return 'timeout';
  if (code === 'egress.too_large') return 'answer';
  const refusals = [
    'egress.address_forbidden',
    'egress.port_forbidden',
    'egress.bad_url',
    'egress.credentials_forbidden',
  ];
  return refusals.includes(code) ? 'refused' : 'unreachable';
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // No JSON is no answer; the envelope's schema says so.
    return null;
  }
}
