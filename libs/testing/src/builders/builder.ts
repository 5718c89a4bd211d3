/**
 * Makes a builder from a function that gives a valid default; a test names only what it is about.
 *
 * @example
 * const ids = sequence();
 * export const anArticle = builder(() => ({ id: ids.uuid(), title: 'Title', text: 'Text.' }));
 * anArticle({ title: '标题' });
 */
export function builder<Thing extends object>(defaults: () => Thing): (parts?: Partial<Thing>) => Thing {
  return (parts = {}) => ({ ...defaults(), ...parts });
}
