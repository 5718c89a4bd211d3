import type { Problem } from '@timbre/contracts';
import { ApiError } from './api-error.js';
import type { responses } from './responses.js';

type Schemas = typeof responses;
type ResponseName = keyof Schemas;
type ResponseOf<Name extends ResponseName> = Schemas[Name]['_output'];
type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  /** Sent as JSON; a `Blob` goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Path with its query; empty values are left out, lists travel as `a,b,c`. */
export function apiPath(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') {
      if (value.length > 0) parameters.set(name, value.join(','));
    } else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

async function problemOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id');
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Partial<Problem>;
  } catch (error) {
    // A proxy's HTML error page: the status is all that is known.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return new ApiError(
    response.status,
    problem.detail ?? problem.title ?? response.statusText,
    problem.code ?? `http-${response.status}`,
    problem.requestId ?? requestId,
    problem.errors ?? [],
  );
}

async function exchange(path: string, options: RequestOptions): Promise<Response> {
  const { body } = options;
  const raw = body instanceof Blob;
  try {
    return await fetch(apiPath(path, options.query), {
      method: options.method ?? 'GET',
      credentials: 'same-origin',
      signal: options.signal,
      headers: {
        accept: 'application/json',
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, '', 'unreachable', null, []);
  }
}

/** Sends and forgets the answer's body. @throws ApiError */
export async function send(path: string, options: RequestOptions = {}): Promise<void> {
  const response = await exchange(path, options);
  if (!response.ok) throw await problemOf(response);
}

/** Asks for an answer of a named shape; development builds parse it. @throws ApiError */
export async function request<Name extends ResponseName>(
  name: Name,
  path: string,
  options: RequestOptions = {},
): Promise<ResponseOf<Name>> {
  const response = await exchange(path, options);
  if (!response.ok) throw await problemOf(response);
  const answer: unknown = await response.json();
  if (import.meta.env.DEV) {
    const { responses: schemas } = await import('./responses.js');
    return schemas[name].parse(answer) as ResponseOf<Name>;
  }
  return answer as ResponseOf<Name>;
}
