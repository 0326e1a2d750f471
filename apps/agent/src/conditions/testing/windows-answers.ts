import type { FactName } from '../probe.ts';

/** What Windows answered to a part of our question, as somebody showed it. */
export interface WindowsAnswer {
  /** Where the question and the answer are shown. */
  readonly shownAt: string;
  readonly answer: string;
  readonly seen: Partial<Readonly<Record<FactName, string | number | boolean>>>;
}

const SHOWN = 'openwrt.org/docs/guide-user/network/wifi/ms-meteredconnection';

/** The cost of a connection as Windows PowerShell lists it (`Format-List`), blank lines around it. */
const cost = (type: string): string => `
ApproachingDataLimit          : False
NetworkCostType               : ${type}
OverDataLimit                 : False
Roaming                       : False
BackgroundDataUsageRestricted : False

`;

export const WINDOWS_ANSWERS: readonly WindowsAnswer[] = [
  { shownAt: SHOWN, answer: cost('Unrestricted'), seen: { metered: false, roaming: false } },
  // Told there in words: a network that says that it is metered changes this line.
  { shownAt: SHOWN, answer: cost('Fixed'), seen: { metered: true, roaming: false } },
];
