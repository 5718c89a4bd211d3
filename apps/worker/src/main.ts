import 'reflect-metadata';
import { runService } from '@timbre/platform';
import { startWorker } from './start-worker.js';

await runService('worker', startWorker);
