import type { ReportingVerb, ReportingVerbs } from './reporting-verb.js';
import { eachVerb, type VerbHit } from './zh-verbs.js';

const ACCORDING =
  /(?:据|根据|按照|援引|引用)(?!悉|了解|称|说|此|统计)([^,，。;；◇]{2,30}?)(?:(?:的)?(?:报道|介绍|透露|消息|说法|爆料|披露|分析|估计|预测|估算|统计|话|观点|看法|表述|声明|公告|预计|判断|解释|描述)(?=\s*[,，:：◇]|称|说|显示|指出|报道|表示)(?:称|说|显示|指出|报道称?|表示)?|称|说)\s*[,，:：]?/gu;
const IN_VIEW = /(?:在|对于)([^,，。;；◇]{1,26}?)(?:看来|眼里|眼中|而言)\s*[,，]/gu;

const HEARD_FROM = /从([^,，。;；◇]{2,24}?)(?:处|方面)?(?:获悉|了解到|得知|获知)\s*[,，:：]?/gu;
const TRIGGERS = new Map([
  [ACCORDING, /据|按照|援引|引用/u],
  [IN_VIEW, /看来|眼里|眼中|而言/u],
  [HEARD_FROM, /获悉|了解到|得知|获知/u],
]);

/** The reporting verbs and named sources (据…报道) of a frame, in its order. */
export function verbHits(words: string, verbs: ReportingVerbs): VerbHit[] {
  const hits: VerbHit[] = [];
  for (const pattern of [ACCORDING, IN_VIEW, HEARD_FROM]) {
    if (!TRIGGERS.get(pattern)?.test(words)) continue;
    for (const match of words.matchAll(pattern)) {
      const source = match[1] ?? '';
      hits.push({
        at: match.index,
        end: match.index + match[0].length,
        verb: { word: pattern === IN_VIEW ? '看来' : '据', stance: 'neutral', use: 'clause' },
        speaker: innerSource(source, match.index + match[0].indexOf(source)),
      });
    }
  }
  const taken = [...hits];
  eachVerb(words, verbs, (word, at) => {
    const verb: ReportingVerb | undefined = verbs.zh.get(word);
    if (!verb) return;
    const end = at + word.length;
    if (taken.some((hit) => at < hit.end && end > hit.at)) return;
    const earlier = hits.at(-1);
    // 警告说, 补充称: one verb.
    if (earlier?.end === at && !earlier.speaker && /^(?:说|称|道|说道|表示)$/u.test(word)) {
      earlier.end = end;
      return;
    }
    hits.push({ at, end, verb });
  });
  return hits.sort((a, b) => a.at - b.at);
}

/** 路透社援引知情人士: the inner source speaks. */
function innerSource(source: string, at: number): { words: string; at: number } {
  const outer = /^.*(?:援引|引述)/u.exec(source)?.[0].length ?? 0;
  return { words: source.slice(outer), at: at + outer };
}
