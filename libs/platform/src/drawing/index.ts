export { loadGlyphMarker } from './load-glyph-coverage.js';
export { type PictureFormat, renderChartPng, renderChartSvg, svgToPng } from './render-chart.js';
export { shippedFontFamily, shippedFontFiles } from './shipped-fonts.js';
