import { escapeHtml } from '@timbre/charts';
import { htmlStyle } from '../reports/outputs/html-style.js';

export type PageLanguage = 'en' | 'zh';

/** A page for readers without an account: no script, nothing fetched. @param body - HTML that is escaped already. */
const publicPage = (language: PageLanguage, title: string, body: string): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${htmlStyle}label{display:block;font-weight:600}input{font:inherit;padding:6px 10px;margin:6px 0 14px;width:min(100%,320px);box-sizing:border-box}button{font:inherit;padding:6px 18px}[role=alert]{font-weight:600}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body>
</html>
`;

const words = {
  en: {
    password: 'This report needs a password',
    ask: 'Password',
    open: 'Open',
    wrong: 'That is not the password.',
    unsubscribe: 'No more of these mails?',
    stop: 'Stop sending this report to',
    confirm: 'Unsubscribe',
    done: 'You are unsubscribed',
    gone: 'This report will not be sent to you any more.',
    formats: 'This report as a file',
    feed: 'Feed',
  },
  zh: {
    password: '此报告需要密码',
    ask: '密码',
    open: '打开',
    wrong: '密码不正确。',
    unsubscribe: '不再接收这些邮件？',
    stop: '停止将此报告发送至',
    confirm: '退订',
    done: '退订成功',
    gone: '此报告今后不会再发送给您。',
    formats: '下载此报告',
    feed: '订阅源',
  },
} as const;

/** Asks for the password of a link; the form goes back to the same address. */
export function passwordPage(language: PageLanguage, wrong: boolean): string {
  const { password, ask, open, wrong: notIt } = words[language];
  const alert = wrong ? `<p role="alert">${notIt}</p>` : '';
  return publicPage(
    language,
    password,
    `${alert}<form method="post"><label for="password">${ask}</label><input id="password" name="password" type="password" required autofocus autocomplete="off"><br><button>${open}</button></form>`,
  );
}

export function unsubscribePage(language: PageLanguage, address: string): string {
  const { unsubscribe, stop, confirm } = words[language];
  return publicPage(
    language,
    unsubscribe,
    `<form method="post"><p>${stop} <strong>${escapeHtml(address)}</strong></p><button>${confirm}</button></form>`,
  );
}

export const unsubscribedPage = (language: PageLanguage): string =>
  publicPage(language, words[language].done, `<p>${words[language].gone}</p>`);

/** Links to the other forms of a shared report, to stand above it. */
export function sharedLinks(language: PageLanguage, links: readonly { title: string; path: string }[]): string {
  const items = links.map(
    ({ title, path }) => `<a href="${escapeHtml(path)}" target="_blank" rel="noopener">${escapeHtml(title)}</a>`,
  );
  return `<p class="about">${words[language].formats}: ${items.join(' · ')}</p>`;
}
