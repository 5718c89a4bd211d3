import { Identity1764000000100 } from './migrations/1764000000100-identity.js';

export { IdentityModule } from './identity.module.js';
export { OwnerSetupService } from './setup/owner-setup.service.js';
export const identityMigrations = [Identity1764000000100];
