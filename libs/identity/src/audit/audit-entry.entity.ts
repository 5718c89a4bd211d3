import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what, when. Written once, never changed. */
@Entity({ name: 'audit_entry' })
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('text', { name: 'user_name', nullable: true }) userName!: string | null;
  @Column('text') action!: string;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('jsonb', { nullable: true }) detail!: Record<string, unknown> | null;
}
