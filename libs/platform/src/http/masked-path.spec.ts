import { describe, expect, it } from 'vitest';
import { maskedPath } from './masked-path.js';

const secret = 'c2VjcmV0-_.x';

describe('maskedPath', () => {
  it.each([
    ['/api/v1/hooks/source-1/SECRET', '/api/v1/hooks/source-1/…'],
    ['/api/v1/shared/SECRET', '/api/v1/shared/…'],
    ['/api/v1/shared/SECRET/report.pdf', '/api/v1/shared/…/report.pdf'],
    ['/api/v1/alert-mutes/SECRET/8', '/api/v1/alert-mutes/…/8'],
    ['/api/v1/alert-pictures/SECRET.png', '/api/v1/alert-pictures/…'],
    ['/api/v1/unsubscribe/SECRET/', '/api/v1/unsubscribe/…/'],
    ['/API/v1/Shared/SECRET', '/API/v1/Shared/…'],
    ['//api/v1//shared//SECRET', '//api/v1//shared//…'],
    ['/shared/SECRET', '/shared/…'],
  ])('takes the secret out of %s', (path, masked) => {
    expect(maskedPath(path.replace('SECRET', secret))).toBe(masked);
  });

  it.each([
    '/',
    '/health/live',
    '/api/v1/hooks/source-1',
    '/api/v1/shared/',
    '/api/v1/reports/7/shares',
    '/api/v1/topics/shared/x',
  ])('leaves %s as it is', (path) => {
    expect(maskedPath(path)).toBe(path);
  });
});
