import type { ReportingVerb, ReportingVerbs } from './reporting-verb.js';

/** A reporting verb found in a frame; `speaker` is set where the pattern itself names the source (据…报道). */
export interface VerbHit {
  at: number;
  end: number;
  verb: ReportingVerb;
  speaker?: { words: string; at: number };
}

/** Words that contain a verb's characters but report nothing. */
const COMPOUNDS =
  '简称|名称|号称|被称|称为|称作|称之|堪称|职称|自称|据称|所称|声称者|说明书|说明(?!称)|说法|说服|小说|传说|据说|来说|所说|学说|解说|虽说|应该说|可以说|再说|按说|话说|被认为|公认|普遍认为是|知道|渠道|报道(?=的)|道路|道德|味道|轨道|频道|赛道|街道|通道|管道|道歉|难道|厚道|隧道|知识|讲究|演讲|讲座|讲台|讲师|讲解|主讲|显示|表示(?:满意|感谢|欢迎|祝贺)?(?=的)|分析师|分析人士|评论员|评论区|被质疑|受质疑|支持者|反对者|发现者|批评者|预测模型|预测能力|预测性|预测准确|天气预测|要求(?=的)|希望的|被曝|估计值|相信者|的预测|的判断|的分析|的评论|的质疑|的批评|的警告|的承诺|的建议|的回应|的声明|的解释|的担忧|的估计|的预言|的希望|的回答|的要求|的看法|不支持|被要求|被指控|指控(?=的)|讲话|讲述者|谈判|被批评|被指责|支持的|发现的|自我介绍|产品介绍|介绍的|欢迎的|受欢迎|欢迎阅读|要求是|同名称|问道于|人道|地道|王道|道理|一道|报道称|声明中|判断力|分析工具|分析数据|数据分析|情感分析|回答问题|回复评论|推测解码|机器|中心';

/** What can stand at a character: words in the order of their preference, some with a condition on what follows. */
interface VerbWord {
  word: string;
  /** Sticky, where the word alone does not decide. */
  pattern?: RegExp;
}

let cached: { verbs: ReportingVerbs; byFirst: (readonly VerbWord[] | undefined)[] } | undefined;

function tableOf(verbs: ReportingVerbs): (readonly VerbWord[] | undefined)[] {
  if (cached?.verbs === verbs) return cached.byFirst;
  const byFirst: VerbWord[][] = [];
  const add = (entry: VerbWord): void => {
    (byFirst[entry.word.charCodeAt(0)] ??= []).push(entry);
  };
  // Compounds come first and are unknown to the list of verbs.
  for (const compound of compounds()) {
    const word = /^[^(]+/u.exec(compound)?.[0] ?? compound;
    add(word === compound ? { word } : { word, pattern: new RegExp(compound, 'uy') });
  }
  for (const word of [...verbs.zh.keys()].sort((a, b) => b.length - a.length)) add({ word });
  cached = { verbs, byFirst };
  return byFirst;
}

/** The alternatives of COMPOUNDS; a bar inside parentheses does not part two. */
function compounds(): string[] {
  const usable = COMPOUNDS.replace('报道称|', '').replace('自称|', '').replace('|显示', '');
  return usable.match(/(?:[^|()]|\([^()]*\))+/gu) ?? [];
}

/** Calls `visit` for each reporting verb of a frame and for words that hide one, from left to right without overlap. */
export function eachVerb(words: string, verbs: ReportingVerbs, visit: (word: string, at: number) => void): void {
  const byFirst = tableOf(verbs);
  for (let at = 0; at < words.length; at += 1) {
    const candidates = byFirst[words.charCodeAt(at)];
    if (candidates === undefined) continue;
    const found = verbAt(words, at, candidates);
    if (found === undefined) continue;
    visit(found, at);
    at += found.length - 1;
  }
}

function verbAt(words: string, at: number, candidates: readonly VerbWord[]): string | undefined {
  for (const { word, pattern } of candidates) {
    if (!words.startsWith(word, at)) continue;
    if (pattern === undefined) return word;
    pattern.lastIndex = at;
    const match = pattern.exec(words)?.[0];
    if (match) return match;
  }
  return undefined;
}
