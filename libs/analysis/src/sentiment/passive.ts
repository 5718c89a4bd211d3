import type { Sentence } from '../document/annotated-document.js';
import type { TermMatch } from './find-terms.js';

const beForms = new Set([
  'is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', 'get', 'gets', 'got', 'getting',
  "isn't", "aren't", "wasn't", "weren't", "'s", '’s', "'re", '’re',
]); // prettier-ignore

/** After a headline's bare participle: "Google fined over …", "CEO ousted by …", "Meta sued". */
const afterParticiple = new Set([
  'over', 'for', 'by', 'in', 'after', 'as', 'from', 'with', 'amid', 'at', 'on', 'of', 'to', 'following', 'again',
]); // prettier-ignore

const chinesePassive = new Set([
  '被', '遭', '遭到', '遭受', '惨遭', '受', '受到', '获', '获得', '获评', '得到', '赢得', '挨', '屡遭', '备受', '饱受', '再遭', '接连被', '被迫', '引发', '引来', '招致',
]); // prettier-ignore

/** First characters of the passive markers; most words are told apart by theirs without hashing them. */
const passiveFirst = new Uint8Array(65_536);
for (const marker of chinesePassive) passiveFirst[marker.charCodeAt(0)] = 1;

function isEnglishPassive(match: TermMatch, sentence: Sentence): boolean {
  const { form } = match.term;
  if (form !== 'past' && form !== 'participle') return false;
  for (let at = match.first - 1; at >= Math.max(0, match.first - 4); at--) {
    const norm = sentence.tokens[at]?.norm ?? '';
    if (beForms.has(norm)) return true;
    if (!norm.endsWith('ly') && norm !== 'not' && norm !== 'also' && norm !== 'still' && norm !== 'widely') break;
  }
  const { subject = 0, object = 0 } = match.term;
  if (object === 0) return false;
  const next = sentence.tokens[match.last];
  // "Aria outperformed in the test" is no passive: of who wins or does harm, only "by" tells.
  if (Math.abs(subject) >= 1) return next?.norm === 'by';
  if (next === undefined) return true;
  return afterParticiple.has(next.norm) || next.kind === 'number' || /^[$€£¥.,;:!?]/.test(next.text);
}

/**
 * True when the verb of a match stands in the passive (被罚, was fined, a headline's "fined over"), so that what is
 * said of its object falls on its grammatical subject.
 */
export function isPassive(match: TermMatch, sentence: Sentence, clauseOf: Int32Array): boolean {
  if (match.term.subject === undefined && match.term.object === undefined) return false;
  if (sentence.lang !== 'zh') return isEnglishPassive(match, sentence);
  const clause = clauseOf[match.first];
  for (let at = match.first - 1; at >= Math.max(0, match.first - 14) && clauseOf[at] === clause; at--) {
    const norm = sentence.tokens[at]?.norm ?? '';
    if (passiveFirst[norm.charCodeAt(0)] === 1 && chinesePassive.has(norm)) return true;
  }
  return false;
}
