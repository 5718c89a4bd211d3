/**
 * Sends what waits in the outbox, on a clock of its own that jumps to whatever is due next; dies when it is killed. Tells
 * its parent how late it is. Built code, so that it starts fast: arguments are a database, a host to allow, a start.
 */
import 'reflect-metadata';
import { createDataSource, Database, EgressClient, SecretBox } from '@timbre/platform';
import { ChannelDelivery } from '../../dist/channels/channel-delivery.service.js';
import { ChannelRepository } from '../../dist/channels/channel.repository.js';
import { ChannelService } from '../../dist/channels/channel.service.js';
import { AlertLinks } from '../../dist/links/alert-links.service.js';
import { NotificationRepository } from '../../dist/notifications/notification.repository.js';
import { NotificationSender } from '../../dist/notifications/notification-sender.service.js';

const [url, host, start] = process.argv.slice(2);
const parallel = 8;
/** A worker looks for what is due this often. */
const everyMs = 3_000;

const database = new Database(await createDataSource({ url, poolSize: parallel }).initialize());
const box = new SecretBox('x'.repeat(40));
const channels = new ChannelRepository(database);
const notifications = new NotificationRepository(database);
const egress = new EgressClient({ allow: [host], ports: [443], proxy: undefined, userAgent: 'storm' });
const links = new AlertLinks(box, { publicUrl: undefined, host: '127.0.0.1', port: 3000 });
const delivery = new ChannelDelivery(new ChannelService(channels, box), null, egress, links);
delivery.timeoutMs = 250;
const sender = new NotificationSender(notifications, channels, delivery, { publish: async () => undefined });

for (let now = Number(start); ;) {
  const waiting = await notifications.due(new Date(now), 1_000);
  process.send({ now });
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await sender.send(id, new Date(now));
    }),
  );
  const [{ next }] = await database.query(
    `SELECT min(greatest(next_attempt, coalesce(lease_until, next_attempt))) AS next
     FROM alert_notification WHERE state = 'waiting'`,
  );
  if (next === null) break;
  now = Math.max(now + everyMs, next.getTime());
}
process.send({ done: true });
process.disconnect();
await database.dataSource.destroy();
