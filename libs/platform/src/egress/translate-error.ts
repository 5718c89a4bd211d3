import { EgressError } from './egress-error.js';

/** What undici and Node throw, and who ended the request → one of our codes. */
export function translateError(error: unknown, ended: { timedOut: boolean; aborted: boolean }): EgressError {
  const known = findEgressError(error);
  if (known !== null) return known;
  const code = codeOf(error);
  const fail = (ours: EgressError['code'], detail: string) => new EgressError(ours, detail, { cause: error });

  if (ended.timedOut) return fail('egress.timeout', 'The server took too long.');
  if (ended.aborted) return fail('egress.aborted', 'The request was called off.');
  if (/^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/.test(code))
    return fail('egress.timeout', 'The server took too long.');
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return fail('egress.headers_too_large', 'The headers of the answer are too large.');
  if (/^HPE_HEADER_OVERFLOW/.test(code))
    return fail('egress.headers_too_large', 'The headers of the answer are too large.');
  if (/^HPE_|^UND_ERR_RES_/.test(code) || isNoHttp(error) || isHttp2Error(error))
    return fail('egress.bad_response', 'The server does not speak HTTP.');
  if (/^UND_ERR_(INVALID_ARG|REQ_)/.test(code))
    return fail('egress.bad_request', `The request cannot be sent: ${String(error)}`);
  if (/^(CERT_|DEPTH_ZERO|UNABLE_TO_|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO)/.test(code)) {
    return fail('egress.tls', `The server's certificate or encryption is not acceptable (${code}).`);
  }
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return fail('egress.dns', 'The host has no address. Check the spelling.');
  return fail('egress.connection', `The connection failed (${code || String(error)}).`);
}

/** The parser's errors come with or without a code. */
function isNoHttp(error: unknown): boolean {
  return error instanceof Error && (error.name === 'HTTPParserError' || isNoHttp(error.cause));
}

/** Whether HTTP/2 may be what broke: its own errors, and connections that end before there is an answer. */
export function mayBeHttp2(error: unknown): boolean {
  return isHttp2Error(error) || /^(?:UND_ERR_SOCKET|UND_ERR_INFO|ECONNRESET)$/.test(codeOf(error));
}

function isHttp2Error(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('ERR_HTTP2_') || (code === 'UND_ERR_INFO' && String(error).includes('HTTP/2'));
}

function findEgressError(error: unknown): EgressError | null {
  if (error instanceof EgressError) return error;
  return error instanceof Error && error.cause !== undefined ? findEgressError(error.cause) : null;
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : '';
}
