import { ACTS, type ActId } from '../sim/acts';
import type { ModelEvent } from '../machines/events';
import { describePacket, type Packet } from '../machines/packets';
import { SLIPS } from './flights';
import { stateLabel } from './stateLabels';

/** Messages that fly without a slip of paper, or whose slip needs the picture around it to be understood. */
const PLAIN: Partial<Record<ModelEvent['type'], string>> = {
	'link.up': 'link up',
	'profile.activate': 'profile in force',
	'profile.deactivate': 'profile not in force',
	'profile.remove': 'remove profile',
	'profile.removed': 'profile removed',
	'interface.configure': 'configure utun',
	'interface.remove': 'remove utun',
	'tunnel.up': 'tunnel up',
	'tunnel.down': 'tunnel down',
	'connection.waiting': 'connection waiting',
	'connection.ready': 'connection ready',
	'connection.cancel': 'cancel connection',
	startVPNTunnel: 'startVPNTunnel',
	stopVPNTunnel: 'stopVPNTunnel',
	'update.request': 'update requested',
	'update.relaunched': 'relaunched',
	'update.announced': 'an update is coming',
	'update.appReady': 'ready for the update',
	'app.replace': 'replace the app',
	'app.restore': 'restore the app',
	'app.remove': 'remove the app',
	'connect.tap': 'tap on Connect',
	'disconnect.tap': 'tap on Disconnect',
	'toggle.tap': 'tap on the VPN switch',
	'cancel.tap': 'tap on Cancel',
	'uninstall.tap': 'uninstall',
	'page.open': 'open a page',
	'ping.type': 'ping 10.64.0.1',
	'push.arrive': 'a push is due',
	'relay.fail': 'relays down',
	'relay.recover': 'relays up'
};

/** A packet in few words, without its destination and without its envelopes, which its glyph shows. */
const packetLabel = (packet: Packet): string =>
	describePacket(packet.inner ?? packet)
		.replace(/ for .*$/, '')
		.replace(/^(ephemeral peer|WireGuard) /, '');

/** Whether a message is a packet on its way, and not merely about one. */
export const isPacket = (event: ModelEvent): event is Extract<ModelEvent, { type: `packet.${string}` }> =>
	event.type.startsWith('packet.');

/** A timer’s name as in its machine, in words: “after ping gap”; null when it is none. */
const timerWords = ({ type }: ModelEvent): string | null =>
	type.startsWith('xstate.after.') ? `after ${stateLabel(type.split('.')[2] ?? '')}` : null;

/** A message in the few words that an arrow has room for, in the field’s own terms: “SIGTERM”, “probe request”. */
export function messageLabel(event: ModelEvent): string {
	if (isPacket(event)) return packetLabel(event.packet);
	switch (event.type) {
		case 'act':
			return ACTS[event.act as ActId].label;
		case 'status.change':
			return `status: ${event.status}`;
		case 'profile.edit':
			return Object.entries(event.change)
				.map(([setting, on]) => `${setting} ${on ? 'on' : 'off'}`)
				.join(', ');
		default:
			return timerWords(event) ?? PLAIN[event.type] ?? SLIPS[event.type]?.[0] ?? stateLabel(event.type);
	}
}
