import type { Drawing } from '../drawing/draw.js';
import { alertCases } from './alert-cases.js';
import { forecastCases } from './forecast-cases.js';
import { netCases } from './net-cases.js';
import { rankingCases } from './ranking-cases.js';
import { spreadCases } from './spread-cases.js';

/** Every chart with hostile data, by name; made on demand, since some are large. */
export function galleryCases(): Record<string, () => Drawing> {
  return { ...netCases(), ...rankingCases(), ...forecastCases(), ...alertCases(), ...spreadCases() };
}
