import { createHmac } from 'node:crypto';
import type { ChannelKind } from '@timbre/contracts';
import type { ChannelPost } from './channel-post.js';
import { signWebhook } from './webhook-signature.js';

/** One HTTP request to a hook, and how to read its answer. */
export interface ChannelRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** These services answer 200 and say in the body whether it worked: the field, and what it then holds. */
  success?: { field: string; value: unknown };
}

export interface ChannelTarget {
  kind: Exclude<ChannelKind, 'email' | 'in-app'>;
  url: string | undefined;
  secret: string | undefined;
  chat: string | undefined;
}

const json = { 'content-type': 'application/json' };

/**
 * The request that tells a hook. The same post makes the same body and id on each try; only signatures of services that
 * bind them to the time differ.
 *
 * @param now ms
 */
export function channelRequest(
  { kind, url = '', secret, chat }: ChannelTarget,
  post: ChannelPost,
  now: number,
): ChannelRequest {
  const { subject, text, picture } = post;
  const both = `${subject}\n${text}`;
  // Services that show no picture beside a text get its address.
  const linked = picture === undefined ? both : `${both}\n${picture.title}: ${picture.url}`;
  switch (kind) {
    case 'webhook':
      return webhook(url, secret, post, now);
    case 'slack': {
      const shown = picture && { attachments: [{ fallback: picture.title, image_url: picture.url }] };
      const body = { text: cutBytes(escapeSlack(both), 30_000), ...shown };
      return { url, headers: json, body: JSON.stringify(body) };
    }
    case 'teams':
      return { url, headers: json, body: JSON.stringify(teamsCard(post)) };
    case 'feishu': {
      const timestamp = Math.floor(now / 1_000);
      const sign =
        secret === undefined ? {} : { timestamp: String(timestamp), sign: hmac(`${timestamp}\n${secret}`, '') };
      const body = { ...sign, msg_type: 'text', content: { text: cutBytes(linked, 18_000) } };
      return { url, headers: json, body: JSON.stringify(body), success: { field: 'code', value: 0 } };
    }
    case 'dingtalk': {
      const signed = new URL(url);
      if (secret !== undefined) {
        signed.searchParams.set('timestamp', String(now));
        signed.searchParams.set('sign', hmac(secret, `${now}\n${secret}`));
      }
      const body =
        picture === undefined
          ? { msgtype: 'text', text: { content: cutBytes(both, 18_000) } }
          : { msgtype: 'markdown', markdown: { title: subject, text: cutBytes(markdownOf(post), 18_000) } };
      return { url: signed.href, headers: json, body: JSON.stringify(body), success: { field: 'errcode', value: 0 } };
    }
    case 'wecom': {
      const body = { msgtype: 'text', text: { content: cutBytes(linked, 2_000) } };
      return { url, headers: json, body: JSON.stringify(body), success: { field: 'errcode', value: 0 } };
    }
    case 'telegram': {
      const base = url === '' ? 'https://api.telegram.org' : url.replace(/\/$/, '');
      // The preview of the picture's address is the picture.
      const preview =
        picture === undefined
          ? { is_disabled: true }
          : { url: picture.url, prefer_large_media: true, show_above_text: true };
      const body = { chat_id: chat, text: cutBytes(both, 4_000), link_preview_options: preview };
      return {
        url: `${base}/bot${secret ?? ''}/sendMessage`,
        headers: json,
        body: JSON.stringify(body),
        success: { field: 'ok', value: true },
      };
    }
    case 'ntfy': {
      const address = new URL(url);
      const topic =
        address.pathname
          .split('/')
          .filter((part) => part !== '')
          .at(-1) ?? '';
      const body = {
        topic,
        title: subject,
        message: cutBytes(text, 3_500),
        priority: post.priority,
        click: post.links[0]?.url,
        ...(picture && { attach: picture.url, filename: 'chart.png' }),
      };
      const headers = secret === undefined ? json : { ...json, authorization: `Bearer ${secret}` };
      return { url: `${address.origin}/`, headers, body: JSON.stringify(body) };
    }
  }
}

function webhook(url: string, secret: string | undefined, post: ChannelPost, now: number): ChannelRequest {
  const { id, type, subject, text, picture, data } = post;
  const timestamp = Math.floor(now / 1_000);
  const body = JSON.stringify({ type, id, subject, text, ...(picture && { chart: picture.url }), data });
  const headers: Record<string, string> = { ...json, 'webhook-id': id, 'webhook-timestamp': String(timestamp) };
  if (secret !== undefined) headers['webhook-signature'] = signWebhook(secret, { id, timestamp, payload: body });
  return { url, headers, body };
}

function teamsCard({ subject, paragraphs, links, picture }: ChannelPost): object {
  const block = (text: string, more: object = {}): object => ({ type: 'TextBlock', wrap: true, text, ...more });
  const content = {
    type: 'AdaptiveCard',
    version: '1.4',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    body: [
      block(subject, { weight: 'Bolder', size: 'Medium' }),
      ...(picture === undefined ? [] : [{ type: 'Image', url: picture.url, altText: picture.title }]),
      ...paragraphs.map((paragraph) => block(paragraph)),
    ],
    actions: links.map(({ title, url }) => ({ type: 'Action.OpenUrl', title, url })),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** The post with its picture on top, in DingTalk's Markdown; signs in the text stand for themselves. */
function markdownOf({ subject, text, picture }: ChannelPost): string {
  const plain = (line: string): string => line.replaceAll(/[\\`*_{}[\]()#+!<>|~]/g, (sign) => `\\${sign}`);
  const lines = text.split('\n').map((line) => {
    const at = line.search(/https?:\/\/\S+$/);
    return at < 0 ? plain(line) : plain(line.slice(0, at)) + line.slice(at);
  });
  const shown = picture === undefined ? '' : `![](${picture.url})\n\n`;
  return `### ${plain(subject)}\n\n${shown}${lines.join('\n\n')}`;
}

const hmac = (key: string, data: string): string => createHmac('sha256', key).update(data).digest('base64');

const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The beginning of a text that fits into so many bytes of UTF-8, cut between characters. */
function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let size = 0;
  let kept = '';
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > most - 3) break;
    kept += character;
  }
  return `${kept}…`;
}
