import type { CoverageSeries, Provenance } from '@timbre/contracts';

export interface VolumeInput {
  series: CoverageSeries;
  provenance: Provenance;
}
