import type { ThemeTokens } from '../theme/tokens.js';

/** Net sentiment of real coverage seldom leaves ±0.6; a ramp over ±1 would paint everything grey. */
const RAMP_END = 0.6;

/** Colour of heat-map cells by net sentiment in `dimension`; beyond the ramp's ends the colour saturates. */
export function divergingScale(theme: ThemeTokens, dimension: number) {
  return {
    type: 'continuous' as const,
    show: false,
    min: -RAMP_END,
    max: RAMP_END,
    dimension,
    inRange: { color: [...theme.diverging] },
    outOfRange: { color: [...theme.diverging] },
  };
}
