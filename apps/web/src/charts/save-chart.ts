import { echartsTheme, toCsv, type ChartContext, type Drawing } from '@timbre/charts';

/** Pictures are saved at a size that suits a slide, whatever the window's. */
const PICTURE_WIDTH = 960;
const SHARPNESS = 2;

export type ChartFile = 'png' | 'svg' | 'csv';

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** File name from a title: letters and digits of any script, words joined by hyphens. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `${stem === '' ? 'chart' : stem}.${extension}`;
}

async function svgOf(drawing: Drawing, context: ChartContext): Promise<string> {
  const { init } = await import('./echarts-core.js');
  const chart = init(null, echartsTheme(context.theme), {
    renderer: 'svg',
    ssr: true,
    width: context.width,
    height: drawing.height(context.width),
  });
  chart.setOption({ ...drawing.option(context), backgroundColor: context.theme.surface });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

async function pngOf(drawing: Drawing, context: ChartContext): Promise<Blob> {
  const { init } = await import('./echarts-core.js');
  const canvas = document.createElement('div');
  const chart = init(canvas, echartsTheme(context.theme), {
    width: context.width,
    height: drawing.height(context.width),
    devicePixelRatio: SHARPNESS,
  });
  chart.setOption({ ...drawing.option(context), backgroundColor: context.theme.surface });
  const picture = chart.renderToCanvas({ pixelRatio: SHARPNESS });
  chart.dispose();
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png');
  });
}

/** Draws a chart anew at the size of a slide and hands it to the browser as a file. */
export async function saveChart(drawing: Drawing, kind: ChartFile, title: string, screen: ChartContext): Promise<void> {
  const context = { ...screen, width: PICTURE_WIDTH };
  const name = fileName(title, kind);
  switch (kind) {
    case 'csv':
      return save(new Blob([toCsv(drawing.table(context))], { type: 'text/csv;charset=utf-8' }), name);
    case 'svg':
      return save(new Blob([await svgOf(drawing, context)], { type: 'image/svg+xml' }), name);
    case 'png':
      return save(await pngOf(drawing, context), name);
  }
}
