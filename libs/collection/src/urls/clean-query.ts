import { HOST_PARAMETERS } from './host-parameters.js';
import {
  MEDIA_CODE,
  REF_IS_CONTENT,
  TRACKING_NAMES,
  TRACKING_PREFIXES,
  TRACKING_VALUES,
} from './tracking-parameters.js';

/** Parameters that only ask for the AMP form of a page. */
const AMP_QUERY = /^(?:amp|amp_js_v|amp_gsa|_amp|isamp|amp_markup)$|^(?:output|outputtype|mode|format|view|type)=amp$/;

/**
 * A query without the parameters that track readers; the others stay as they were written, in their order.
 *
 * @param query without the question mark
 * @param host lower case
 */
export function cleanQuery(query: string, host: string): string {
  const ofHost = HOST_PARAMETERS.filter((rule) => rule.host.test(host));
  const kept = query.split('&').filter((piece) => {
    if (piece === '') return false;
    const [rawName, value] = splitPair(piece);
    const name = comparableName(rawName);
    if (AMP_QUERY.test(name) || AMP_QUERY.test(`${name}=${value.toLowerCase()}`)) return false;
    const only = ofHost.find((rule) => rule.only)?.only;
    if (only) return only.has(name);
    return !isTracking(name, value, host) && !ofHost.some((rule) => rule.remove?.has(name));
  });
  return kept.join('&');
}

function isTracking(name: string, value: string, host: string): boolean {
  if (TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  if (name === 'ref') return !REF_IS_CONTENT.test(host);
  return MEDIA_CODE.test(name) || (TRACKING_VALUES.get(name)?.test(value) ?? false);
}

function splitPair(piece: string): [name: string, value: string] {
  const equals = piece.indexOf('=');
  return equals < 0 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)];
}

/** Lower case, unescaped; a question mark that somebody escaped or doubled before the name is not part of it. */
function comparableName(name: string): string {
  return unescaped(name)
    .toLowerCase()
    .replace(/^[?;]+/, '')
    .replace(/^amp;/, '');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
