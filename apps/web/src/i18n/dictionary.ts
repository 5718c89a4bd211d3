import type { en } from './en/index.js';

type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
/** English sets the keys; every other language must have exactly these. */
export type Dictionary = Words<typeof en>;
