import { escapeHtml } from '@timbre/charts';
import type { MessageLanguage } from '../messages/alert-message.js';
import type { MuteRefusal } from './mute-refusal.js';

/** For how long a message may be muted, in hours. */
export const muteHours = [1, 8, 24, 168] as const;

const words = {
  en: {
    title: 'Mute this alert',
    ask: (name: string) => `For how long should “${name}” be quiet? It goes on being evaluated; only messages wait.`,
    lengths: { 1: '1 hour', 8: '8 hours', 24: '1 day', 168: '1 week' },
    done: (name: string, until: string) => `“${name}” is quiet until ${until}.`,
    undo: 'End the silence in Timbre',
    refused: 'This link cannot be used',
    reasons: {
      expired: 'This link has expired. Open the alert in Timbre instead.',
      forged: 'This link is not valid. Open the alert in Timbre instead.',
      gone: 'The rule of this alert was deleted; it sends no more messages.',
    } satisfies Record<MuteRefusal, string>,
    open: 'Open Timbre',
  },
  zh: {
    title: '静默此告警',
    ask: (name: string) => `将「${name}」静默多久？期间照常评估，只是暂不发送消息。`,
    lengths: { 1: '1 小时', 8: '8 小时', 24: '1 天', 168: '1 周' },
    done: (name: string, until: string) => `「${name}」已静默至 ${until}。`,
    undo: '在 Timbre 中结束静默',
    refused: '此链接无法使用',
    reasons: {
      expired: '此链接已过期。请在 Timbre 中打开该告警。',
      forged: '此链接无效。请在 Timbre 中打开该告警。',
      gone: '此告警的规则已删除，不会再发送消息。',
    } satisfies Record<MuteRefusal, string>,
    open: '打开 Timbre',
  },
};

/** Asks for how long. Opening it changes nothing, so that programs which follow links in mails mute nothing. */
export function askPage(action: string, name: string, language: MessageLanguage): string {
  const { title, ask, lengths } = words[language];
  const buttons = muteHours.map(
    (hours) =>
      `<form method="post" action="${escapeHtml(`${action}/${hours}`)}"><button type="submit">${lengths[hours]}</button></form>`,
  );
  return page(language, title, [`<p>${escapeHtml(ask(name))}</p>`, `<div class="choices">${buttons.join('')}</div>`]);
}

export function donePage(silences: string, name: string, until: string, language: MessageLanguage): string {
  const { title, done, undo } = words[language];
  return page(language, title, [
    `<p role="status">${escapeHtml(done(name, until))}</p>`,
    `<p><a href="${escapeHtml(silences)}">${undo}</a></p>`,
  ]);
}

export function refusedPage(base: string, reason: MuteRefusal, language: MessageLanguage): string {
  const { refused, reasons, open } = words[language];
  return page(language, refused, [
    `<p role="alert">${reasons[reason]}</p>`,
    `<p><a href="${escapeHtml(base)}">${open}</a></p>`,
  ]);
}

const page = (language: MessageLanguage, title: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · Timbre</title><style>
:root{color-scheme:light dark;--ink:#1c2430;--page:#fafaf8;--surface:#fff;--line:#bfc6d0;--accent:#4338ca}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--page:#10141a;--surface:#171c24;--line:#465262;--accent:#a5abff}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:480px;margin:12vh auto 0;padding:0 20px}h1{font-size:20px}a{color:var(--accent)}
.choices{display:flex;flex-wrap:wrap;gap:12px;margin:24px 0}
button{min-height:44px;padding:0 20px;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:inherit;font:inherit;cursor:pointer}
button:focus-visible{outline:3px solid var(--accent)}</style></head>
<body><main><h1>${title}</h1>${parts.join('\n')}</main></body></html>`;
