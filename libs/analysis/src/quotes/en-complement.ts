import type { Frame } from './en-frames.js';
import type { EnglishHit } from './en-hits.js';
import type { ReportingVerbs } from './reporting-verb.js';
import { trimSpan } from './trim-span.js';

const OBJECT =
  /^\s+(?:(?:the )?[A-Z][\w.'’-]*(?:\s+(?:of |the )?[A-Z][\w.'’-]*){0,4}|reporters|investors|lawmakers|staff|employees|analysts|us|me|him|her|them|(?:an?|the) [a-z]+(?: [a-z]+){0,3}?)(?:\s+(?:on|in|at|during|via|this|last|by)\s+[\w' ,-]{1,40}?)??(?=\s+that\b|,|\s*$|\s+(?:it|the|he|she|they|its|his|her|their|ai|agi|we|there|this|these|a|an|[A-Z])\b)/;
/** Verbs of planning: with an infinitive they have a holder, but quote nobody. */
export const PLAN =
  /^(?:expect|plan|hope|want|intend|promise|pledge|vow|agree|offer|urge|propose|call|ask|project|decide|aim|seek|swear|demand)/i;

/** The indirect speech after a verb, to the end of its clause; undefined when no clause follows. */
export function complementSpan(
  text: string,
  frame: Frame,
  hit: EnglishHit,
  rest: string,
  start: number,
  verbs: ReportingVerbs,
): { from: number; to: number } | undefined {
  let lead = /^(?:\s*,)?\s*/.exec(rest)?.[0].length ?? 0;
  const that = /^[^.;:]{0,70}?\bthat\s+/.exec(rest);
  const told = /^(?:tell|told|tells|telling|inform|assure|remind|advise|notif|warn|caution|ask|convinc)/i.test(
    hit.form,
  );
  const object = told ? OBJECT.exec(rest) : null;
  if (that && (that[0].length < 12 || told || /^\s+(?:on|in|at|during|to)\s/.test(rest))) lead = that[0].length;
  else if (object) lead = object[0].length + (/^[\s,]*/.exec(rest.slice(object[0].length))?.[0].length ?? 0);
  else {
    // "said on Monday the model …"
    const when =
      /^\s+(?:(?:on|in|at|during)\s+(?:[A-Z][\w'’-]*|an? [a-z]+|\d{4})(?:\s+[\w'’-]+){0,5}?,?\s+(?=(?:it|the|he|she|they|its|his|their|a|an|ai|agi|we|this|[A-Z])\b)|(?:last|this) \w+,?\s+)/.exec(
        rest,
      );
    if (when) lead = when[0].length;
  }
  const body = rest.slice(lead);
  if (hit.form !== 'according' && !startsClause(body, rest.slice(0, lead), hit, verbs)) return undefined;
  const stop =
    /;|\s—\s|,\s+(?:while|but|adding|according|said|and (?:said|added|he|she|they)\b|saying|who|calling|citing|noting|warning|arguing)\b|,\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}\s+(?:said|says|told|added|wrote|argued)\b/.exec(
      body,
    );
  return trimSpan(text, start + lead, stop ? start + lead + stop.index : frame.to);
}

/** A complement has a subject and a verb; "said in a statement" or "asked for money" do not open one. */
function startsClause(body: string, lead: string, hit: EnglishHit, verbs: ReportingVerbs): boolean {
  const words = body.split(/\s+/);
  if (words.length < 3) return false;
  if (/^\s*that\s+$/.test(lead)) return true;
  if (
    /^(?:in|on|at|during|of|by|for|with|from|into|about|against|over|under|out|up|off|so|nothing|yes|no)\b/i.test(
      body,
    ) &&
    !/^(?:in|by|on|at|over|within|under) [^,]{2,50},|^(?:by|in|within) (?:the )?(?:end|early|late|mid|\d)/i.test(body)
  )
    return false;
  if (PLAN.test(hit.form) && /^to\s/.test(body)) return true;
  if (/^(?:to|him|them|us|me)\b|^her(?=[,.]|\s+(?:that|to|about)\b)/i.test(body)) return false;
  if (verbs.en.get(hit.form)?.use === 'quote' && !/^(?:whether|if|how|why)\b/.test(body) && !/\bthat\s+$/.test(lead))
    return false;
  return (
    /\b(?:is|are|was|were|will|would|could|can|may|might|should|must|has|have|had|does|do|did|isn['’]t|aren['’]t|won['’]t|can['’]t|cannot|[a-z]{3,}(?:s|ed|en))\b|['’](?:s|re|ll|d|ve)\b|\u25c7/i.test(
      body,
    ) ||
    /^(?:that|AGI|AI)\b/i.test(body) ||
    (/^(?:expect|predict|forecast)/i.test(hit.form) && words.length >= 3)
  );
}
