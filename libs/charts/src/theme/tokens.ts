/** Colours and type of one theme; the web's style sheet, the browser's charts and the server's pictures all read these. */
export interface ThemeTokens {
  name: 'light' | 'dark';
  /** Page, card and raised surfaces, from back to front. */
  page: string;
  surface: string;
  raised: string;
  ink: string;
  /** Secondary text, still AA on `surface`. */
  quiet: string;
  /** Hairlines and grid. */
  line: string;
  /** Borders of fields and buttons. */
  edge: string;
  /** Small explanations over everything; their text is white. */
  spotlight: string;
  /** The zero line of net sentiment: stronger than the grid. */
  zero: string;
  accent: string;
  accentQuiet: string;
  negative: string;
  neutral: string;
  positive: string;
  /** Text that speaks a sentiment needs more contrast than a mark. */
  negativeText: string;
  positiveText: string;
  /** Diverging ramp from −1 to +1 for heat maps, seven steps. */
  diverging: readonly string[];
  /** Qualitative set for series that are not sentiment: distinct in lightness as well as in hue. */
  series: readonly string[];
}

export const lightTokens: ThemeTokens = {
  name: 'light',
  page: '#FAFAF8',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  ink: '#1C2430',
  quiet: '#5B6675',
  line: '#E4E6EA',
  edge: '#BFC6D0',
  spotlight: '#1C2430',
  zero: '#8A94A3',
  accent: '#4338CA',
  accentQuiet: '#EEF0FF',
  negative: '#C2410C',
  neutral: '#94A3B8',
  positive: '#0F766E',
  negativeText: '#B03A0A',
  positiveText: '#0F6B64',
  diverging: ['#B13A0B', '#DA7A4E', '#F2C4AE', '#EDEFF2', '#A9D6D0', '#4E9F97', '#0F6B64'],
  series: ['#2B5FA8', '#8A3F96', '#A3721A', '#2F8299', '#6C7A1F', '#B0447A', '#7B5B45', '#5A6A80'],
};

export const darkTokens: ThemeTokens = {
  name: 'dark',
  page: '#10141A',
  surface: '#171C24',
  raised: '#1F2630',
  ink: '#E6E9EE',
  quiet: '#9AA5B4',
  line: '#2A323D',
  edge: '#465262',
  spotlight: '#36414F',
  zero: '#5F6B7A',
  accent: '#A5ABFF',
  accentQuiet: '#262B4D',
  negative: '#FB923C',
  neutral: '#64748B',
  positive: '#2DD4BF',
  negativeText: '#FB923C',
  positiveText: '#2DD4BF',
  diverging: ['#FB923C', '#C06A2B', '#6B4028', '#2A323D', '#1F5A58', '#22968C', '#2DD4BF'],
  series: ['#7FB0F5', '#D08BDD', '#DDB055', '#6CC5DC', '#B4C45A', '#EE8DB8', '#C9A58B', '#A5B3C7'],
};

export const fontFamily =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
