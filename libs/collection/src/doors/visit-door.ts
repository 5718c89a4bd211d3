import type { KeyedEntry } from '../entries/announced-entry.js';
import { DoorError } from './door-error.js';
import type { Door, DoorRequest, DoorVisit } from './door.js';
import type { RejectedItem } from './map-json-items.js';

export interface DoorFindings {
  entries: KeyedEntry[];
  rejected: RejectedItem[];
  /** Questions asked. */
  pages: number;
  /** Whether more was there than one visit may ask. */
  cut: boolean;
}

/** What a visit needs of the world. */
export interface DoorWorld {
  /** Body of the answer. */
  ask(request: DoorRequest): Promise<Uint8Array>;
  pause(ms: number): Promise<void>;
  /** Whether any of the entries is not stored yet. */
  anyNew(entries: readonly KeyedEntry[]): Promise<boolean>;
}

/**
 * Asks a door until it has told all, or as much as one visit may. What was read before a failure is in `findings`.
 * @throws DoorError, and what `ask` throws
 */
export async function visitDoor(
  door: Door,
  visit: DoorVisit,
  world: DoorWorld,
  findings: DoorFindings = { entries: [], rejected: [], pages: 0, cut: false },
): Promise<DoorFindings> {
  let request: DoorRequest | null = door.first(visit);
  while (request !== null) {
    if (findings.pages >= door.maxPages) {
      findings.cut = true;
      break;
    }
    if (findings.pages > 0 && door.pauseMs > 0) await world.pause(door.pauseMs);
    const page = door.read(parseJson(await world.ask(request)), request, visit);
    findings.pages += 1;
    findings.entries.push(...page.entries);
    findings.rejected.push(...page.rejected);
    if (page.next !== null && door.endsWithKnown && !(await world.anyNew(page.entries))) break;
    request = page.next;
  }
  return findings;
}

/** APIs put their complaints into plain text or HTML: the beginning is what a person needs to see. */
function parseJson(body: Uint8Array): unknown {
  const text = new TextDecoder('utf-8').decode(body).trim();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const beginning = text
      .slice(0, 2000)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    throw new DoorError('door.not_json', `The answer is not JSON. It says: ${beginning}`);
  }
}
