import type { Sentence } from '../document/annotated-document.js';
import type { MentionRange } from './mention-range.js';

const englishVerbs = new Set(
  (
    'say says said saying tell tells told state states stated note notes noted add adds added argue argues argued ' +
    'claim claims claimed explain explains explained predict predicts predicted believe believes believed think ' +
    'thinks thought suggest suggests suggested announce announces announced report reports reported write writes ' +
    'wrote tweet tweets tweeted warn warns warned insist insists insisted declare declares declared estimate ' +
    'estimates estimated expect expects expected forecast forecasts comment comments commented remark remarked ' +
    'respond responded responds reply replied acknowledge acknowledges acknowledged observe observed recall recalled ' +
    'reveal reveals revealed ask asks asked stress stressed stresses emphasize emphasized maintain maintains ' +
    'maintained contend contends contended caution cautions cautioned assert asserts asserted concede conceded hint ' +
    'hinted testify testified'
  ).split(' '),
);

const chineseVerbs = new Set(
  (
    '说 表示 称 指出 认为 透露 介绍 强调 坦言 直言 告诉 回应 回应称 宣布 预计 预测 评论 评价 写道 补充 解释 解释称 谈到 提到 ' +
    '声称 宣称 披露 呼吁 提醒 警告 警告称 感叹 坚称 相信 觉得 猜测 建议 发文 发文称 表态 报道 报道称 曝光 爆料 分析 点评 称赞 道'
  ).split(' '),
);

const quotationEnd = /^["”’」』,，]$/;

/** Range of words `[from, to)` that the mention, as a speaker, utters; undefined when it does not speak. */
export function reportedBy(mention: MentionRange, sentence: Sentence): { from: number; to: number } | undefined {
  const { tokens, lang } = sentence;
  const verbs = lang === 'zh' ? chineseVerbs : englishVerbs;
  const before = tokens[mention.first - 1]?.norm ?? '';
  const beforeThat = tokens[mention.first - 2]?.norm ?? '';
  if ((before === 'to' && beforeThat === 'according') || before === '据' || before === '援引') {
    return { from: 0, to: tokens.length };
  }
  for (let at = mention.last; at < Math.min(tokens.length, mention.last + 6); at++) {
    const token = tokens[at];
    if (token === undefined || /^[;；。!！?？]$/.test(token.text)) break;
    if (!verbs.has(token.norm)) continue;
    const rest = tokens.length - at - 1;
    if (rest <= 2) return { from: 0, to: mention.first };
    return { from: at + 1, to: tokens.length };
  }
  if (verbs.has(before) && quotationEnd.test(tokens[mention.first - 2]?.text ?? ''))
    return { from: 0, to: mention.first };
  return undefined;
}
