/** How a chosen file is sent: to the import of articles, or to the list of subscriptions. */
export interface ImportTarget {
  to: 'articles' | 'subscriptions';
  contentType: string;
}

const byEnding: readonly [RegExp, ImportTarget][] = [
  [/\.(jsonl|ndjson)$/i, { to: 'articles', contentType: 'application/x-ndjson' }],
  [/\.csv$/i, { to: 'articles', contentType: 'text/csv' }],
  [/\.warc(\.gz)?$/i, { to: 'articles', contentType: 'application/warc' }],
  [/\.opml$/i, { to: 'subscriptions', contentType: 'text/x-opml' }],
];

/** Endings as a file chooser takes them. */
export const importEndings = '.jsonl,.ndjson,.csv,.warc,.gz,.opml';

/** Null for files that cannot be imported. */
export function importTarget(name: string): ImportTarget | null {
  return byEnding.find(([ending]) => ending.test(name))?.[1] ?? null;
}
