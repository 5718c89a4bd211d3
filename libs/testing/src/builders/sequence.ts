import { createHash } from 'node:crypto';

/** Ids for builders: the same on every run, different for every call. */
export function sequence(): { number(): number; uuid(): string } {
  let last = 0;
  return {
    number: () => (last += 1),
    uuid: () => {
      const hex = createHash('sha256')
        .update(String((last += 1)))
        .digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
