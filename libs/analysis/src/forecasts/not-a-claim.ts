import type { TimeExpression } from './claim.js';

/** Subjects whose dates are set by law, contract, markets or the sky, and are no forecasts of what technology will do. */
const OFF_TOPIC = {
  zh: /合同|协议(?:有效|期|将于|于|到期)|续约|续签|到期|生效|施行|起实施|正式实施|截止|合规|任期|租约|租期|有效期|征求意见|质保|保修|贷款|债券|营收|净利|利润|股价|市值|估值|GDP|国内生产总值|降息|加息|通胀|CPI|融资|募资|IPO|销售额|收入|毛利|分红|派息|市场规模|万亿|亿(?:美元|元|欧元|英镑|人民币|港元|日元)|万(?:美元|元)|台风|降雨|暴雨|气温|降温|寒潮|天气|强降水|小雨|大雨|高温|雨雪|降雪|失业率|人口|出口额|进口|汇率|美联储|央行|财报|季报|年报|召开|举行|举办|开庭|听证|判决|宣判|裁决|选举|投票|大选|条例|法案|法规|禁令|专利|许可证|备案|报名|申报|签约|期限|服刑|判处|监禁|刑期|租赁|宽限|过渡期|罚款|关税|上映|开幕|开赛|决赛|世界杯|奥运|房价|油价|金价|票房|销量|增长率|增速|复合|同比|环比|(?:上|下)调评级|目标价|涨|跌|预算|拨款|投资(?!者|人|方)|斥资|出资|裁员|回购|结束|届满|期满|学期|退休|毕业|学制|签证|收购|交割|并购|竣工|动工|供货协议|保密/u,
  en: /\b(?:contracts?|lease|licen[cs]e (?:runs|expires|term)|expir(?:es?|ed|ing|y)|takes? effect|come(?:s)? into (?:force|effect)|enter(?:s)? into force|appl(?:y|ies) from|compl(?:y|iance)|deadline|statut(?:e|ory)|regulation|regulators?|bill|ban|sanctions|act\b(?=.{0,40}(?:appl|require|take))|patents?|warrant(?:y|ies)|mandates?|obligations?|revenues?|profits?|profitab(?:le|ility)|shares?|stocks?|market (?:cap|value|size)|gdp|inflation|interest rates?|earnings|valuation|price target|ipo|funding|bonds?|dividends?|sales|turnover|loan|mortgage|tax(?:es)?|tariffs?|budget|invest(?:s|ed|ing|ment|ments)?|spend(?:s|ing)?|raise[sd]?|hurricane|rain(?:fall)?|storm|snow|temperatures?|forecasters|weather|drought|heatwave|showers|unemployment|population|election|hearing|trial (?:is|will|date|begins)|court|judges?|jury|verdict|ruling|conference|summit|held in|ceremony|sentenced?|prison|terms? (?:of|as|in|ends?|expires?)|tenure|fiscal|quarterly|guidance|analyst consensus|cagr|annual growth|retire(?:s|d|ment)?|visa|rates? (?:cut|hike)s?|fed|central bank|recession|imports?|exports?|acquisition|merger|deal (?:is|to|will|closes?)|close the deal|season(?:al)?|nifty|sensex|rupee|rally|rallies|equities|margins?|crude|brent|yields?|listed on|stake|buyback|film|movie|album|tournament|olympics?|world cup|supply agreement|house prices?|oil prices?)\b|[$€£]\s?\d[\d.,]*(?![\d.,])(?!(?:[\s-][a-z]+){1,3} (?:will|would|could|should|may|might|is)\b)|\b(?:rise|fall|gain|jump|surge|climb|drop|grow)s?\b[^,]{0,20}\d\s?(?:%|per ?cent)|\b\d+(?:\.\d+)?\s?(?:billion|million|trillion)\b(?! (?:parameters|users|people|tokens|robots|devices|units|cars|agents|qubits))/i,
};
/** A sentence about these has no other subject in its next clause. */
const ABOUT_MACRO =
  /美联储|欧洲央行|降息|加息|台风|冷空气|寒潮|降雨|强降水|\b(?:the Fed|Federal Reserve|rate cuts?|rate hikes?|hurricane)\b/u;
const QUESTION = {
  zh: /[?？]|是否|能否|会否|会不会|能不能|何时|什么时候|多久|多少年|有没有可能|吗\s*$/u,
  en: /\?|\b(?:whether|when will|how soon|how long|what if|asked if|asked when|question of when)\b/i,
};
const CONDITIONAL = {
  zh: /如果(?!一切顺利|顺利)|假如|倘若|若(?!干|一切顺利|顺利)|要是|假设|一旦|除非/u,
  en: /(?:^|[\s,(])(?:if(?! (?:all|everything) goes)|unless|suppose|supposing|assuming|were)\s/i,
};
const PAST = {
  zh: /过去|曾经|当年|当时|早在|以来|历时|耗时|用时|为期|长达|历经|花了|用了|仅用|经过|前后花|训练了|积累|上线了|推出了|发布了|成立|创立|已(?:经)?(?:运行|使用|发布|推出|上线|连续|完成|实现|投入)|了(?=[\d一二两三四五六七八九十几半])|(?:工作|学习|任职|运行|服役|使用|训练|研发|开发)(?:了)?\s*$/u,
  en: /\b(?:ago|past|since|lasted|spent|took|trained (?:for|in|over)|years of|months of|for the first time in|last (?:year|month|week)|was (?:released|launched|founded|completed|trained|built)|were (?:released|launched|trained)|earlier\s*$|has (?:been|taken|had|grown)|have (?:been|taken|had|grown)|had)\b|\b(?:first|second|third) time\b|\b(?:biggest|highest|lowest|worst|largest)\b[^,]{0,30}$/i,
};
const FUTURE = {
  zh: /将|会|可能|预计|预测|预言|有望|计划|拟|料|打算|准备|力争|争取|目标|要|能|可以|或|应该|认为|相信|估计|推迟|提前|距|还|尚|仍|发布|推出|上线|上市|问世|面世|实现|到来|来临|出现|诞生|超越|取代/u,
  en: /\b(?:will|won['’]t|would|could|may|might|should|shall|can|cannot|can['’]t|expect\w*|predict\w*|forecasts?|plan(?:s|ned|ning)?|aim(?:s|ing)?|targets?|targeting|hope[sd]?|intends?|slated|scheduled|set to|due|likely|unlikely|poised|on track|going to|to be|anticipat\w*|believ\w+|think\w*|estimat\w+|is|are|arriv(?:e|es|ing)|launch(?:es|ing)?|ships?|shipping|releases?|releasing|coming|comes?|reach(?:es)?|replaces?|lands?|starts?|begins?|away|off|bets?|sees|says|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|insists?|project(?:s|ed)|guess|possible|remains?|seems?|within reach|happen\w*|eyes|puts|debuts?|rolls?|opens?|goes|delayed|postponed|pushed|needs?|requires?|foresees?|wants?|not)\b|['’](?:ll|re|s|m)\b/i,
};

/** A present tense that announces: "goes on sale on October 21". */
const SCHEDULED =
  /\b(?:goes on sale|launches|arrives|releases|ships|opens to|debuts|rolls out|comes out|goes live|hits stores)\b/i;
/** After 五年后: what comes next must be told as something to come. */
const LATER_CLAIM = /将|会|能|可|有望|要|必|就|预计|实现|到来|取代|成为|普及|问世|出现|没人|进入|不|才|^\s*$/u;
/** What people used to think is no claim of today. */
const ONCE_THOUGHT = /原以为|本以为|曾以为|一度认为|\b(?:once|long) (?:thought|believed|expected)\b/iu;
/** 而不是外界猜测的后年: the date that it is not. */
const CONTRASTED = /(?:而不是|而非|并非|不再是)[^,，]{0,12}$/u;
const HAPPENED = {
  zh: /了|已|曾/u,
  en: /\b(?:arrived|came|was|were|happened|launched|released|shipped|reached|grew|rose|finished|completed|ended|hit|became|got|fell|went)\b/i,
};

/** The words around a time expression: its clause, what precedes it, and how the sentence ends. */
interface ClaimContext {
  before: string;
  after: string;
  /** The time expression itself. */
  own: string;
  clause: string;
  /** Clause and governing verb. */
  cues: string;
  cued: boolean;
  /** Whether a cue stands close to the time expression. */
  cuedNear: boolean;
  sentenceEnd: string;
  /** The whole sentence: what it is about may stand in an earlier clause. */
  sentence: string;
  /** Whether a headline gives the words to a speaker (S: …). */
  headline: boolean;
}

/** Whether a time stands in a question or is about law, money or weather, whatever its words. */
export function isOffTopic(
  context: Pick<ClaimContext, 'clause' | 'sentence' | 'sentenceEnd'>,
  lang: 'zh' | 'en',
): boolean {
  return (
    QUESTION[lang].test(context.sentenceEnd) ||
    QUESTION[lang].test(context.clause) ||
    OFF_TOPIC[lang].test(context.clause) ||
    ABOUT_MACRO.test(context.sentence)
  );
}

/** Why a time expression is no claim, or undefined when it is one. */
export function notAClaim(time: TimeExpression, context: ClaimContext, lang: 'zh' | 'en'): string | undefined {
  if (time.type !== 'shift' && ONCE_THOUGHT.test(context.before)) return 'past';
  if (CONDITIONAL[lang].test(context.before)) return 'condition';
  if (lang === 'zh' && CONTRASTED.test(context.before)) return 'contrasted';
  if ('period' in time && time.period.dayOffset === 0) return 'today';
  if (
    lang === 'zh' &&
    time.type === 'offset' &&
    context.own.endsWith('后') &&
    !context.cued &&
    !LATER_CLAIM.test(context.after)
  )
    return 'narrative';
  if (isBareCalendar(time) && !context.cuedNear && !SCHEDULED.test(context.clause)) return 'bare-date';
  const future = FUTURE[lang].test(context.cues) || context.headline || (lang === 'zh' && context.cuedNear);
  if (!future && needsLicence(time)) return 'no-future';
  if (PAST[lang].test(context.before) && !context.cued && time.type !== 'shift') return 'past';
  if (
    lang === 'zh' &&
    /^\s*[^,，。]{0,14}[了过](?![^,，。]{0,3}[将会])/u.test(context.after) &&
    !context.cued &&
    time.type !== 'shift'
  )
    return 'past';
  if (
    lang === 'zh' &&
    /^\s*(?:的)?(?:历史|经验|数据|积累|时间里|老|前(?![后沿]))/u.test(context.after) &&
    time.type !== 'calendar'
  )
    return 'duration';
  if (
    lang === 'en' &&
    /^\s*(?:of (?:data|training|experience|history|research|work)|old\b|budget|plan\b|strategy|report)/i.test(
      context.after,
    )
  )
    return 'duration';
  if (time.type === 'direction' && !context.cued && HAPPENED[lang].test(context.clause)) return 'past';
  return undefined;
}

/** Relative times need a word of the future; a year to come is one by itself. */
function needsLicence(time: TimeExpression): boolean {
  switch (time.type) {
    case 'shift':
      return false;
    case 'direction':
    case 'lifetime':
      return false;
    case 'calendar':
    case 'deadline':
    case 'since':
    case 'not-before':
      return time.period.year === undefined && time.period.decade === undefined && (time.period.yearOffset ?? 0) === 0;
    default:
      return true;
  }
}

/** "in March", "9月12日", 今年: past or future only by its verb. */
function isBareCalendar(time: TimeExpression): boolean {
  if (time.type !== 'calendar') return false;
  const { year, decade, yearOffset, decadeOffset, centuryOffset } = time.period;
  return (
    year === undefined &&
    decade === undefined &&
    (yearOffset ?? 0) === 0 &&
    decadeOffset === undefined &&
    centuryOffset === undefined
  );
}
