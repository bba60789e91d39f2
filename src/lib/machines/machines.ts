import { appStoreUpdater } from './appStoreUpdater';
import { pushNotifications, safari, terminal } from './apps';
import type { ComponentId } from './components';
import { kernelRouter } from './kernelRouter';
import { mainApp } from './mainApp';
import { accessPoint, gateway, internet, relay } from './networkHosts';
import { person } from './person';
import { sessionManager } from './sessionManager';
import { withTransitionRefs } from './transitionRef';
import { tunnelProcess } from './tunnelProcess';
import type { AnyStateMachine } from 'xstate';

const DEFINITIONS: Readonly<Record<ComponentId, AnyStateMachine>> = {
	mainApp,
	tunnelProcess,
	kernelRouter,
	appStoreUpdater,
	sessionManager,
	safari,
	terminal,
	pushNotifications,
	accessPoint,
	relay,
	gateway,
	internet,
	person
};

/**
 * One machine for each component: the only definitions there are, for the model and the pictures. The note of each
 * transition says which transition it belongs to.
 */
export const MACHINES = Object.fromEntries(
	Object.entries(DEFINITIONS).map(([component, machine]) => [component, withTransitionRefs(machine)])
) as typeof DEFINITIONS;
