import { Injectable, Logger } from '@nestjs/common';
import type { AlertMessage, MessageLanguage } from '../messages/alert-message.js';
import { chartTitle } from '../messages/message-text.js';
import { type AlertPicture, AlertPictures } from './alert-picture.service.js';

/** The picture of a message. */
@Injectable()
export class MessagePictures {
  private readonly log = new Logger('Alerts');

  constructor(private readonly pictures: AlertPictures) {}

  /** Null for a message that has none. @throws PicturesBusyError */
  async of(message: AlertMessage, language: MessageLanguage): Promise<AlertPicture | null> {
    if (message.picture == null) return null;
    return this.pictures.draw(message.picture, { title: chartTitle(message, language), language, theme: 'light' });
  }

  /** The same for sending: a message without its picture is still worth it; the log says why it lacks one. */
  async ifDrawn(message: AlertMessage, language: MessageLanguage): Promise<AlertPicture | null> {
    try {
      return await this.of(message, language);
    } catch (error) {
      this.log.warn(`The chart of "${message.ruleName}" could not be drawn: ${String(error)}`);
      return null;
    }
  }
}
