import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { type Correction, correctionInput } from '@timbre/contracts';
import { Access, CurrentUser, EventBus, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { CorrectionService } from '../corrections/correction.service.js';

const id = z.uuid();

@Controller('articles/:article/corrections')
@Access('analyst', 'articles:write')
export class CorrectionController {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly events: EventBus,
  ) {}

  /** Corrects or confirms a label, a speaker or a forecast; takes the place of an earlier judgement of the same. */
  @Post()
  async correct(
    @Param('article', { schema: id }) articleId: string,
    @Body({ schema: correctionInput }) input: z.output<typeof correctionInput>,
    @CurrentUser() by: Principal,
  ): Promise<Correction> {
    const made = await this.corrections.correct(articleId, input, by, new Date());
    await this.events.publish('correction.changed', { articleId });
    return made;
  }

  @Delete(':id')
  @HttpCode(204)
  async undo(
    @Param('article', { schema: id }) articleId: string,
    @Param('id', { schema: id }) correctionId: string,
    @CurrentUser() by: Principal,
  ): Promise<void> {
    await this.corrections.undo(articleId, correctionId, by, new Date());
    await this.events.publish('correction.changed', { articleId });
  }
}
