import { describe, expect, it } from 'vitest';
import { mayChange, maySee } from './dashboard-access.js';

const roles = ['viewer', 'analyst', 'admin'] as const;
const seenBy = (readers: 'owner' | 'analyst' | 'viewer') =>
  roles.filter((role) => maySee({ owner: 'ann', readers }, { userId: 'bob', role }));

describe('access to a dashboard', () => {
  it('is its owner’s and the administrators’, whoever else may look', () => {
    expect(mayChange({ owner: 'ann', readers: 'viewer' }, { userId: 'ann', role: 'viewer' })).toBe(true);
    expect(roles.filter((role) => mayChange({ owner: 'ann', readers: 'viewer' }, { userId: 'bob', role }))).toEqual([
      'admin',
    ]);
  });

  it('opens to those it is shared with and everyone above them', () => {
    expect(seenBy('owner')).toEqual(['admin']);
    expect(seenBy('analyst')).toEqual(['analyst', 'admin']);
    expect(seenBy('viewer')).toEqual(['viewer', 'analyst', 'admin']);
  });
});
