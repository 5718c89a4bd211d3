const UNIT_MILLIS: [pattern: RegExp, millis: number][] = [
  [/^(?:seconds?|secs?|秒钟?|秒鐘)$/, 1000],
  [/^(?:minutes?|mins?|分钟|分鐘|分)$/, 60_000],
  [/^(?:hours?|hrs?|个?小时|個?小時)$/, 3_600_000],
  [/^(?:days?|天|日)$/, 86_400_000],
  [/^(?:weeks?|周|週|星期)$/, 7 * 86_400_000],
];

/** Reads "3 hours ago", "5分钟前", "刚刚" against a given now. Milliseconds since 1970, or null. */
export function parseRelativeDate(text: string, now: Date): number | null {
  if (/^(?:just now|刚刚|剛剛)$/.test(text)) return now.getTime();
  const match = /^(\d{1,3})\s?(\p{L}{1,8})\s?(ago|前|之前|以前)$/u.exec(text.replace(/(前)$/, ' $1'));
  const unit = match && UNIT_MILLIS.find(([pattern]) => pattern.test(match[2]!));
  return match && unit ? now.getTime() - Number(match[1]) * unit[1] : null;
}
