/** Hosts that serve the same article under the same path: mobile and AMP fronts of sites where this is known. */
const SAME_PATHS: ReadonlyMap<string, string> = new Map([
  ['m.facebook.com', 'www.facebook.com'],
  ['mobile.twitter.com', 'twitter.com'],
  ['m.twitter.com', 'twitter.com'],
  ['mobile.x.com', 'x.com'],
  ['m.youtube.com', 'www.youtube.com'],
  ['mobile.reuters.com', 'www.reuters.com'],
  ['amp.theguardian.com', 'www.theguardian.com'],
  ['amp.cnn.com', 'www.cnn.com'],
  ['mobile.nytimes.com', 'www.nytimes.com'],
  ['m.36kr.com', '36kr.com'],
  ['m.thepaper.cn', 'www.thepaper.cn'],
  ['m.huxiu.com', 'www.huxiu.com'],
  ['m.163.com', 'www.163.com'],
  ['m.bbc.co.uk', 'www.bbc.co.uk'],
  ['m.bbc.com', 'www.bbc.com'],
]);

/** The desktop host of a mobile or AMP host, only where both are known to carry the same paths; else the host itself. */
export function desktopHost(host: string): string {
  const wiki = /^([a-z-]+)\.m\.(wikipedia|wikinews|wikiquote)\.org$/.exec(host);
  return wiki ? `${wiki[1]}.${wiki[2]}.org` : (SAME_PATHS.get(host) ?? host);
}
