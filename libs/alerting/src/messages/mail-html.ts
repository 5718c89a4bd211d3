import { type AlertMessage, type MessageLanguage, sentencesOf, subjectOf } from './alert-message.js';
import { signed } from './message-words.js';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/** The message as a mail's HTML. All texts come from outside and are escaped; links are ours. */
export function mailHtml(message: AlertMessage, language: MessageLanguage): string {
  const zh = language === 'zh';
  const sentences = sentencesOf(message, language).map(
    (sentence) => `<p style="margin:0 0 8px">${escapeHtml(sentence)}</p>`,
  );
  const articles = message.articles.map(
    ({ title, source, score, evidence, link }) =>
      `<li style="margin:0 0 10px"><a href="${escapeHtml(link)}" style="color:#4338ca">${escapeHtml(title)}</a>
<span style="color:#475569"> — ${escapeHtml(source)}${score === null ? '' : ` ${signed(score)}`}</span>
${evidence === null ? '' : `<div style="color:#334155;border-left:2px solid #94a3b8;padding-left:8px">${escapeHtml(evidence)}</div>`}</li>`,
  );
  const link = (href: string, text: string): string =>
    `<a href="${escapeHtml(href)}" style="color:#4338ca">${text}</a>`;
  return `<!doctype html><html lang="${language}"><body style="font:14px/1.6 sans-serif;color:#0f172a;max-width:640px">
<h1 style="font-size:16px">${escapeHtml(subjectOf(message, language))}</h1>
${sentences.join('\n')}
${articles.length === 0 ? '' : `<ol style="padding-left:20px">${articles.join('\n')}</ol>`}
<p>${link(message.links.view, zh ? '查看数据' : 'Open the view')} · ${link(message.links.alert, zh ? '查看告警' : 'Open the alert')}</p>
</body></html>`;
}
