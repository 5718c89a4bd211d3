/** The dialect a document was read as. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf' | 'sitemap';

/** A file that belongs to an entry: enclosure, media:content, attachment. */
export interface FeedMedia {
  url: string;
  /** MIME type as given. */
  type?: string;
  /** Bytes. */
  length?: number;
  /** `image`, `audio`, `video`, `document` … as given or told by the type. */
  medium?: string;
  /** Seconds. */
  duration?: number;
}

/** One entry. Absent values are null, so that a consumer sees every field. */
export interface FeedEntry {
  /** The feed's own id, else the link, else one derived from title, date and text: stable across polls. */
  id: string;
  /** Plain text. */
  title: string | null;
  /** Absolute where a base is known. */
  link: string | null;
  published: Date | null;
  updated: Date | null;
  /** Names; an address where no name is given. */
  authors: string[];
  /** Sanitised HTML. */
  summary: string | null;
  /** Sanitised HTML. */
  content: string | null;
  categories: string[];
  language: string | null;
  media: FeedMedia[];
  /** The feed an aggregated entry was taken from. */
  source: { title: string | null; url: string | null } | null;
}

/** A feed in the one shape that all formats are read into. */
export interface Feed {
  /** See `decodeDocument`; null for a document that was already text. */
  encoding: string | null;
  format: FeedFormat;
  /** Plain text. */
  title: string | null;
  /** The site the feed belongs to. */
  link: string | null;
  /** Sanitised HTML. */
  description: string | null;
  /** BCP 47 tag as given, with hyphens. */
  language: string | null;
  updated: Date | null;
  /** The feed's own address, where it says one. */
  self: string | null;
  /** WebSub hub. */
  hub: string | null;
  /** Minutes for which the feed asks not to be fetched again (`ttl`, `sy:updatePeriod`). */
  ttl: number | null;
  /** Hours of the day in UTC (0–23) in which the feed will not change. */
  skipHours: number[];
  /** Days on which the feed will not change, 0 = Sunday. */
  skipDays: number[];
  image: string | null;
  entries: FeedEntry[];
}

/** What is known about a feed document besides its bytes. */
export interface ParseFeedOptions {
  /** The `Content-Type` header. */
  contentType?: string | null;
  /** Where the document came from; relative links are resolved against it. */
  url?: string | null;
  /** The `Content-Location` header, which goes before `url` as a base. */
  contentLocation?: string | null;
  /** The `Content-Language` header, for a feed that does not name its language. */
  contentLanguage?: string | null;
  /** Makes relative dates readable. */
  now?: Date;
}
