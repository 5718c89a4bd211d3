import { QueryFailedError } from 'typeorm';
import { expect, it } from 'vitest';
import { createLogger } from './create-logger.js';
import { withLogFields } from './log-context.js';
import { NestLogger } from './nest-logger.js';

function recording() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const pino = createLogger({ logLevel: 'debug', logFormat: 'json' }, 'test', { write });
  return { lines, log: new NestLogger(pino) };
}

it('gives each line the request and job it belongs to, across awaits', async () => {
  const { lines, log } = recording();
  await withLogFields({ requestId: 'r1' }, async () => {
    await Promise.resolve();
    withLogFields({ jobId: 'j1' }, () => log.log('inside', 'Context'));
  });
  log.log('outside');
  expect(lines).toMatchObject([
    { requestId: 'r1', jobId: 'j1', context: 'Context', msg: 'inside', level: 'info' },
    { msg: 'outside' },
  ]);
  expect(lines[1]).not.toHaveProperty('requestId');
});

it('keeps errors with their stack and hides credentials', () => {
  const { lines, log } = recording();
  log.error('it failed', new RangeError('why'), 'Context');
  log.warn({ headers: { authorization: 'Bearer hunter2' }, body: { password: 'hunter2' } });
  expect(lines[0]).toMatchObject({ err: { type: 'RangeError', message: 'why' }, context: 'Context' });
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

it('logs a failed statement without the content that it was given, at bounded length', () => {
  const { lines, log } = recording();
  const article = 'confidential text '.repeat(50_000);
  const driverError = Object.assign(new Error(`invalid input syntax: ${article}`), { code: '22P02', detail: article });
  const failure = new QueryFailedError('INSERT INTO article …', [[article]], driverError);
  log.error(failure, 'Workers');
  log.warn('outer', new Error(article, { cause: new AggregateError([failure], 'all failed') }), 'Workers');
  for (const line of lines) expect(JSON.stringify(line).length).toBeLessThan(30_000);
  expect(lines[0]).toMatchObject({ err: { type: 'QueryFailedError', code: '22P02' } });
  expect(lines[0]?.err).not.toHaveProperty('parameters');
});

it('ends in spite of an object that holds itself', () => {
  const { lines, log } = recording();
  const error: Error & { self?: unknown } = new Error('round');
  error.self = { again: error };
  log.error(error);
  expect(lines[0]).toMatchObject({ err: { message: 'round' } });
});
