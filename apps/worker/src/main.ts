import 'reflect-metadata';
import { runService } from '@timbre/platform';
import { limitHeapGrowth } from './heap-growth.js';
import { startWorker } from './start-worker.js';

limitHeapGrowth();
await runService('worker', startWorker);
