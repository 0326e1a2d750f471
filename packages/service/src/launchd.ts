import { xmlText } from './quote.ts';
import { type Manager, type Service } from './service.ts';

/** More than a server or a device takes to end. Seconds. */
const STOP = 60;
/** Between two starts, at least. Seconds. */
const PAUSE = 15;
const OPEN_FILES = 65_536;
/** Only its own user reads what it writes, as launchd wants it: in decimal. */
const UMASK = 0o077;

export function launchdLabel({ kind, name }: Pick<Service, 'kind' | 'name'>): string {
  return `org.rollcall.${kind}${name === null ? '' : `.${name}`}`;
}

/** The property list of a launchd job, for macOS, where nobody has tried it. */
export function launchdText(service: Service, manager: Manager, logs: string): string {
  const { program, args } = service;
  const log = `${logs}/${launchdLabel(service)}.log`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...entry('Label', launchdLabel(service)),
    ...(manager.of === 'system' ? entry('UserName', manager.user) : []),
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[...program.command, ...args].map((word) => `    <string>${xmlText(word)}</string>`),
    '  </array>',
    '  <key>RunAtLoad</key>',
    '  <true/>',
    '  <key>KeepAlive</key>',
    '  <dict>',
    '    <key>SuccessfulExit</key>',
    '    <false/>',
    '  </dict>',
    ...number('ThrottleInterval', PAUSE),
    ...number('ExitTimeOut', STOP),
    ...number('Umask', UMASK),
    '  <key>SoftResourceLimits</key>',
    '  <dict>',
    '    <key>NumberOfFiles</key>',
    `    <integer>${OPEN_FILES}</integer>`,
    '  </dict>',
    ...entry('StandardOutPath', log),
    ...entry('StandardErrorPath', log),
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

function entry(key: string, value: string): string[] {
  return [`  <key>${key}</key>`, `  <string>${xmlText(value)}</string>`];
}

function number(key: string, value: number): string[] {
  return [`  <key>${key}</key>`, `  <integer>${value}</integer>`];
}
