/** Labels seen in the wild that the WHATWG table lacks, mapped to one it knows. */
const ALIASES: Record<string, string> = {
  'big5-hkscs2004': 'big5',
  'cp-1251': 'windows-1251',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  'gb-18030': 'gb18030',
  gb18030_2000: 'gb18030',
  gb18030_2022: 'gb18030',
  'gb2312-80': 'gbk',
  'latin-1': 'windows-1252',
  ms932: 'shift_jis',
  ms936: 'gbk',
  'shift-jis-2004': 'shift_jis',
  sjis: 'shift_jis',
  uhc: 'euc-kr',
  ucs2: 'utf-16',
  'ucs-4': 'utf-32',
  'ucs-4be': 'utf-32be',
  'ucs-4le': 'utf-32le',
  utf16: 'utf-16',
  utf16be: 'utf-16be',
  utf16le: 'utf-16le',
  utf32: 'utf-32',
  utf32be: 'utf-32be',
  utf32le: 'utf-32le',
  utf8mb4: 'utf-8',
};

const UTF_32 = new Set(['utf-32', 'utf-32le', 'utf-32be']);

/**
 * The canonical lower-case name of a character set label, or null when nobody can decode it.
 *
 * Follows the WHATWG Encoding Standard (so `iso-8859-1` is `windows-1252` and `gb2312` is `gbk`) and adds UTF-32
 * and the spellings that feeds use. The byte order of plain `utf-16` stays open: the bytes decide it.
 *
 * @example canonicalEncoding(" 'GB2312' ") // 'gbk'
 */
export function canonicalEncoding(label: string | null | undefined): string | null {
  if (!label) return null;
  const plain = label.trim().replace(/["']/g, '').trim().toLowerCase();
  const dashed = plain.replaceAll('_', '-');
  for (const spelling of [plain, dashed]) {
    const name = ALIASES[spelling] ?? spelling;
    if (UTF_32.has(name) || name === 'utf-16') return name;
    if (name === 'replacement') return null;
    try {
      const known = new TextDecoder(name).encoding.toLowerCase();
      if (known !== 'x-user-defined') return known;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}
