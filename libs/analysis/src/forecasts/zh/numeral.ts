const DIGITS: Record<string, number> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const MAGNITUDES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const RUN = /[〇零一二两三四五六七八九十百千万半几数多余来好若干]{1,10}/y;

const NUMERALS = new Uint8Array(0x10000);
for (const character of '0123456789〇零一二两三四五六七八九十百千万半几数多余来好若')
  NUMERALS[character.charCodeAt(0)] = 1;

/** A number as worded: 三 is exact, 两三 a pair, 几十 vague. */
interface Numeral {
  lo: number;
  hi: number;
  vague: boolean;
  /** Characters read. */
  length: number;
}

/** Reads an Arabic or Chinese number at `at`: 10, 3.5, 十五, 一两, 三五, 十几, 数十, 好几, 20多, 一个半 is read with the unit. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  if (NUMERALS[text.charCodeAt(at)] !== 1) return undefined;
  const arabic = matchAt(/\d{1,6}(?:\.\d{1,2})?/y, text, at);
  if (arabic) {
    let value = Number(arabic);
    let length = arabic.length;
    const magnitude = MAGNITUDES[text.charAt(at + length)];
    if (magnitude && magnitude >= 100) {
      value *= magnitude;
      length += 1;
    }
    return withMore(text, at, { lo: value, hi: value, vague: false, length });
  }
  const run = matchAt(RUN, text, at);
  for (let length = run?.length ?? 0; run && length > 0; length -= 1) {
    const numeral = interpret(run.slice(0, length));
    if (numeral) return withMore(text, at, { ...numeral, length });
  }
  return undefined;
}

/** A four-digit year in Chinese or Arabic digits: 2030, 二〇三〇, 二零三零. */
export function readYearNumber(text: string, at: number): { year: number; length: number } | undefined {
  const first = text.charCodeAt(at);
  // 1, 2, 一 and 二 open the years of four centuries.
  if (first !== 49 && first !== 50 && first !== 0x4e00 && first !== 0x4e8c) return undefined;
  const arabic = matchAt(/(?:19|20|21|22)\d\d(?!\d)/y, text, at);
  if (arabic) return { year: Number(arabic), length: 4 };
  const chinese = matchAt(/[一二][〇零○九一二][〇零○一二三四五六七八九]{2}/y, text, at);
  if (!chinese) return undefined;
  const year = [...chinese].reduce((sum, digit) => sum * 10 + (DIGITS[digit] ?? 0), 0);
  return { year, length: 4 };
}

function interpret(run: string): Omit<Numeral, 'length'> | undefined {
  if (run === '半') return { lo: 0.5, hi: 0.5, vague: false };
  if (run === '几' || run === '数' || run === '若干') return { lo: 2, hi: 5, vague: true };
  if (run === '好几' || run === '多') return { lo: 3, hi: 7, vague: true };
  if (run === '十几' || run === '十来' || run === '十余' || run === '十多') return { lo: 11, hi: 19, vague: true };
  const many = /^[几数好]{1,2}([十百千万])$/.exec(run);
  if (many) {
    const magnitude = MAGNITUDES[many[1] ?? ''] ?? 10;
    return { lo: 2 * magnitude, hi: 5 * magnitude, vague: true };
  }
  // 一两, 两三, 三五, 七八, 十五六; 两三百.
  const pair = /^(十?)([一二两三四五六七八九])([一二两三四五六七八九])([十百千万]?)$/.exec(run);
  if (pair) {
    const base = pair[1] ? 10 : 0;
    const factor = MAGNITUDES[pair[4] ?? ''] ?? 1;
    const lo = DIGITS[pair[2] ?? ''] ?? 0;
    const hi = DIGITS[pair[3] ?? ''] ?? 0;
    if (hi > lo) return { lo: (base + lo) * factor, hi: (base + hi) * factor, vague: true };
  }
  const value = exactValue(run);
  return value === undefined ? undefined : { lo: value, hi: value, vague: false };
}

function exactValue(run: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of run) {
    const magnitude = MAGNITUDES[character];
    if (magnitude !== undefined) {
      total += (digit ?? (total === 0 ? 1 : 0)) * magnitude;
      digit = undefined;
    } else {
      const value = DIGITS[character];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  const value = total + (digit ?? 0);
  return value > 0 ? value : undefined;
}

/** 20多年, 三十余年: up to half a magnitude more. */
function withMore(text: string, at: number, numeral: Numeral): Numeral {
  const next = text.charAt(at + numeral.length);
  if (!'多余来'.includes(next) || next === '' || numeral.vague) return numeral;
  const step = numeral.lo >= 100 ? 50 : numeral.lo >= 10 ? 5 : 1;
  return { lo: numeral.lo, hi: numeral.hi + step, vague: true, length: numeral.length + 1 };
}

export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
