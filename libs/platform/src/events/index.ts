export { EventBus, type EventListener } from './event-bus.js';
export { EventsModule } from './events.module.js';
