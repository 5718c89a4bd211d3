import type { ItemFacts } from '../catalogue/catalogue.repository.js';

/** An item as the HTTP API shows it. */
export function itemRow<Item extends ItemFacts>(
  item: Item,
  articles = 0,
): Omit<Item, 'updatedAt'> & { updatedAt: string; articles: number } {
  return { ...item, updatedAt: item.updatedAt.toISOString(), articles };
}
