import { article, describePacket } from './packets';
import { repaired } from './repairs';
import type { KernelState, Rule } from './rule';
import { flagOn, isForRelay, isLocal, isOwnVoice } from './ruleConditions';

export type { KernelContext, KernelState, Rule, RuleAction } from './rule';

const ACTIVE: readonly KernelState[] = ['tunnelDown', 'tunnelUp'];

/**
 * How a packet's fate is decided: the first row that holds, top row first (design, section 2).
 * `noRoute` at the bottom is ours: it catches what no other row describes.
 */
export const RULES = {
	noVpn: {
		name: 'no VPN',
		when: 'no active profile',
		states: ['noVpn'],
		holds: () => true,
		then: 'physicalInterface',
		evidence: 'documented',
		claims: [],
		source: 'RFC 1122, section 3.3.1',
		text: (packet) => `No VPN profile is active, so the ${describePacket(packet)} leaves by the physical interface.`,
		short: 'leaves directly',
		cause: 'no VPN profile is active',
		leaksWhileTrusted: true
	},
	ownLookup: {
		name: 'own lookup',
		when: 'from the tunnel process, asking where its relay is, flag off',
		states: ACTIVE,
		holds: (packet, kernel) => packet.purpose === 'relayLookup' && !flagOn(kernel),
		then: 'physicalInterface',
		fate: 'exempt',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023',
		text: (packet) => `The ${describePacket(packet)} leaves by the physical interface, since there is no tunnel yet.`,
		short: 'passes',
		cause: 'to find its relay: there is no tunnel yet'
	},
	/** Without it no app that looks its relay up by name could connect under the flag; nobody has described how it leaves. */
	ownLookupFlagOn: {
		name: 'own lookup, flag on',
		when: 'the same, flag on',
		states: ACTIVE,
		holds: (packet) => packet.purpose === 'relayLookup',
		then: 'physicalInterface',
		fate: 'exempt',
		evidence: 'assumed',
		claims: [],
		text: (packet) =>
			`The ${describePacket(packet)} leaves by the physical interface although the flag is on: the tunnel process has no other way to its relay.`,
		short: 'passes',
		cause: 'flag on, but it has no other way to its relay'
	},
	outerTraffic: {
		name: 'outer traffic',
		when: 'from the tunnel process to its relay',
		states: ACTIVE,
		holds: (packet) => packet.sender === 'tunnelProcess' && packet.boundTo === undefined,
		then: 'physicalInterface',
		fate: 'exempt',
		evidence: 'observed',
		claims: ['C11', 'C16'],
		text: (packet) =>
			`The ${describePacket(packet)} leaves by the physical interface: what the tunnel process sends to its relay is let past its own tunnel.`,
		short: 'passes',
		cause: 'to its relay: let past its own tunnel'
	},
	systemExempt: {
		name: 'system exempt',
		when: 'DHCP, captive portal, cellular services, device companion',
		states: ACTIVE,
		holds: (packet) => packet.purpose === 'lease',
		then: 'localNetwork',
		fate: 'exempt',
		evidence: 'documented',
		claims: ['C03'],
		source: 'Apple, includeAllNetworks',
		text: (packet) =>
			`The ${describePacket(packet)} goes out by the physical interface: Apple keeps it out of every tunnel.`,
		short: 'exempt',
		cause: 'Apple keeps DHCP out of every tunnel',
		moment: 'Exempt by design'
	},
	downloaderExempt: {
		name: 'downloader exempt',
		when: 'repaired: an app download',
		states: ACTIVE,
		holds: (packet, kernel) => repaired(kernel, 'downloaderExempt') && packet.purpose === 'download',
		then: 'physicalInterface',
		fate: 'exempt',
		evidence: 'assumed',
		claims: [],
		text: (packet) => `Repaired: the ${describePacket(packet)} is exempt and leaves by the physical interface.`,
		short: 'passes',
		cause: 'repaired: an app download is exempt',
		repair: 'downloaderExempt'
	},
	ownVoiceFlagOff: {
		name: 'own voice, flag off',
		when: 'from the tunnel process, bound to the tunnel, flag off, interface there',
		states: ACTIVE,
		holds: (packet, kernel) => isOwnVoice(packet) && !flagOn(kernel) && kernel.utun,
		then: 'utun',
		evidence: 'observed',
		claims: ['C08', 'C20'],
		text: (packet) =>
			`The tunnel process’s own ${describePacket(packet)} goes into the tunnel, as another app’s would.`,
		short: 'into the tunnel',
		cause: 'flag off: its own packet goes in as another app’s would',
		looksAtFlag: true
	},
	ownVoiceFlagOn: {
		name: 'own voice, flag on',
		when: 'from the tunnel process, bound to the tunnel, flag on, whatever API made it',
		states: ACTIVE,
		holds: (packet, kernel) => isOwnVoice(packet) && flagOn(kernel),
		then: 'drop',
		fate: 'vanished',
		evidence: 'observed',
		claims: ['C09', 'C10', 'C13', 'C20'],
		text: (packet) =>
			`The tunnel process’s own ${describePacket(packet)} is not seen again: it never comes out of the tunnel.`,
		short: 'thrown away',
		cause: 'flag on: the tunnel process’s own packet does not come out of utun',
		shortEvidence: 'assumed',
		moment: 'A packet vanishes',
		looksAtFlag: true
	},
	heldEcho: {
		name: 'held, no connection',
		when: 'flag on, profile active, tunnel not up, another app’s echo request',
		states: ['tunnelDown'],
		holds: (packet, kernel) => flagOn(kernel) && packet.purpose === 'terminalPing',
		then: 'hold',
		fate: 'held',
		evidence: 'assumed',
		claims: ['C26'],
		text: (packet) =>
			`The ${describePacket(packet)} is held as well, though no connection goes with it: with the flag on the tunnel has to be up first.`,
		short: 'held back',
		cause: 'flag on, tunnel down: a ping waits like a connection',
		moment: 'A ping waits',
		looksAtFlag: true,
		wantsTunnel: true
	},
	held: {
		name: 'held',
		when: 'flag on, profile active, tunnel not up, another process’s connection',
		states: ['tunnelDown'],
		holds: (packet, kernel) => flagOn(kernel) && packet.sender !== 'tunnelProcess',
		then: 'hold',
		fate: 'held',
		evidence: 'observed',
		claims: ['C26', 'C30'],
		text: (packet) =>
			`The ${describePacket(packet)} is held: with the flag on no connection is ready until the tunnel is up.`,
		short: 'held back',
		cause: 'flag on, tunnel down: connections wait',
		moment: 'A connection waits',
		looksAtFlag: true,
		wantsTunnel: true
	},
	local: {
		name: 'local',
		when: 'to the local network: flag off, or flag on with excludeLocalNetworks',
		states: ACTIVE,
		holds: (packet, kernel) =>
			isLocal(packet, kernel) && (!flagOn(kernel) || kernel.inForce?.excludeLocalNetworks === true),
		then: 'localNetwork',
		fate: 'leaked',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (LocalNet), USENIX Security 2023; Mullvad, on LocalNet; Apple, excludeLocalNetworks',
		text: (packet) =>
			`The ${describePacket(packet)} goes straight to the access point, outside the tunnel: the lease calls ${article(packet.destination)} a neighbour.`,
		short: 'leaves outside',
		cause: 'the lease calls the web site a neighbour',
		moment: 'A LocalNet leak',
		looksAtFlag: true
	},
	localClosed: {
		name: 'local, closed',
		when: 'to the local network, flag on, local networks not excluded, tunnel up',
		states: ['tunnelUp'],
		holds: (packet, kernel) => isLocal(packet, kernel) && flagOn(kernel) && kernel.utun,
		then: 'utun',
		evidence: 'documented',
		claims: ['C01'],
		source: 'Apple, excludeLocalNetworks; Mullvad’s list of known issues',
		text: (packet) =>
			`The ${describePacket(packet)} goes into the tunnel although the lease calls ${article(packet.destination)} a neighbour: the flag is on, and local networks are not excluded.`,
		short: 'into the tunnel',
		cause: 'flag on, and local networks not excluded',
		looksAtFlag: true
	},
	relayAddress: {
		name: 'relay address',
		when: 'to the relay’s own address from another process, flag off',
		states: ACTIVE,
		holds: (packet, kernel) => !flagOn(kernel) && isForRelay(packet, kernel),
		then: 'physicalInterface',
		fate: 'leaked',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023',
		text: (packet) =>
			`The ${describePacket(packet)} leaves outside the tunnel: it goes to what the phone takes for its relay’s address.`,
		short: 'leaves outside',
		cause: 'flag off: to what the phone takes for its relay’s address',
		moment: 'A ServerIP leak',
		looksAtFlag: true
	},
	relayAddressClosed: {
		name: 'relay address, closed',
		when: 'to the relay’s own address from another process, flag on, tunnel up',
		states: ['tunnelUp'],
		holds: (packet, kernel) => isForRelay(packet, kernel) && flagOn(kernel) && kernel.utun,
		then: 'utun',
		evidence: 'assumed',
		claims: ['C01'],
		text: (packet) =>
			`The ${describePacket(packet)} goes into the tunnel: that the flag closes this hole is taken for granted here, and nobody has shown it.`,
		short: 'into the tunnel',
		cause: 'flag on: assumed to close this hole; nobody has shown it',
		looksAtFlag: true
	},
	userTraffic: {
		name: 'user traffic',
		when: 'tunnel up',
		states: ['tunnelUp'],
		holds: (packet, kernel) => packet.sender !== 'tunnelProcess' && kernel.utun,
		then: 'utun',
		evidence: 'observed',
		claims: ['C11', 'C16'],
		text: (packet) => `The ${describePacket(packet)} goes into the tunnel, by utun.`,
		short: 'into the tunnel',
		cause: 'tunnel up: what apps send goes by utun'
	},
	leak: {
		name: 'leak',
		when: 'flag off, tunnel down',
		states: ['tunnelDown'],
		holds: (packet, kernel) => !flagOn(kernel) && packet.sender !== 'tunnelProcess',
		then: 'physicalInterface',
		fate: 'leaked',
		evidence: 'reported',
		claims: ['C29'],
		source: 'partout-io/partout#244; netbirdio/ios-client#157',
		text: (packet) =>
			`The ${describePacket(packet)} leaves outside the tunnel, which is down: without the flag, nothing makes it wait.`,
		short: 'leaves outside',
		cause: 'flag off, tunnel down: nothing makes it wait',
		moment: 'A leak',
		looksAtFlag: true,
		wantsTunnel: true
	},
	noRoute: {
		name: 'no route',
		when: 'nothing above holds',
		states: ACTIVE,
		holds: () => true,
		then: 'refuse',
		fate: 'refused',
		evidence: 'assumed',
		claims: [],
		text: (packet) => `The ${describePacket(packet)} is refused: its interface is gone.`,
		short: 'refused',
		cause: 'its interface is gone'
	}
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleId = keyof typeof RULES;
/** Every rule’s name, in the order in which they are tried. */
export const RULE_IDS = Object.keys(RULES) as RuleId[];

/** The row of this name, with every column that a row may have. */
export const ruleNamed = (id: RuleId): Rule => RULES[id];
