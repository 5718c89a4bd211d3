/** What a page turned out to hold. */
export interface ExtractedPage {
  /** Final address of the page. */
  url: string | null;
  /** The page's own canonical link, absolute; believed only within the same site (see canonical URLs). */
  canonicalLink: string | null;
  title: string | null;
  byline: string | null;
  /** Publisher as the page names it. */
  site: string | null;
  published: Date | null;
  /** Minutes east of UTC of the zone in which the page names `published` or in which its readers live; null when unknown. */
  publishedOffset: number | null;
  modified: Date | null;
  /** BCP 47 tag that the page declares. */
  lang: string | null;
  /** Main text: paragraphs separated by a line break, without title, share bars, credits and related links. */
  text: string;
  /** Readers without a subscription see only a part, says the page or its wording. */
  paywalled: boolean;
  /** The page asks for consent or a login instead of showing an article. */
  walled: boolean;
  /** Address of the article's next page. */
  nextPage: string | null;
  /** Address of the page's AMP edition. */
  ampLink: string | null;
}

export interface ExtractPageOptions {
  /** Where the page came from; relative links are resolved against it. */
  url?: string | null;
  /** Makes relative dates ("3 hours ago") readable and refuses dates of the future. */
  now?: Date;
}
