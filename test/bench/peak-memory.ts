/** Resident memory is looked at this often, in ms. */
const every = 20;

/** By how many bytes the resident memory of this process grew at most while the work went on, and how long it took in ms. */
export async function peakGrowth(work: () => Promise<void>): Promise<{ bytes: number; ms: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), every);
  const start = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return { bytes: Math.max(most, process.memoryUsage.rss()) - before, ms: performance.now() - start };
}
