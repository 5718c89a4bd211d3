/** A source whose time has come. */
export interface DueSource {
  id: string;
  url: string;
  /** What the schedule wrote as its next attempt. */
  due: Date;
}

/**
 * Due sources in waves with at most one of each host, so that a host with many feeds is asked at its pace and does not
 * keep others waiting.
 */
export function pollWaves(due: readonly DueSource[]): DueSource[][] {
  const waves: DueSource[][] = [];
  const started = new Map<string, number>();
  for (const source of due) {
    const host = URL.canParse(source.url) ? new URL(source.url).hostname : source.url;
    const wave = started.get(host) ?? 0;
    started.set(host, wave + 1);
    (waves[wave] ??= []).push(source);
  }
  return waves;
}
