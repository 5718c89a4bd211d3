/** What one run of a suite found. */
export interface SuiteResult {
  passed: number;
  total: number;
  goalMet: boolean;
  /**
   * For a goal that is not reached yet: whether the run is no worse than what was reached. It then fails only when it
   * falls back; the table says MISSED all the same.
   */
  heldGround?: boolean;
  /** A line per failure, for people; the driver prints the first few. */
  failures: string[];
  /** Measures that are no pass rate, e.g. "F1 .93, wrong dates 1.2 %". */
  note?: string;
}

/** Cases that nobody here wrote, and how to judge ours by them. */
export interface Suite {
  /** Name of the archive without `.tar.xz`. */
  name: string;
  goal: string;
  /** @param dir where the archive was unpacked */
  run(dir: string): Promise<SuiteResult>;
}
