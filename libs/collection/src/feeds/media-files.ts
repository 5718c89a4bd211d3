import type { FeedMedia } from './feed.js';
import { resolveUrl } from './resolve-url.js';
import { descendantsNamed } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** Files of an RSS or Atom entry: enclosures, Media RSS contents and thumbnails, the podcast image. One per URL. */
export function mediaFiles(entry: XmlElement): FeedMedia[] {
  const files = new Map<string, FeedMedia>();
  for (const element of descendantsNamed(entry, ['enclosure', 'content', 'thumbnail', 'image', 'link'])) {
    const file = mediaFile(element);
    if (file && !files.has(file.url)) files.set(file.url, file);
  }
  return [...files.values()];
}

function mediaFile(element: XmlElement): FeedMedia | null {
  const { name, namespace, attributes } = element;
  const reference = attributes.get('url') ?? attributes.get('href') ?? attributes.get('resource');
  if (!reference || !carriesFile(name, namespace, attributes)) return null;
  const url = resolveUrl(reference, element.base);
  if (!url) return null;
  const type = attributes.get('type');
  const medium = attributes.get('medium') ?? (name === 'thumbnail' || name === 'image' ? 'image' : mediumOfType(type));
  const file: FeedMedia = { url };
  if (type) file.type = type;
  if (medium) file.medium = medium;
  const length = positiveNumber(attributes.get('length') ?? attributes.get('filesize'));
  const duration = positiveNumber(attributes.get('duration'));
  if (length !== null) file.length = length;
  if (duration !== null) file.duration = duration;
  return file;
}

function carriesFile(name: string, namespace: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name === 'enclosure') return true;
  if (name === 'link') return attributes.get('rel')?.trim().toLowerCase() === 'enclosure';
  if (name === 'image') return namespace === 'itunes' || namespace === 'googleplay';
  return namespace === 'media';
}

/** `image`, `audio`, `video` from a MIME type, else undefined. */
export const mediumOfType = (type: string | undefined): string | undefined =>
  /^(image|audio|video)\//i.exec(type ?? '')?.[1]?.toLowerCase();

/** A positive number, or null for anything else. */
function positiveNumber(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
}
