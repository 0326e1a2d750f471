import { windowsWord, xmlText } from './quote.ts';
import { descriptionOf, type Manager, type Service } from './service.ts';

/** The task of Windows’ task scheduler, where nobody has tried it. */
export function windowsText(service: Service, manager: Manager): string {
  const [program = '', ...before] = service.program.command;
  const atStart = manager.of === 'system';
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    `    <Description>${xmlText(descriptionOf(service))}</Description>`,
    '  </RegistrationInfo>',
    '  <Triggers>',
    `    <${atStart ? 'BootTrigger' : 'LogonTrigger'}>`,
    '      <Enabled>true</Enabled>',
    `    </${atStart ? 'BootTrigger' : 'LogonTrigger'}>`,
    '  </Triggers>',
    '  <Principals>',
    '    <Principal id="Author">',
    ...(manager.of === 'system' ? [`      <UserId>${xmlText(manager.user)}</UserId>`] : []),
    `      <LogonType>${atStart ? 'S4U' : 'InteractiveToken'}</LogonType>`,
    '      <RunLevel>LeastPrivilege</RunLevel>',
    '    </Principal>',
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '    <RestartOnFailure>',
    '      <Interval>PT1M</Interval>',
    '      <Count>60</Count>',
    '    </RestartOnFailure>',
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${xmlText(program)}</Command>`,
    `      <Arguments>${xmlText([...before, ...service.args].map(windowsWord).join(' '))}</Arguments>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ].join('\n');
}
