import { Injectable, Logger } from '@nestjs/common';
import type { AlertMessage, MessageLanguage } from '../messages/alert-message.js';
import { chartTitle } from '../messages/message-text.js';
import { type AlertPicture, AlertPictures } from './alert-picture.service.js';

/** The picture of a message. A message without its picture is still worth sending; the log says why it lacks one. */
@Injectable()
export class MessagePictures {
  private readonly log = new Logger('Alerts');

  constructor(private readonly pictures: AlertPictures) {}

  async of(message: AlertMessage, language: MessageLanguage): Promise<AlertPicture | null> {
    if (message.picture == null) return null;
    try {
      return await this.pictures.draw(message.picture, {
        title: chartTitle(message, language),
        language,
        theme: 'light',
      });
    } catch (error) {
      this.log.warn(`The chart of "${message.ruleName}" could not be drawn: ${String(error)}`);
      return null;
    }
  }
}
