import { escapeHtml } from '@timbre/charts';
import type { ReportRunFile } from '@timbre/contracts';
import { xmlText } from '../exports/formats/xml-text.js';
import { reportContentTypes } from '../reports/outputs/render-report.js';

/** A report's runs as a reader of feeds gets them. */
export interface RunFeed {
  title: string;
  /** Address of the shared report. */
  home: string;
  /** Address of the feed itself. */
  self: string;
  items: readonly RunFeedItem[];
}

export interface RunFeedItem {
  id: string;
  title: string;
  summary: string;
  at: Date;
  files: readonly (ReportRunFile & { url: string })[];
}

/** JSON Feed 1.1. */
export function jsonFeed({ title, home, self, items }: RunFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    items: items.map(({ id, title: name, summary, at, files }) => ({
      id,
      url: files[0]?.url ?? home,
      title: name,
      content_text: summary,
      date_published: at.toISOString(),
      attachments: files.map(({ url, format, name: file, bytes }) => ({
        url,
        mime_type: reportContentTypes[format],
        title: file,
        size_in_bytes: bytes,
      })),
    })),
  });
}

/** RSS 2.0; the first file is the enclosure, because there can be one only. */
export function rssFeed({ title, home, self, items }: RunFeed): string {
  const text = (value: string): string => escapeHtml(xmlText(value));
  const entries = items.map(({ id, title: name, summary, at, files }) => {
    const [file] = files;
    const enclosure =
      file === undefined
        ? ''
        : `<enclosure url="${text(file.url)}" length="${file.bytes}" type="${reportContentTypes[file.format].split(';')[0] ?? ''}"/>`;
    return `<item><title>${text(name)}</title><link>${text(file?.url ?? home)}</link><guid isPermaLink="false">${text(id)}</guid><pubDate>${at.toUTCString()}</pubDate><description>${text(summary)}</description>${enclosure}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${text(title)}</title><link>${text(home)}</link><description>${text(title)}</description><atom:link href="${text(self)}" rel="self" type="application/rss+xml"/>${entries.join('')}</channel></rss>
`;
}
