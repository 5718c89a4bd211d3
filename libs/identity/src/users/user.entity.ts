import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@timbre/contracts';

/** A person who can log in. Deleted users are gone; disabled ones keep their name in the audit. */
@Entity({ name: 'app_user' })
export class UserEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('boolean') disabled!: boolean;
  @Column('jsonb') preferences!: { language?: 'en' | 'zh-CN'; theme?: 'light' | 'dark' | 'system'; timeZone?: string };
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at', nullable: true }) lastSeenAt!: Date | null;
}
