import { darkTokens, echartsTheme, lightTokens } from '@timbre/charts';
import type { EChartsOption } from 'echarts';
import { loadGlyphMarker } from './load-glyph-coverage.js';
import { shippedFontFamily, shippedFontFiles } from './shipped-fonts.js';

/** Size in CSS pixels and colours of a picture. */
export interface PictureFormat {
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

/** Names that a drawing gives to its clips and gradients count up within a process; equal data must give equal bytes. */
const countedName = /\bzr\d+-/g;
/** A picture does not react to a pointer: its hover rules and what they hang on are left out (their names count up too). */
const forPointers = /<style ?>[^]*?<\/style>| class="zr[^"]*"| ecmeta_\w+="[^"]*"| pointer-events="visible"/g;

/**
 * Draws a chart on the server as SVG, from the option that a chart of `@timbre/charts` makes. Equal input gives equal
 * bytes. Characters without a glyph are marked (`[U+1F600]`).
 */
export async function renderChartSvg(option: EChartsOption, { width, height, theme }: PictureFormat): Promise<string> {
  const [{ init }, mark] = await Promise.all([import('echarts'), loadGlyphMarker()]);
  const tokens = theme === 'dark' ? darkTokens : lightTokens;
  const base = echartsTheme(tokens);
  const serverTheme = { ...base, textStyle: { ...base.textStyle, fontFamily: shippedFontFamily } };
  const chart = init(null, serverTheme, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return mark(chart.renderToSVGString()).replace(forPointers, '').replace(countedName, 'c-');
  } finally {
    // Without it the process never ends.
    chart.dispose();
  }
}

/**
 * Draws a chart on the server as PNG.
 *
 * @param scale - pixels per CSS pixel; 2 unless told.
 */
export async function renderChartPng(option: EChartsOption, format: PictureFormat, scale = 2): Promise<Buffer> {
  return svgToPng(await renderChartSvg(option, format), format, scale);
}

/** Turns an SVG of ours into a PNG with the shipped fonts, on the surface colour of the theme. */
export async function svgToPng(
  svg: string,
  { width, theme }: Pick<PictureFormat, 'width' | 'theme'>,
  scale = 2,
): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...shippedFontFiles], defaultFontFamily: shippedFontFamily },
    fitTo: { mode: 'width', value: Math.round(width * scale) },
    background: (theme === 'dark' ? darkTokens : lightTokens).surface,
  });
  return picture.render().asPng();
}
