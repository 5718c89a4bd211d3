/** Vocabularies by the short name they are known by here. */
const URIS: [name: string, uri: RegExp][] = [
  ['atom', /^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/(?:atom\/ns|echo|pie)|example\.com\/newformat|necho)/],
  ['rss', /^https?:\/\/(?:backend\.userland\.com\/(?:rss|rss\d|rss\d\.\d|rss-?0?9.*)|blogs\.law\.harvard\.edu\/tech\/rss|purl\.org\/(?:net\/)?rss\/?1\.[01]|my\.netscape\.com\/(?:rdf\/simple\/0\.9|publish\/formats\/rss)|channel\.netscape\.com\/rdf\/simple\/0\.9|feeds\.archive\.org\/validator|www\.rssboard\.org\/rss)/],
  ['rdf', /^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?/],
  ['content', /^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/],
  ['dc', /^https?:\/\/purl\.org\/dc\/(?:elements\/)?1\.[01]|^https?:\/\/purl\.org\/metadata\/dublin_core/],
  ['dcterms', /^https?:\/\/purl\.org\/dc\/terms/],
  ['media', /^https?:\/\/search\.yahoo\.com\/mrss|^https?:\/\/(?:www\.)?rssboard\.org\/media-rss/],
  ['itunes', /^https?:\/\/www\.itunes\.com\/(?:dtds\/podcast|xml\/podcast)|^http:\/\/example\.com\/dtds\/podcast/],
  ['googleplay', /^https?:\/\/www\.google\.com\/schemas\/play-podcasts/],
  ['sy', /^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/],
  ['feedburner', /^https?:\/\/rssnamespace\.org\/feedburner/],
  ['news', /^https?:\/\/www\.google\.com\/schemas\/sitemap-news/],
  ['sitemap', /^https?:\/\/www\.(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0/],
  ['yt', /^https?:\/\/(?:www\.)?(?:youtube|gdata\.youtube)\.com\/(?:xml\/)?schemas/],
  ['prism', /^https?:\/\/prismstandard\.org\/namespaces/],
  ['xhtml', /^https?:\/\/www\.w3\.org\/1999\/xhtml/],
  ['svg', /^https?:\/\/www\.w3\.org\/2000\/svg/],
  ['mathml', /^https?:\/\/www\.w3\.org\/1998\/math/],
  ['xlink', /^https?:\/\/www\.w3\.org\/1999\/xlink/],
  ['xml', /^https?:\/\/www\.w3\.org\/xml\/1998\/namespace/],
]; // prettier-ignore

/** Prefixes that mean their usual vocabulary where a document forgot to declare them. */
const USUAL_PREFIXES = new Set(URIS.map(([name]) => name));

const known = new Map<string, string>();

/** The short name of a namespace URI, however it is capitalised or padded; an unknown URI names itself. */
function namespaceName(uri: string): string {
  const plain = uri.trim().toLowerCase();
  const cached = known.get(plain);
  if (cached !== undefined) return cached;
  const name = plain === '' ? '' : (URIS.find(([, pattern]) => pattern.test(plain))?.[0] ?? plain);
  if (known.size < 1000) known.set(plain, name);
  return name;
}

/** Namespace declarations in force at an element. */
export class NamespaceScope {
  private constructor(
    private readonly declared: ReadonlyMap<string, string>,
    private readonly parent: NamespaceScope | null,
  ) {}

  static readonly root = new NamespaceScope(new Map(), null);

  /** The scope inside an element with these attributes; the same object when it declares nothing. */
  enter(attributes: ReadonlyMap<string, string>): NamespaceScope {
    let declared: Map<string, string> | null = null;
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name[5] === ':' ? name.slice(6) : null;
      if (prefix !== null) (declared ??= new Map()).set(prefix, namespaceName(value));
    }
    return declared ? new NamespaceScope(declared, this) : this;
  }

  /** Short name of the vocabulary a prefix stands for here; '' for no namespace. */
  nameOf(prefix: string): string {
    const declared = this.declared.get(prefix) ?? this.parent?.lookUp(prefix);
    if (declared !== undefined) return declared;
    return USUAL_PREFIXES.has(prefix) ? prefix : prefix === '' ? '' : `?${prefix}`;
  }

  private lookUp(prefix: string): string | undefined {
    return this.declared.get(prefix) ?? this.parent?.lookUp(prefix);
  }
}
