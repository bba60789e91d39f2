import type { Evidence } from './evidence';
import { isRepairReason, REASONS, type ReasonId } from './reasons';

/**
 * What would show that a reason or a rule is wrong, where more can be said than its level says of all: for those on which
 * most depends. They have a table of their own, since no page that plays a run needs them.
 */
const REFUTATIONS: Partial<Record<ReasonId, string>> = {
	'rule.ownVoiceFlagOn':
		'With the flag on, a capture on utun with a packet that the tunnel process has bound to it, or a reply to one.',
	'rule.ownVoiceFlagOff':
		'With the flag off, a tunnel process that reads from utun and never gets what it has itself sent there.',
	'rule.outerTraffic':
		'A capture in which datagrams of the tunnel process for its relay come out of utun. Two projects report that of their own sockets, with the flag on.',
	'rule.ownLookup': 'A capture in which the question for the relay’s name goes through a tunnel that is not up yet.',
	'rule.ownLookupFlagOn':
		'With the flag on, an app that looks its relay up by name and gets no answer, because the question is held or dropped.',
	'rule.systemExempt': 'With the flag on, a capture on utun with a DHCP message of the phone itself.',
	'rule.held':
		'With the flag on and the tunnel down, another app’s NWConnection that becomes ready, or its SYN on the physical interface.',
	'rule.heldEcho':
		'With the flag on and the tunnel down, a ping of another app that fails at once with an error, or leaves the phone.',
	'rule.local': 'On a Wi-Fi that claims a public range, a capture in which packets for that range go into the tunnel.',
	'rule.localClosed':
		'With the flag on and local networks not excluded, packets for a claimed range outside the tunnel. IVPN’s assessment of May 2024 says that such a setting does not help.',
	'rule.relayAddress':
		'An app that looks its relay up by name, on a network that lies, from which packets for that address still go into the tunnel.',
	'rule.relayAddressClosed':
		'The ServerIP attack of TunnelCrack, repeated with the flag on: packets for the address that was lied about, outside the tunnel.',
	'rule.userTraffic': 'With the tunnel up and nothing else said about it, another app’s traffic outside the tunnel.',
	'rule.leak':
		'With the flag off and the tunnel down, in an update, after a crash or while it connects, a capture in which nothing leaves outside the tunnel.',

	'update.begins': 'With the flag on, an update by hand or by itself that does not begin at all.',
	'update.beginsFromXcode': 'What Xcode does to a phone that is connected with the flag on: nobody has described it.',
	'update.stopsTunnel':
		'A log in which the new app is downloaded before the old tunnel process ends. A report of 2016, from before the flag, says that the update hangs, and that it succeeds with Connect On Demand off; of the order it says nothing.',
	'update.waits': 'With the flag on, an update that completes while the VPN was connected when it began.',
	'update.noRetry': 'What the press says: after the reboot the App Store tries again, and the phone locks up again.',
	'update.willRetry': 'A phone whose App Store leaves the update alone after the reboot.',

	'session.cannotLaunch':
		'With the flag on, a log in which the old tunnel process is launched again while its app is being updated.',
	'session.launchesNothing':
		'A locked phone on which a tunnel process is launched once the download is cancelled, or the profile removed.',
	'session.suspended':
		'A log of an update in which a tunnel process runs between SIGTERM and the end of the installation.',
	'session.removesSuspended':
		'A locked phone that has its network back once the profile is removed; Apple’s words on removal let one expect it.',
	'session.removesMeanwhile': 'A session that ends at once when its profile is removed in the middle of an update.',
	'session.staysStuck': 'A locked phone that has its network back as soon as the download is cancelled.',
	'session.firstToggle': 'A locked phone that has its network back when the VPN is switched once.',
	'session.toggleInVain':
		'A locked phone that has its network back by toggling alone, with the download still waiting.',
	'session.toggleRestores': 'Many locked phones, none of which comes back by cancelling and toggling twice.',
	'session.toggledOff':
		'What several projects report: with on-demand on, the tunnel comes straight back when it is switched off in Settings.',
	'session.rebootArmed': 'A phone that restarts with on-demand on, and on which no traffic starts the tunnel.',
	'session.sigterm':
		'A log of an update in which the old tunnel process gets stopTunnel with the reason appUpdate, and no signal.',

	'kernel.reboots': 'A locked phone that is still without a network after a reboot, with no new update begun.',
	'kernel.tunnelDown':
		'With the flag on and the tunnel down, anything but Apple’s own exceptions that leaves the phone.',
	'kernel.tunnelUp': 'A connection that was held and does not become ready when the tunnel process says that it is up.',
	'kernel.profileInForce':
		'With the flag on, traffic that leaves between the start of a session and the tunnel’s being up.',
	'kernel.profileGone': 'After a disconnect by hand, with on-demand off, traffic that is still held.',
	'push.waits':
		'A locked phone that shows a new push notification. By Apple’s documents pushes stay outside the tunnel.',
	'icmp.sendmsgOk': 'With the flag on, an error from the call that sends the echo request.',
	'tcp.waits':
		'With the flag on, an NWTCPConnection or a bound NWConnection of the tunnel process that gets beyond waiting.',
	'tcp.waitsUnanswered':
		'An NWTCPConnection, an NWConnection or a connection of gVisor’s whose SYN goes unanswered for a second, in another state than waiting.',
	'tunnel.heartbeat':
		'The app’s code already: it probes every ten seconds only while traffic flows, and otherwise after two minutes. For a quiet tunnel it is our simplification.',
	'app.isReplaced': 'A way in which an app learns that it is about to be replaced, and can act on it.',
	'tunnel.works': 'A version of the app that takes its tunnel to work without an answer from the gateway.'
};

/** What would show that something is wrong which is known in this way, where nothing more particular can be said of it. */
export const LEVEL_REFUTATIONS: Readonly<Record<Evidence, string>> = {
	observed: 'A capture, a log or a screen recording in which something else happens.',
	documented: 'A passage of the source that says something else, or a phone that is seen to do something else.',
	code: 'The lines of that code that do something else, or a log of the app in which it does something else.',
	reported: 'The same steps on a named version of iOS, with another outcome.',
	assumed: 'Any observation, document or code that says what happens instead.'
};

/** A candidate repair says what could be, and nothing about phones. */
const NOTHING = 'Nothing: it is a “what if”, and says nothing about phones as they are.';

/**
 * What would show that a reason, or a rule by its reason, is wrong.
 * @param id its name
 * @returns a sentence of its own, or the one that its level has
 */
export const refutationOf = (id: ReasonId): string =>
	REFUTATIONS[id] ?? (isRepairReason(id) ? NOTHING : LEVEL_REFUTATIONS[REASONS[id].evidence]);
