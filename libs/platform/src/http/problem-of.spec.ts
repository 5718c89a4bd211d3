import { ForbiddenException } from '@nestjs/common';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.js';
import { NotFoundError, ProblemError } from './problem-error.js';
import { problemOf } from './problem-of.js';

const driverError = (code: string): Error => Object.assign(new Error('password=hunter2'), { driverError: { code } });

it.each([
  [new NotFoundError('topic', 'x'), 404, 'topic.not_found'],
  [new ForbiddenException(), 403, 'http.403'],
  [driverError('23505'), 409, 'conflict.duplicate'],
  [driverError('22021'), 400, 'input.text'],
  [driverError('ECONNREFUSED'), 503, 'database.unavailable'],
  [driverError('57P01'), 503, 'database.unavailable'],
  [driverError('XX000'), 500, 'internal'],
  [Object.assign(new Error('x'), { status: 413, type: 'entity.too.large' }), 413, 'body.too_large'],
  [Object.assign(new Error('x'), { status: 599 }), 500, 'internal'],
  ['a string', 500, 'internal'],
  [undefined, 500, 'internal'],
])('%s → %i %s', (error, status, code) => {
  const problem = problemOf(error);
  expect(problem).toMatchObject({ status, code });
  expect(JSON.stringify(problem)).not.toContain('hunter2');
});

it('names the path of each wrong field', () => {
  const { error } = z.object({ a: z.array(z.number()) }).safeParse({ a: [1, 'x'] });
  expect(problemOf(error)).toMatchObject({ status: 400, errors: [{ path: 'a.1' }] });
});

it('reads its own cursors back and refuses others with a problem', () => {
  const parts = z.tuple([z.iso.datetime(), z.string()]);
  const key: [string, string] = ['2026-01-01T00:00:00Z', '标识'];
  expect(decodeCursor(parts, encodeCursor(key))).toEqual(key);
  for (const cursor of ['', 'x', encodeCursor([1, 2]), encodeCursor([])]) {
    expect(() => decodeCursor(parts, cursor)).toThrow(ProblemError);
  }
});
