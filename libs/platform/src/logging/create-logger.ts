import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Settings } from '../settings/index.js';
import { bounded } from './bounded.js';
import { currentLogFields } from './log-context.js';

export type LogSettings = Pick<Settings, 'logLevel' | 'logFormat'>;

/** Where credentials could show up in logged objects. */
const redacted = [
  'req.headers.authorization',
  'req.headers.cookie',
  'headers.authorization',
  'headers.cookie',
  '*.password',
  '*.secret',
  '*.token',
];

/**
 * The process's logger: JSON lines on stdout, or lines for people when a terminal looks on. Each line carries the
 * request or job it belongs to.
 *
 * @param name - which process: api, worker, serve.
 */
export function createLogger(settings: LogSettings, name: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    name,
    level: settings.logLevel,
    mixin: currentLogFields,
    // One failing batch must not write its articles into the log, time after time.
    serializers: { err: (error: unknown) => bounded(error instanceof Error ? stdSerializers.err(error) : error) },
    redact: { paths: redacted, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (destination !== undefined) return pino(options, destination);
  const pretty = settings.logFormat === 'pretty' || (settings.logFormat === 'auto' && process.stdout.isTTY);
  if (!pretty) return pino(options);
  return pino(options, PinoPretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true }));
}
