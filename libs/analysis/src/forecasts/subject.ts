import type { Span } from '@timbre/contracts';
import type { EntityOccurrence } from '../document/annotated-document.js';

/** What a claim is about: a known entity or the words before the cue. */
interface Subject {
  name: string | null;
  entityId?: string;
}

const KIND_RANK: Record<EntityOccurrence['kind'], number> = {
  product: 0,
  concept: 0,
  given: 1,
  organisation: 2,
  person: 3,
};
const MAX_PHRASE = 40;
const CHINESE_CUE =
  /(?:正?将|会|预计|有望|可能|计划|拟|或|要|能|可以|即将|很快|最快|最早|大概率|必将|就|的?(?:实现|到来|发布)|推迟|提前|在|于)/u;
const CHINESE_LEAD =
  /^.*(?:认为|表示|称|指出|透露|预测|预言|预计|说|相信|报道|消息|显示|断言|强调|坦言)[,，:：\s“"「]*/u;
const ENGLISH_CUE =
  /\b(?:will|won['’]t|would|could|may|might|should|can|cannot|is|are|was|has|have|to|arrives?|arrived|launch(?:es)?|ships?|by|in|within|before|from|until|comes?|not)\b/i;
const ENGLISH_LEAD =
  /^.*\b(?:said|says|believes?|thinks?|expects?|predicts?|predicted|forecasts?|estimates?|insists?|that|plans to|aims to|hopes to|intends to|releas(?:e|ing)|launch(?:ing)?|ship)\b\s*/i;
const ENGLISH_PRONOUN = /^(?:it|this|that|they|we|he|she|i|you|there|which|who|and|but|so)$/i;

/**
 * The entity nearest to the time expression inside the claim, products and concepts before organisations and people;
 * failing that, the noun phrase before the cue.
 */
export function subjectOf(
  text: string,
  clause: Span,
  sentence: Span,
  time: Span,
  occurrences: readonly EntityOccurrence[],
  speakerEntity: string | undefined,
  lang: 'zh' | 'en',
): Subject {
  const near = nearest(occurrences, clause, time, speakerEntity) ?? nearest(occurrences, sentence, time, speakerEntity);
  if (near && KIND_RANK[near.kind] < 2) return { name: near.name, entityId: near.entityId };
  const phrase = phraseBefore(text.slice(clause.from, Math.max(clause.from, time.from)), lang);
  if (phrase) {
    if (near && phrase.includes(text.slice(near.from, near.to)) && phrase.length <= near.to - near.from + 4)
      return { name: near.name, entityId: near.entityId };
    return { name: phrase };
  }
  return near ? { name: near.name, entityId: near.entityId } : { name: null };
}

function nearest(
  occurrences: readonly EntityOccurrence[],
  range: Span,
  time: Span,
  speaker: string | undefined,
): EntityOccurrence | undefined {
  let best: EntityOccurrence | undefined;
  let bestCost = Infinity;
  for (const occurrence of occurrences) {
    if (occurrence.from < range.from || occurrence.to > range.to || occurrence.entityId === speaker) continue;
    const distance = occurrence.to <= time.from ? time.from - occurrence.to : occurrence.from - time.to + 20;
    const cost = KIND_RANK[occurrence.kind] * 1000 + Math.max(0, distance);
    if (cost < bestCost) [best, bestCost] = [occurrence, cost];
  }
  return best;
}

function phraseBefore(words: string, lang: 'zh' | 'en'): string | undefined {
  const rest = words.slice(-120).replace(lang === 'zh' ? CHINESE_LEAD : ENGLISH_LEAD, '');
  const cue = rest.search(lang === 'zh' ? CHINESE_CUE : ENGLISH_CUE);
  const phrase = (cue >= 0 ? rest.slice(0, cue) : rest)
    .replace(/^[\s"“”'‘’「」『』,，:：]+|[\s"“”'‘’「」『』,，:：]+$/gu, '')
    .replace(/^(?:the|a|an|that|its|their|our|and|but|an)\s+/i, '')
    .trim();
  if (phrase === '' || phrase.length > MAX_PHRASE || ENGLISH_PRONOUN.test(phrase)) return undefined;
  return phrase;
}
