export { EventBus, type EventListener } from './event-bus.js';
export { EventsHttpModule } from './events.controller.js';
export { EventsModule } from './events.module.js';
