/**
 * Rollcall as a service of the system: it starts with the machine, and again after a crash.
 * - `installService`, `removeService`, `serviceStatus`, `serviceLogs`: what `rollcall service` runs; each answers an exit code.
 * - `seeService`: what the doctor sees of the service that looks after a folder.
 */
export { type InstallOptions, type PrintFor, type WhichOptions } from './commands.ts';
export { type Host, type Io } from './host.ts';
export { installService } from './install.ts';
export { serviceLogs, serviceStatus } from './look.ts';
export { removeService } from './remove.ts';
export { isServiceName, type Limits, type ServiceKind } from './service.ts';
export { seeService, type SeenService } from './sight.ts';
