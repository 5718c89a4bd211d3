import { TRANSLITERATION } from './name-index.js';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵闫解强柴华车冉房边楚蓝邬卞闻蒲鞠巩晁敖冷阚饶仇佟佘岑庾戚揭湛濮滕狄禹窦糜缪臧荀荣虞褚谌谯迟郁郜郗郦鄢钮雍麻麦党谈';
const COMPOUND = '欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|南宫|端木';
const COMPOUND_NAME = new RegExp(`(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}$`, 'u');
/** Words that look like a surname with a given name. */
const NOT_NAMES =
  /^(?:高管|高层|马上|方面|白宫|金融|时间|任务|成本|何时|安全|常见|关注|关于|方向|高度|万一|文中|文章|单位|包括|石油|江苏|安徽|于是|于此|成员|成立|强调|解释|时任|温和|和平|项目|向来|向外|任何|别人|高校|高手|金额|金额|周一|周二|周三|周四|周五|周六|周日|周末|华为|路透|白皮书|全球|康师傅|牛市|田间|常常|盛大|华尔街|谷歌|向好|水平|封面|成果|成都|施工|陆续|连续|单独|解决|查询|明确|易于|武汉|宁波|宁德|应该|曾经|支持|高通|荣耀|万科|金山|高盛|毕竟|时候|时代|左右|关键|管理|管理层|包装|路径|车企|车主|房企|边缘|解读|华盛顿|车辆|程序|程序员|章程|文件|安排|安装|能力|成熟|史上|时报|夏季|易车|高级|高端|方案|方法|方式|方才|方可|余下|卫星|关系|关税|康复|白领|文字|文化|文本|严格|严重|强大|强烈|席间|席位|项下|严肃)$/u;

/** A pattern for the end of a phrase; `test` first looks at the last character, since most phrases end in another. */
interface EndPattern {
  test(words: string): boolean;
}

/** @param pattern `(?:…|…)tail$` over literals, options (们?) and classes at the end of an alternative */
function endingIn(pattern: RegExp): EndPattern {
  const last = new Uint8Array(0x10000);
  for (const alternative of pattern.source.replace(/\$$/u, '').split(/[|()]/u)) {
    let rest = alternative.replace(/^\?:/u, '');
    for (;;) {
      const optional = rest.endsWith('?');
      if (optional) rest = rest.slice(0, -1);
      const set = /\[([^\]]*)\]$/u.exec(rest);
      const ends = set?.[1] ?? rest.slice(-1);
      for (let i = 0; i < ends.length; i += 1) last[ends.charCodeAt(i)] = 1;
      rest = rest.slice(0, rest.length - (set ? set[0].length : 1));
      if (!optional) break;
    }
  }
  return { test: (words) => last[words.charCodeAt(words.length - 1)] === 1 && pattern.test(words) };
}

/** A job title at the end of a phrase. */
export const CHINESE_TITLE = endingIn(
  /(?:创始人|联创|首席[\u4e00-\u9fff]{1,5}[官家师]|首席[\u4e00-\u9fff]{0,4}(?:官|科学家|工程师|经济学家|执行官)|CEO|CTO|COO|CFO|CIO|董事长|总裁|副总裁|总经理|经理|主席|副主席|主任|副主任|院长|副院长|校长|所长|处长|局长|部长|副部长|司长|市长|省长|州长|总统|总理|首相|议员|参议员|众议员|大臣|教授|副教授|院士|博士|研究员|科学家|工程师|分析师|律师|作家|导演|编剧|演员|记者|主编|编辑|负责人|发言人|合伙人|投资人|董事|秘书长|总干事|署长|厅长|检察长|国务卿|大使|议长|教练|队长|机长|总编|总设计师|理事长|会长|委员|专员|顾问|主管|总监|高管|掌门人|创办人|医生|法官|检察官|经济学家|设计师|艺术家|学者|专家|老师|先生|女士|工程副总裁|代表|用户|学生|员工|架构师|开发者|网友|同事|前员工|实验室主管|特使|书记|站长|团队成员|共同创始人|联合创始人)(?:之一|兼)?$/u,
);

/** A speaker without a name. */
export const CHINESE_ROLE = endingIn(
  /(?:人士|发言人|分析师|分析人士|研究人员|科研人员|工作人员|专家|学者|网友|用户|员工|业者|观察者|观察家|评论员|记者|消息人士|知情者|内部人士|业内|负责人|代表|官员|高管|开发者|工程师|科学家|消费者|投资者|投资人|律师|作者们?|团队|研究者|客服|从业者|家长|学生|教师|老师|医生|居民|受访者|消息源|批评者|反对者|支持者|经济学家|管理层|主持人|创作者|设计师|机构|券商|卖家|商家|司机|市民|被告|原告|人们|艺术家|目击者|当事人|副总裁|议员|委员|同事|老板|法官|检方|警方|控方|辩方|代理律师|供应商|经销商|客户|志愿者|作家|厂商|竞争对手|评测者|博主|大V|玩家|读者|消息称?|老人|孩子|女孩|男孩|观众|听众|店主|店员|乘客|车主|司机|家属|邻居|路人|插画师|画师|画家|歌手|医师|护士|摄影师|译者|翻译|程序员|架构师|主播|编剧|有人|人们|大家|众人|多数人|不少人|很多人|许多人|一些人|对手|同行|巨头|合伙人|创业者|企业家|院士|教授|博士)们?$/u,
);

/** An organisation at the end of a phrase. */
export const CHINESE_ORGANISATION = endingIn(
  /(?:公司|集团|组织|大学|学院|研究院|研究所|实验室|委员会|银行|协会|学会|基金会|机构|通讯社|新华社|路透社|法新社|美联社|彭博社?|日报|时报|晚报|周刊|杂志|邮报|卫报|新闻网|电视台|联盟|工会|政府|白宫|国务院|部门?|总局|局|署|办公室|办|官方|方面|团队|科技|智能|证券|资本|咨询|医院|法院|检察院|交易所|平台|中心|议会|欧盟|联合国|央行|工信部|网信办|华为|百度|腾讯|阿里巴巴|阿里云?|字节跳动|小米|谷歌|微软|苹果|英伟达|特斯拉|亚马逊|商汤|讯飞|科大讯飞|智谱|月之暗面|深度求索|百川智能|零一万物|小鹏|蔚来|理想汽车|比亚迪|宁德时代|台积电|三星|高通|英特尔|索尼|美国商务部|外交部|商务部|五角大楼|当局|公告|财报|报告|论文|声明|媒体|外媒|日媒|港媒|韩媒|美媒|英媒|网站|官网)$/u,
);

const FOREIGN_NAME = new RegExp(`[${TRANSLITERATION}]{2,7}$`, 'u');
/** Transliteration characters also write these. */
const NOT_FOREIGN =
  /^(?:特别|马上|明确|大多|大多数|安全|明显|内部|东西|日本|美国|英国|法国|德国|香港|北京|南京|上海|山东|广东|文章|公司|高层|云南|海南|兰州|武汉|西安|理想|科技|基本|根本|利于|本|当|大|里|高|明|内|于|许多|多|西方|东方|马云)$/u;

/** Where a transliterated name without dots begins (奥尔特曼, 哈萨比斯), or undefined. */
export function isForeignName(words: string): number | undefined {
  if (!TRANSLITERATION.includes(words.charAt(words.length - 1))) return undefined;
  const match = FOREIGN_NAME.exec(words);
  if (!match) return undefined;
  // The title before the name may end in a character of the set: 首席科学家库兹韦尔.
  for (let index = match.index; words.length - index >= 2; index += 1) {
    const name = words.slice(index);
    if (NOT_FOREIGN.test(name)) return undefined;
    if (isFree(words.slice(0, index))) return index;
  }
  return undefined;
}

/** Where a Chinese personal name begins at the end of `words`, or undefined. The words before it must be a title or nothing. */
export function isChineseName(words: string): number | undefined {
  const compound = COMPOUND_NAME.exec(words);
  if (compound && isFree(words.slice(0, compound.index))) return compound.index;
  for (const length of [3, 2]) {
    const index = words.length - length;
    const name = words.slice(index);
    if (index < 0 || !/^[\u4e00-\u9fff]+$/u.test(name) || !SURNAMES.includes(name.charAt(0))) continue;
    if (NOT_NAMES.test(name) || NOT_NAMES.test(name.slice(0, 2)) || CHINESE_ROLE.test(name) || CHINESE_TITLE.test(name))
      continue;
    if (/(?:公司|大学|法院|银行|媒体|部门|方面|官方|团队|平台|报告|集团|政府)$/u.test(name)) continue;
    if (isFree(words.slice(0, index))) return index;
  }
  return undefined;
}

function isFree(before: string): boolean {
  const words = before.trim();
  return (
    words === '' ||
    CHINESE_TITLE.test(words) ||
    (words.length >= 2 && '师家员者长官手生商户授士裁席人'.includes(words.charAt(words.length - 1))) ||
    '的、”"）)】]岁'.includes(words.charAt(words.length - 1)) ||
    /(?:网友|同学|董事)$/u.test(words)
  );
}
