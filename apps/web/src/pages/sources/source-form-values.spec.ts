import { sourceInput } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { sourceBody, sourceChanges, type SourceFormValues } from './source-form-values.js';

describe('source form', () => {
  it('makes what the API takes of a JSON source', () => {
    const values: SourceFormValues = {
      kind: 'json',
      name: 'API',
      url: 'https://a.example/list',
      outlet: '',
      family: null,
      headerLines: 'Authorization: Bearer a:b\nnonsense\n X-Key : 1 ',
      options: { mapping: { items: '$.items', url: '$.u', title: '' }, paging: { kind: 'none' } },
    };
    const body = sourceBody(values);
    expect(body).toEqual({
      kind: 'json',
      name: 'API',
      url: 'https://a.example/list',
      headers: { Authorization: 'Bearer a:b', 'X-Key': '1' },
      options: { mapping: { items: '$.items', url: '$.u' }, paging: { kind: 'none' } },
    });
    expect(sourceInput.safeParse(body).success).toBe(true);
  });

  it('empties what may be empty when a source is changed, and keeps its headers', () => {
    const changes = sourceChanges({ kind: 'feed', name: 'F', family: '', retentionDays: null, headerLines: '' });
    expect(changes).toEqual({ name: 'F', family: null, retentionDays: null });
  });
});
