import 'reflect-metadata';
import { runService } from '@timbre/platform';
import { startApi } from './start-api.js';

await runService('api', startApi);
