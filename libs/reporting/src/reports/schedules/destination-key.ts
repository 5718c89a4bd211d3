import type { ReportDestination } from '@timbre/contracts';

/** Name of a destination in the records of deliveries; the same address in another spelling is the same. */
export function destinationKey(destination: ReportDestination): string {
  switch (destination.kind) {
    case 'mail':
      return `mail:${destination.address.toLowerCase()}`;
    case 'channel':
      return `channel:${destination.channelId}`;
    case 'folder':
      return `folder:${destination.folder}`;
  }
}
