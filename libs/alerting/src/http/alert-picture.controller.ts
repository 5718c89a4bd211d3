import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { Access, NotFoundError, RateLimited } from '@timbre/platform';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { AlertLinks } from '../links/alert-links.service.js';
import { refuseLink } from '../links/refuse-link.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { MessagePictures } from '../pictures/message-picture.service.js';

const token = z
  .string()
  .max(2_000)
  .transform((text) => text.replace(/\.png$/, ''));

/** Charts of messages for chat services, which fetch them without signing in. */
@Controller('alert-pictures')
@Access('public')
export class AlertPictureController {
  constructor(
    private readonly links: AlertLinks,
    private readonly notifications: NotificationRepository,
    private readonly pictures: MessagePictures,
  ) {}

  @Get(':token')
  @RateLimited('alert-picture', { points: 60, perSeconds: 60 })
  @Header('x-robots-tag', 'noindex')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async picture(
    @Param('token', { schema: token }) link: string,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<StreamableFile> {
    const { notificationId, language } = this.opened(link);
    const found = await this.notifications.messageOf(notificationId);
    if (found === null) throw new NotFoundError('notification', notificationId);
    const picture = await this.pictures.of(found.message, language);
    if (picture === null) throw new NotFoundError('picture', notificationId);
    // Not before there is one: no answer but a picture is worth keeping for a day.
    response.setHeader('cache-control', 'public, max-age=86400');
    return new StreamableFile(picture.png, { type: 'image/png' });
  }

  private opened(link: string): ReturnType<AlertLinks['pictured']> {
    try {
      return this.links.pictured(link, new Date());
    } catch (error) {
      throw refuseLink(error);
    }
  }
}
