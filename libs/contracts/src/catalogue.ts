import { z } from 'zod';

export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a BCP 47 tag such as "zh" or "en".');

/** A name under which an entity or topic occurs in text. Without `lang` it is looked for in every language. */
export const alias = z.object({
  text: z.string().trim().min(1).max(200),
  lang: language.optional(),
  /** Match capitals exactly: "Meta" but not "meta", "Aria" but not "aria". */
  caseSensitive: z.boolean().optional(),
});
export type Alias = z.infer<typeof alias>;

export const entityKind = z.enum(['person', 'organisation', 'product', 'concept']);
export type EntityKind = z.infer<typeof entityKind>;

/** A person, organisation, product or concept with its names in every language. */
export const catalogueEntity = z.object({
  id: z.string().min(1).max(100),
  kind: entityKind,
  /** Display names by language; `en` and `zh` where they exist. */
  names: z.object({ en: z.string().min(1).max(200), zh: z.string().min(1).max(200).optional() }),
  aliases: z.array(alias).max(200),
  description: z.string().max(1000).optional(),
  /** Organisation that a person works for or that makes a product: an entity id. */
  partOf: z.string().max(100).optional(),
});
export type CatalogueEntity = z.infer<typeof catalogueEntity>;

/** Something that a user follows: a boolean query, with names in every language. */
export const catalogueTopic = z.object({
  id: z.string().min(1).max(100),
  names: z.object({ en: z.string().min(1).max(200), zh: z.string().min(1).max(200).optional() }),
  query: z.string().min(1).max(10_000),
  description: z.string().max(1000).optional(),
});
export type CatalogueTopic = z.infer<typeof catalogueTopic>;

/** All topics and entities that the analysis looks for; `version` grows with every edit. */
export const catalogue = z.object({
  version: z.string(),
  entities: z.array(catalogueEntity),
  topics: z.array(catalogueTopic),
});
export type Catalogue = z.infer<typeof catalogue>;
