import type { IconName } from '@luotsi/platform/web';

/** The main ways through Luotsi, in the order of the loop. */
export const ways = [
  { to: '/calendar', name: 'navigation.calendar', icon: 'calendar' },
  { to: '/programmes', name: 'navigation.programme', icon: 'voyage' },
  { to: '/assessment', name: 'navigation.assessment', icon: 'assessment' },
  { to: '/plans', name: 'navigation.plans', icon: 'plan' },
  { to: '/regions', name: 'navigation.network', icon: 'network' },
] as const satisfies readonly { to: string; name: string; icon: IconName }[];
