import { englishSpeakerBefore } from '../quotes/en-speaker.js';
import type { NameIndex } from '../quotes/name-index.js';
import { chineseSpeaker } from '../quotes/zh-speaker.js';

const CHINESE_PLAN =
  /(?:计划|打算|准备|力争|争取|希望|有意|拟(?!人|合)|宣布|承诺|目标是|预计|瞄准|把(?=.{2,30}$)|将(?=.{4,30}从))/u;
const ENGLISH_PLAN =
  /\b(?:plans|planned|aims|expects|hopes|intends|targets|wants|promises|promised|pledges|vows|seeks|puts|now expects|moved|shortened|is (?:planning|aiming|targeting|hoping)|(?:does|do|did) not (?:expect|plan|intend)|(?:doesn|don|didn)['’]t (?:expect|plan|intend)|plan|aim|expect|hope|intend)\b/i;

/** Who plans or expects what the clause says, when nobody is quoted: "Quillon Labs plans to ship …". */
export function planner(
  before: string,
  from: number,
  after: string,
  afterFrom: number,
  names: NameIndex,
  lang: 'zh' | 'en',
): { speaker: string; speakerEntity?: string } | undefined {
  const words = before.trim() === '' ? after : before;
  const start = before.trim() === '' ? afterFrom : from;
  const verb = (lang === 'zh' ? CHINESE_PLAN : ENGLISH_PLAN).exec(words);
  if (!verb) return undefined;
  const context = words.slice(0, verb.index);
  const phrase = lang === 'zh' ? chineseSpeaker(context, start, names) : englishSpeakerBefore(context, start);
  if (!phrase) return undefined;
  if (phrase.kind === 'pronoun')
    return /^the /i.test(phrase.name) ? { speaker: phrase.name.replace(/^the /i, '') } : undefined;
  // 新模型预计…, GPT-6预计…: a product expects nothing.
  const occurrence = names.occurrenceOf(phrase.name);
  if (lang === 'zh' && verb[0] === '预计' && !occurrence && phrase.kind !== 'person') return undefined;
  if (!occurrence && /\d/.test(phrase.name)) return undefined;
  const speaker = occurrence
    ? names.fullestOf(occurrence.entityId, phrase.name)
    : (names.fullNameOf(phrase.name) ?? phrase.name);
  return { speaker, ...(occurrence ? { speakerEntity: occurrence.entityId } : {}) };
}
