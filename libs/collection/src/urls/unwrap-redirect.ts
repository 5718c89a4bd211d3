/** A service whose links carry their destination: in a query parameter, or as all that follows a path prefix. */
interface Redirector {
  host: RegExp;
  path?: RegExp;
  parameters?: readonly string[];
  rest?: boolean;
}

const REDIRECTORS: readonly Redirector[] = [
  { host: /(?:^|\.)google\.[a-z.]+$/, path: /^\/(?:url|imgres)$/, parameters: ['q', 'url', 'imgrefurl'] },
  { host: /^(?:l|lm)\.facebook\.com$|^l\.instagram\.com$|^l\.messenger\.com$/, parameters: ['u'] },
  { host: /(?:^|\.)facebook\.com$/, path: /^\/(?:l|flx\/warn)(?:\.php|\/)?$/, parameters: ['u'] },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /(?:^|\.)linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)$/, parameters: ['url'] },
  { host: /^out\.reddit\.com$/, parameters: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /(?:^|\.)bing\.com$/, path: /^\/news\/apiclick\.aspx$/, parameters: ['url'] },
  { host: /^(?:html\.)?duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  { host: /^(?:www\.)?disq\.us$/, path: /^\/url$/, parameters: ['url'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, parameters: ['url'] },
  {
    host: /(?:^|\.)(?:vk\.com|steamcommunity\.com)$/,
    path: /^\/(?:away\.php|linkfilter\/?)$/,
    parameters: ['to', 'u', 'url'],
  },
  { host: /^link\.(?:zhihu\.com|csdn\.net|juejin\.cn)$/, parameters: ['target'] },
  { host: /(?:^|\.)gitee\.com$/, path: /^\/link$/, parameters: ['target'] },
  { host: /(?:^|\.)jianshu\.com$/, path: /^\/go-wild$/, parameters: ['url'] },
  { host: /(?:^|\.)douban\.com$/, path: /^\/link2\/?$/, parameters: ['url'] },
  { host: /(?:^|\.)weibo\.(?:cn|com)$/, path: /^\/(?:sinaurl|toasturl)$/, parameters: ['u', 'url', 'toasturl'] },
  { host: /^c\.pc\.qq\.com$/, path: /^\/(?:middlem|ios|android|index)\.html$/, parameters: ['pfurl', 'url'] },
  { host: /^(?:www\.)?anonym\.to$|^href\.li$/, rest: true },
];

/** The destination that a redirect service's link names, or null. Only http and https destinations count. */
export function redirectTarget(url: URL): string | null {
  for (const { host, path, parameters = [], rest } of REDIRECTORS) {
    if (!host.test(url.hostname) || (path && !path.test(url.pathname))) continue;
    const named = parameters.map((name) => url.searchParams.get(name)).find((value) => isHttp(value));
    if (named) return named;
    const tail = rest ? url.search.slice(1) : null;
    if (isHttp(tail)) return tail;
  }
  return null;
}

const isHttp = (value: string | null | undefined): value is string => /^https?:\/\/[^/]/i.test(value ?? '');
