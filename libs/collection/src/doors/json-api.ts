import type { JsonApiOptions, JsonPaging } from '@timbre/contracts';
import type { Door, DoorRequest } from './door.js';
import { jsonPath } from './json-path.js';
import { itemMapper } from './map-json-items.js';

type NextRequest = (document: unknown, request: DoorRequest, entries: number) => DoorRequest | null;

/**
 * Any API that answers in JSON.
 * @throws DoorError `door.bad_path`
 */
export function jsonApi(options: JsonApiOptions, address: string): Door {
  const map = itemMapper(options.mapping);
  const next = nextBy(options.paging, address);
  return {
    maxPages: options.paging.kind === 'none' ? 1 : options.maxPages,
    pauseMs: 1_000,
    endsWithKnown: true,
    first: () => ({ url: firstAddress(options.paging, address) }),
    read(document, request, { now }) {
      const { entries, rejected } = map(document, { url: request.url, now });
      return { entries, rejected, next: next(document, request, entries.length + rejected.length) };
    },
  };
}

function firstAddress(paging: JsonPaging, address: string): string {
  return paging.kind === 'page' ? withParameter(address, paging.parameter, String(paging.first)) : address;
}

function nextBy(paging: JsonPaging, address: string): NextRequest {
  switch (paging.kind) {
    case 'none':
      return () => null;
    case 'page':
      return (_document, request, items) => {
        const page = Number(new URL(request.url).searchParams.get(paging.parameter)) + paging.step;
        return items === 0 ? null : { url: withParameter(address, paging.parameter, String(page)) };
      };
    case 'cursor': {
      const find = jsonPath(paging.path);
      return (document, request) => {
        const cursor = find(document)[0];
        if ((typeof cursor !== 'string' && typeof cursor !== 'number') || cursor === '') return null;
        const url = withParameter(address, paging.parameter, String(cursor));
        return url === request.url ? null : { url };
      };
    }
    case 'next': {
      const find = jsonPath(paging.path);
      return (document, request) => {
        const link = find(document)[0];
        if (typeof link !== 'string' || !URL.canParse(link, request.url)) return null;
        const url = new URL(link, request.url);
        // Request headers may hold credentials: they were given for one origin.
        return url.origin === new URL(address).origin && url.href !== request.url ? { url: url.href } : null;
      };
    }
  }
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}
