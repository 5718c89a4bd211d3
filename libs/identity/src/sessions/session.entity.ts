import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is logged in. Only a hash of its cookie is kept. */
@Entity({ name: 'user_session' })
export class SessionEntity {
  @PrimaryColumn('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
