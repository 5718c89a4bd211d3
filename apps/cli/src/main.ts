import { describeSettings } from '@timbre/platform';
import { exitCodes, runProgram } from './program.js';

// `timbre … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
});

const level = describeSettings().find((setting) => setting.name === 'LOG_LEVEL')?.value;
process.exitCode = await runProgram(process.argv.slice(2), level === 'debug' || level === 'trace');
