import type { Drawing } from '../drawing/draw.js';
import { forecastCases } from './forecast-cases.js';
import { netCases } from './net-cases.js';
import { rankingCases } from './ranking-cases.js';

/** Every chart with hostile data, by name; made on demand, since some are large. */
export function galleryCases(): Record<string, () => Drawing> {
  return { ...netCases(), ...rankingCases(), ...forecastCases() };
}
