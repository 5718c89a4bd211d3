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

let cached: { verbs: ReportingVerbs; pattern: RegExp } | undefined;

/** One alternation over all verbs, longest first; compounds match first and are then unknown to the list. */
export function verbPattern(verbs: ReportingVerbs): RegExp {
  if (cached?.verbs !== verbs) {
    const words = [...verbs.zh.keys()].sort((a, b) => b.length - a.length).join('|');
    const compounds = COMPOUNDS.replace('报道称|', '').replace('自称|', '').replace('|显示', '');
    // The class of first characters rejects most places before any alternative is tried.
    const first = [...new Set([...`${compounds}|${words}`.split('|')].map((word) => word.charAt(0)))].join('');
    cached = { verbs, pattern: new RegExp(`(?=[${first}])(?:${compounds}|${words})`, 'gu') };
  }
  return cached.pattern;
}
