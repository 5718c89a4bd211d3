import type { Heatmap, Provenance } from '@timbre/contracts';

export interface HeatmapInput {
  heatmap: Heatmap;
  provenance: Provenance;
}
