import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Annotation, annotationInput, annotationQuery } from '@timbre/contracts';
import { Access, CurrentUser, EventBus, NotFoundError, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { AnnotationRepository, type StoredAnnotation } from '../annotations/annotation.repository.js';

const annotationId = z.uuid();

/** Events on charts: everyone sees them, analysts pin them. */
@Controller('annotations')
@Access('viewer')
export class AnnotationController {
  constructor(
    private readonly annotations: AnnotationRepository,
    private readonly events: EventBus,
  ) {}

  @Get()
  async list(
    @Query({ schema: annotationQuery }) { from, to, target }: z.output<typeof annotationQuery>,
  ): Promise<Annotation[]> {
    return (await this.annotations.within(new Date(from), new Date(to), target)).map(present);
  }

  @Post()
  @Access('analyst', 'articles:write')
  async pin(
    @Body({ schema: annotationInput }) input: z.output<typeof annotationInput>,
    @CurrentUser() by: Principal,
  ): Promise<Annotation> {
    const note: StoredAnnotation = { ...input, id: randomUUID(), at: new Date(input.at), madeByName: by.name };
    await this.annotations.insert(note, by.userId, new Date());
    await this.events.publish('annotations.changed', {});
    return present(note);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'articles:write')
  async unpin(@Param('id', { schema: annotationId }) id: string): Promise<void> {
    if (!(await this.annotations.delete(id))) throw new NotFoundError('annotation', id);
    await this.events.publish('annotations.changed', {});
  }
}

const present = ({ at, madeByName, ...note }: StoredAnnotation): Annotation => ({
  ...note,
  at: at.toISOString(),
  madeBy: madeByName,
});
