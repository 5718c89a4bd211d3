/** A channel and the one that is told when nobody acknowledges. */
export interface EscalatingChannel {
  id: string;
  name: string;
  /** Id of the next channel. */
  next: string | null;
}

/** Channels hand an alert on in a circle. */
export class EscalationCycleError extends Error {
  constructor(readonly names: readonly string[]) {
    super(`Escalation goes in a circle: ${names.join(' → ')}. Let one of them hand on to nobody.`);
    this.name = 'EscalationCycleError';
  }
}

/**
 * The channels to which an alert is handed on, in order, without the first.
 *
 * @throws EscalationCycleError
 */
export function escalationChain(first: string, channels: readonly EscalatingChannel[]): EscalatingChannel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const chain: EscalatingChannel[] = [];
  const begin = byId.get(first);
  const seen = begin === undefined ? [] : [begin];
  for (let at = byId.get(begin?.next ?? ''); at !== undefined; at = byId.get(at.next ?? '')) {
    const circle = seen.findIndex(({ id }) => id === at?.id);
    seen.push(at);
    if (circle >= 0) throw new EscalationCycleError(seen.slice(circle).map(({ name }) => name));
    chain.push(at);
  }
  return chain;
}
