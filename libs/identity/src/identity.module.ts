import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AUDIT_TRAIL } from '@timbre/platform';
import { AccessGuard } from './access/access.guard.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { AuditRepository } from './audit/audit.repository.js';
import { AuditService } from './audit/audit.service.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionEntity } from './sessions/session.entity.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { OwnerSetupRepository } from './setup/owner-setup.repository.js';
import { OwnerSetupService } from './setup/owner-setup.service.js';
import { ApiTokenController } from './tokens/api-token.controller.js';
import { ApiTokenEntity } from './tokens/api-token.entity.js';
import { ApiTokenRepository } from './tokens/api-token.repository.js';
import { ApiTokenService } from './tokens/api-token.service.js';
import { UserController } from './users/user.controller.js';
import { UserEntity } from './users/user.entity.js';
import { UserRepository } from './users/user.repository.js';
import { UserService } from './users/user.service.js';

/**
 * Users, sessions, tokens, audit, and the guard that every route of the process stands behind. Global, because features
 * tell the audit without knowing identity.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, SessionEntity, ApiTokenEntity, AuditEntryEntity])],
  controllers: [SessionController, UserController, ApiTokenController, AuditController],
  providers: [
    UserRepository,
    SessionRepository,
    ApiTokenRepository,
    AuditRepository,
    OwnerSetupRepository,
    UserService,
    SessionService,
    ApiTokenService,
    AuditService,
    OwnerSetupService,
    { provide: AUDIT_TRAIL, useExisting: AuditService },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [OwnerSetupService, AUDIT_TRAIL],
})
export class IdentityModule {}
