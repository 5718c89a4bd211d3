import { z } from 'zod';

/** A JSONPath query (RFC 9535); `items` starts at the document, the others at one item. */
const jsonPath = z.string().trim().min(1).max(500);
const endpoint = z.url({ protocol: /^https?$/ }).max(2000);

/** Where in a JSON document articles are, and where in each of them what we need is. */
export const jsonMapping = z
  .object({
    items: jsonPath,
    title: jsonPath.optional(),
    url: jsonPath.optional(),
    /** Plain text or HTML. */
    text: jsonPath.optional(),
    /** ISO 8601, the date formats of feeds, or seconds or milliseconds since 1970. */
    published: jsonPath.optional(),
    byline: jsonPath.optional(),
    lang: jsonPath.optional(),
    /** The publisher's own id; without it the address. */
    id: jsonPath.optional(),
    /** Publisher of the item, where one source carries many. */
    outlet: jsonPath.optional(),
  })
  .strict()
  .refine((mapping) => mapping.url !== undefined || mapping.text !== undefined, {
    path: ['url'],
    message: 'Say where the address or the text of an item is.',
  });
export type JsonMapping = z.infer<typeof jsonMapping>;

/** How a JSON API is asked for more. */
export const jsonPaging = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).strict(),
  /** A number in the address that counts up. */
  z
    .object({
      kind: z.literal('page'),
      parameter: z.string().min(1).max(100),
      first: z.int().min(0).max(1_000_000).default(1),
      step: z.int().min(1).max(10_000).default(1),
    })
    .strict(),
  /** A value of the answer that goes into the address. */
  z.object({ kind: z.literal('cursor'), parameter: z.string().min(1).max(100), path: jsonPath }).strict(),
  /** A whole address in the answer. */
  z.object({ kind: z.literal('next'), path: jsonPath }).strict(),
]);
export type JsonPaging = z.infer<typeof jsonPaging>;

export const jsonApiOptions = z
  .object({
    mapping: jsonMapping,
    paging: jsonPaging.default({ kind: 'none' }),
    maxPages: z.int().min(1).max(50).default(5),
  })
  .strict();
export type JsonApiOptions = z.infer<typeof jsonApiOptions>;

export const gdeltOptions = z
  .object({
    /** In GDELT's own syntax. */
    query: z.string().trim().min(3).max(500),
    /** Language of the articles, as GDELT names it: `english`, `chinese`; left out: all 65. */
    language: z
      .string()
      .regex(/^[a-z]{2,30}$/i)
      .optional(),
    /** How far the first poll looks back. */
    lookbackHours: z.int().min(1).max(2160).default(24),
    /** Each publisher counts as an outlet of its own. */
    splitOutlets: z.boolean().default(true),
    endpoint: endpoint.optional(),
  })
  .strict();
export type GdeltOptions = z.infer<typeof gdeltOptions>;

export const hackerNewsOptions = z
  .object({
    query: z.string().trim().max(500).default(''),
    tag: z.enum(['story', 'comment', 'ask_hn', 'show_hn', 'front_page']).default('story'),
    minPoints: z.int().min(0).max(10_000).default(0),
    /** How far each poll looks back: stories gather points after they were posted. */
    lookbackHours: z.int().min(1).max(720).default(72),
    /** Links count for the outlet that they lead to. */
    splitOutlets: z.boolean().default(true),
    endpoint: endpoint.optional(),
  })
  .strict();
export type HackerNewsOptions = z.infer<typeof hackerNewsOptions>;

export const webhookOptions = z
  .object({
    mapping: jsonMapping,
    /** `secret`: whoever knows the address may post; `signature`: each body is signed with the secret (HMAC-SHA256). */
    proof: z.enum(['secret', 'signature']).default('secret'),
  })
  .strict();
export type WebhookOptions = z.infer<typeof webhookOptions>;
