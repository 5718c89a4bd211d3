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

/** Simplified half-width form of each code unit. */
const FOLDED = foldTable();

function foldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) table[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1);
  return table;
}

/** A text in simplified characters, unit by unit; full-width marks stay unless `narrow`. */
export function foldCharacters(text: string, narrow: boolean): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const target = FOLDED[code] ?? code;
    if (target === code || (!narrow && code >= 0xff01)) continue;
    folded += text.slice(kept, i) + String.fromCharCode(target);
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

const enum Noise {
  None = 0,
  Space = 1,
  /** Quotation marks around a date (从“十年”改口) say nothing about it. */
  Mark = 2,
}
const NOISE = noiseTable();

function noiseTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1)
    if (/\s|[\u200b-\u200f\ufeff]/.test(String.fromCharCode(code))) table[code] = Noise.Space;
  for (const mark of '“”"「」『』') table[mark.charCodeAt(0)] = Noise.Mark;
  return table;
}

function isLatinLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Linear in `to - from`; scraped text writes "2 月 16 日" with spaces that mean nothing. */
export function compactText(source: string, from: number, to: number): CompactText {
  let text = '';
  const at: number[] = [];
  for (let i = from; i < to; i += 1) {
    const code = source.charCodeAt(i);
    const noise = NOISE[code];
    if (noise === Noise.Mark) continue;
    if (noise === Noise.Space) {
      // A space between two Latin words is kept; all others are noise.
      const before = i > from ? source.charCodeAt(i - 1) : 0;
      if ((isLatinLetter(before) || (before >= 48 && before <= 57)) && isLatinLetter(source.charCodeAt(i + 1))) {
        text += ' ';
        at.push(i);
      }
      continue;
    }
    text += String.fromCharCode(FOLDED[code] ?? code);
    at.push(i);
  }
  return { text, at };
}
