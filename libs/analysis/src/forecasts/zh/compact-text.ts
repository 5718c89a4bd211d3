/** A sentence without white space, folded to simplified half-width characters; `at[i]` is the place of character i. */
export interface CompactText {
  text: string;
  at: number[];
}

const TRADITIONAL =
  '後后內内個个預预計计說说稱称發发現现實实將将會会還还從从縮缩遲迟兩两幾几數数時时間间週周來来則则們们這这為为於于開开過过達达' +
  '與与產产東东動动點点當当國国業业認认為为應应該该許许問问題题長长門门買买賣卖關关係系據据總总經经濟济準准標标進进遠远歲岁' +
  '線线網网舊旧裏里裡里見见覺觉觀观記记設设訊讯試试話话語语誰谁調调談谈論论諾诺證证識识警警讓让變变貝贝負负責责資资質质軟软轉转' +
  '較较辦办農农運运違违選选釋释針针銷销錯错鐘钟閉闭隊队際际難难電电靈灵靜静順顺須须顯显風风飛飞驗验體体齊齐強强歷历樣样樂乐' +
  '機机極极構构歸归殺杀氣气決决況况測测滿满潛潜無无狀状獨独獲获環环異异盡尽眾众確确礎础種种積积簡简級级結结給给統统維维編编' +
  '聯联聲声職职聽听臨临興兴舉举艱艰號号處处補补複复視视親亲訂订詢询請请講讲謝谢護护讀读貨货費费賴赖趕赶趨趋車车載载輸输輕轻' +
  '連连遊游適适遷迁郵邮醫医錄录鍵键鏡镜陽阳離离雖虽雙双離离雲云項项領领頭头頻频類类願愿餘余駕驾馬马斷断斷断晚晚夠够員员團团' +
  '圖图場场塊块報报奪夺學学寫写寶宝尋寻導导層层屆届島岛師师帶带幣币廠厂廢废廣广張张徹彻態态慮虑慶庆憂忧戰战戲戏戶户執执擔担據据' +
  '擊击損损換换擁拥擴扩擾扰';

const FOLD = foldTable();

/** Traditional characters of the grammar, each replaced by one simplified character. */
export const TRADITIONAL_PATTERN = new RegExp(
  `[${[...FOLD.keys()].filter((character) => character !== FOLD.get(character)).join('')}]`,
  'gu',
);

function foldTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) table.set(TRADITIONAL[i] ?? '', TRADITIONAL[i + 1] ?? '');
  return table;
}

/** One character in simplified, half-width form, so that one grammar reads all scripts and widths. */
export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0x4e00) return character;
  return FOLD.get(character) ?? character;
}

/** Linear in `to - from`; scraped text writes "2 月 16 日" with spaces that mean nothing. */
export function compactText(source: string, from: number, to: number): CompactText {
  let text = '';
  const at: number[] = [];
  for (let i = from; i < to; i += 1) {
    const character = source.charAt(i);
    if (/\s|[\u200b-\u200f\ufeff]/.test(character)) {
      // A space between two Latin words is kept; all others are noise.
      if (/[a-z0-9]/i.test(source.charAt(i - 1)) && /[a-z]/i.test(source.charAt(i + 1)) && i > from) {
        text += ' ';
        at.push(i);
      }
      continue;
    }
    // Quotation marks around a date (从“十年”改口) say nothing about it.
    if (/[“”"「」『』]/.test(character)) continue;
    text += foldCharacter(character);
    at.push(i);
  }
  return { text, at };
}
