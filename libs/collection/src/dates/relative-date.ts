const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units in the languages that feeds and pages write. Months and years are left out: they name no day. */
const UNITS: [pattern: RegExp, millis: number][] = [
  [/^(?:seconds?|secs?|sekunden?|secondes?|segundos?|secondi|секунд[уы]?|秒钟?|秒鐘?|초)$/, 1000],
  [/^(?:minutes?|mins?|minuten?|minutos?|minut[oi]|минут[уы]?|мин|分钟?|分鐘?|분)$/, MINUTE],
  [/^(?:hours?|hrs?|stunden?|std|heures?|horas?|or[ae]|uur|час(?:а|ов)?|个?小时|個?小時|時間|시간)$/, HOUR],
  [/^(?:days?|tag(?:en?)?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|д(?:ень|ня|ней)|天|日)$/, DAY],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|недел[юиь]|周|週|星期|个星期)$/, 7 * DAY],
];
/** "3 hours ago", "3小时前", "3 часа назад"; and with the word before: "vor 3 Stunden", "il y a 3 heures". */
const BEHIND = /^(\d{1,3}|an?|ein(?:er|em)?)\s?(\p{L}{1,8}?)\s?(?:ago|前|之前|以前|전|назад|fa|geleden|atrás)$/u;
const BEFORE = /^(?:vor|il y a|hace|há|for)\s(\d{1,3}|un[ae]?|ein(?:er|em)?)\s?(\p{L}{1,8})$/u;
const JUST_NOW = /^(?:just now|now|gerade eben|à l'instant|刚刚|剛剛|刚才|たった今|방금)$/;
/** Days by name; Chinese pages mean Chinese time. */
const NAMED_DAY = /^(今天|昨天|前天)\s?(\d{1,2}):(\d{2})(?::\d{2})?$/;
const DAYS_BACK: Record<string, number> = { 今天: 0, 昨天: 1, 前天: 2 };
const CHINA = 8 * HOUR;

/** Reads "3 hours ago", "5分钟前", "昨天 12:30", "刚刚" against a given now. Milliseconds since 1970, or null. */
export function parseRelativeDate(text: string, now: Date): number | null {
  if (JUST_NOW.test(text)) return now.getTime();
  const named = NAMED_DAY.exec(text);
  if (named) return namedDay(named, now);
  const match = BEHIND.exec(text) ?? BEFORE.exec(text);
  const unit = match && UNITS.find(([pattern]) => pattern.test(match[2]!));
  if (!match || !unit) return null;
  const count = /^\d/.test(match[1]!) ? Number(match[1]) : 1;
  return now.getTime() - count * unit[1];
}

function namedDay([, day, hour, minute]: RegExpExecArray, now: Date): number | null {
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const midnight = Math.floor((now.getTime() + CHINA) / DAY) * DAY - CHINA;
  const instant = midnight - DAYS_BACK[day!]! * DAY + Number(hour) * HOUR + Number(minute) * MINUTE;
  return instant <= now.getTime() + HOUR ? instant : null;
}
