const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that are kept in sanitised HTML. Everything else loses its tags, or its content too (see below). */
export const KEPT_ELEMENTS = set(
  'a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr',
);

/** Elements that disappear together with what they hold: code and style. Plug-ins leave their fallback text. */
export const DROPPED_WITH_CONTENT = set('script style template noembed noframes xml applet frameset datalist');

/** Elements without an end tag. */
export const VOID_ELEMENTS = set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr',
);

/** Attributes that are kept, on any element. */
export const KEPT_ATTRIBUTES = set('alt title width height colspan rowspan datetime lang dir start reversed controls');

/** Attributes that hold one URL, by the elements on which they are kept. */
export const URL_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['href', set('a')],
  ['src', set('img audio video source')],
  ['poster', set('video')],
  ['cite', set('blockquote q del ins')],
]);

/** Elements that begin a new line of text. */
export const BLOCK_ELEMENTS = set(
  'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** Every element name that reads as markup rather than as words in angle brackets. */
const OTHER_ELEMENTS = set(
  'acronym applet area base basefont bgsound blink body button canvas data datalist dialog dir embed fieldset font form frame frameset head hgroup html iframe input isindex keygen label legend link map marquee math menu meta meter nobr noembed noframes noscript object optgroup option output param plaintext progress script select spacer style svg template textarea tfoot title track xmp',
);

/** Whether a name is that of an HTML element. */
export const isHtmlElement = (name: string): boolean => KEPT_ELEMENTS.has(name) || OTHER_ELEMENTS.has(name);
