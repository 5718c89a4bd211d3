import type { PageDate } from './page-date.js';

const FORMS = [
  /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)/,
  /[/_-]((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/,
  /\/((?:19|20)\d\d)-?(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])(?=\/)/,
];

/** NetEase: two digits of the year, month and day together, the hour. */
const NETEASE = /\/(\d\d)\/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\/\d\d\//;

/** The day in a page's address, as most publishers put it there; null when there is none. */
export function urlDate(url: string | null, now?: Date): PageDate | null {
  if (!url || !URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  for (const form of [...FORMS, NETEASE]) {
    const match = form.exec(pathname);
    if (!match) continue;
    const [stated, month, day] = match.slice(1).map(Number) as [number, number, number];
    const year = stated < 100 ? 2000 + stated : stated;
    const instant = new Date(Date.UTC(year, month - 1, day));
    const exists = instant.getUTCMonth() === month - 1 && year >= 1995;
    if (exists && (!now || instant <= now)) return { instant, offset: null };
  }
  return null;
}
