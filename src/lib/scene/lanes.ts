import type { ComponentId } from '../machines/components';

/** All components, as one walks through the building: from the person through the phone to what is outside. */
export const LANES: readonly ComponentId[] = [
	'person',
	'mainApp',
	'safari',
	'terminal',
	'pushNotifications',
	'appStoreUpdater',
	'sessionManager',
	'tunnelProcess',
	'kernelRouter',
	'accessPoint',
	'relay',
	'gateway',
	'internet'
];
