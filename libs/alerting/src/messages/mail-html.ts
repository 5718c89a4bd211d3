import { escapeHtml } from '@timbre/charts';
import type { AlertMessage, MessageLanguage } from './alert-message.js';
import { linksOf, plainText, subjectOf } from './message-text.js';
import { signed } from './message-words.js';
import { otherLines } from './other-alerts.js';
import { sentencesOf } from './sentences.js';

/**
 * The message as a mail's HTML. All texts come from outside and are escaped; links are ours.
 *
 * @param chart content id of the picture in the same mail, and what it shows in words
 */
export function mailHtml(
  message: AlertMessage,
  language: MessageLanguage,
  chart: { contentId: string; description: string } | null,
): string {
  const link = (href: string, text: string): string =>
    `<a href="${escapeHtml(href)}" style="color:#4338ca">${escapeHtml(text)}</a>`;
  const paragraph = (text: string): string => `<p style="margin:0 0 8px">${escapeHtml(text)}</p>`;
  if (message.reason === 'digest') {
    const lines = plainText(message, language).split('\n').map(paragraph);
    return page(message, language, lines);
  }
  const articles = message.articles.map(
    ({ title, source, score, evidence, link: href }) =>
      `<li style="margin:0 0 10px">${link(href, title)}
<span style="color:#475569"> — ${escapeHtml(source)}${score === null ? '' : ` ${signed(score)}`}</span>
${evidence === null ? '' : `<div style="color:#334155;border-left:2px solid #94a3b8;padding-left:8px">${escapeHtml(evidence)}</div>`}</li>`,
  );
  return page(message, language, [
    ...sentencesOf(message, language).map(paragraph),
    ...(chart === null
      ? []
      : [
          `<img src="cid:${escapeHtml(chart.contentId)}" alt="${escapeHtml(chart.description)}" width="640" style="max-width:100%;height:auto;border:1px solid #e4e6ea">`,
        ]),
    ...otherLines(message, language).map(paragraph),
    articles.length === 0 ? '' : `<ol style="padding-left:20px">${articles.join('\n')}</ol>`,
    `<p>${linksOf(message, language)
      .map(({ title, url }) => link(url, title))
      .join(' · ')}</p>`,
  ]);
}

const page = (message: AlertMessage, language: MessageLanguage, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><body style="font:14px/1.6 sans-serif;color:#0f172a;max-width:660px">
<h1 style="font-size:16px">${escapeHtml(subjectOf(message, language))}</h1>
${parts.filter((part) => part !== '').join('\n')}
</body></html>`;
