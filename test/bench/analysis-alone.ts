/** A thread that only reads articles: tells when it is ready, and when told to go, reads its share and says so. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer, loadDefaultCatalogue, loadResources } from '@timbre/analysis';
import type { ArticleLine } from './article-lines.js';

const lines = workerData as ArticleLine[];
const analyzer = createAnalyzer(loadResources());
const catalogue = analyzer.compile(loadDefaultCatalogue());
const read = (share: readonly ArticleLine[]): void => {
  for (const { url, title, text, published } of share) analyzer.analyze({ id: url, title, text, published }, catalogue);
};
read(lines.slice(0, 50));
parentPort?.once('message', () => {
  read(lines);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
