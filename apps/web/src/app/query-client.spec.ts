import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-error.js';
import { sessionQuery } from '../api/queries.js';
import { createQueryClient } from './query-client.js';

const refusal = (status: number) => new ApiError(status, 'no', 'code', null, []);

describe('createQueryClient', () => {
  it('ends the session when any answer says so, and only then', async () => {
    const client = createQueryClient();
    const signedIn = { user: { id: 'u1' }, setupNeeded: false };
    const ask = (status: number) =>
      client
        .fetchQuery({ queryKey: ['coverage', status], queryFn: () => Promise.reject(refusal(status)) })
        .catch(() => null);
    client.setQueryData<unknown>(sessionQuery().queryKey, signedIn);
    await ask(404);
    expect(client.getQueryData(sessionQuery().queryKey)?.user).not.toBeNull();
    await ask(401);
    expect(client.getQueryData(sessionQuery().queryKey)?.user).toBeNull();
  });
});
