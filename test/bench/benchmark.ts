/** One number that a benchmark found. */
export interface Measurement {
  name: string;
  value: number;
  /** E.g. "×", "MB", "articles/s". */
  unit?: string;
  /** The goal in words, e.g. "≥ 15 ×"; only ratios and memory have one. */
  goal?: string;
  /** Whether the goal was met; nothing where there is none. */
  met?: boolean;
}

/** What a `*.bench.ts` module exports. */
export interface Benchmark {
  /** By which it is asked for. */
  name: string;
  run: () => Promise<Measurement[]>;
}
