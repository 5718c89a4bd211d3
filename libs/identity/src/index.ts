import { CreateIdentity1795100000000 } from './migrations/1795100000000-create-identity.js';

export { IdentityModule } from './identity.module.js';
export { OwnerSetupService } from './setup/owner-setup.service.js';
export const identityMigrations = [CreateIdentity1795100000000];
