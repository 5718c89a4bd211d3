const formula =
  /^(?:[\t\r\n]|[\s"'\0\u200B-\u200F\u2060\uFEFF]*[=+\-@|%\u2013\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/;

/**
 * Whether a spreadsheet may take the text for a formula or a command: it begins with =, +, −, @, | or %, in any width,
 * perhaps behind blanks, quotes or invisible characters, or with a tab or line break (OWASP, CSV injection).
 */
export function formulaLike(text: string): boolean {
  return formula.test(text);
}
