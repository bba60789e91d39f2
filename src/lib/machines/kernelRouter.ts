import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import type { ModelEvent } from './events';
import type { Knobs } from './knobs';
import { componentOf, type Packet } from './packets';
import { repaired, repairsOf } from './repairs';
import { RULES, RULE_IDS, ruleHolds, type KernelContext, type KernelState, type Rule, type RuleId } from './rules';
import { IPC_MS, LAN_MS, NETWORK_MS } from './timings';

const LEASE: Packet = {
	protocol: 'udp',
	purpose: 'lease',
	sender: 'kernelRouter',
	destination: 'accessPoint',
	segment: 'request'
};

const soon = (to: Post['to'], event: ModelEvent): Post => ({ to, event, delayMs: IPC_MS });

/** Where a packet goes when it leaves the phone by the physical interface. */
function leaves(packet: Packet): Post {
	const to = componentOf(packet.destination);
	const near = to === 'accessPoint';
	return { to, event: { type: 'packet.arrive', packet, from: 'kernelRouter' }, delayMs: near ? LAN_MS : NETWORK_MS };
}

/** The local network's own path: whatever the address says, the access point gets it. */
const toNeighbour = (packet: Packet): Post => ({
	to: 'accessPoint',
	event: { type: 'packet.arrive', packet, from: 'kernelRouter' },
	delayMs: LAN_MS
});

/**
 * What a rule does, as messages. A packet of the tunnel process also gets its send call's return
 * value: success whether it was passed on or thrown away (C09).
 */
function carryOut(rule: Rule, packet: Packet): Post[] {
	const slip = packet.boundTo ? [soon(packet.sender, { type: 'send.ok', packet })] : [];
	// With a profile active and no tunnel, traffic that wants out starts the tunnel on demand (C27).
	const demand =
		rule === RULES.leak || rule === RULES.held
			? [soon('sessionManager', { type: 'traffic.wantsNetwork', packet })]
			: [];
	switch (rule.then) {
		case 'utun':
			return [soon('tunnelProcess', { type: 'packet.read', packet }), ...slip];
		case 'physicalInterface':
			return [leaves(packet), ...demand];
		case 'localNetwork':
			return [toNeighbour(packet)];
		case 'drop':
			return slip;
		case 'hold':
			return [soon(packet.sender, { type: 'connection.waiting', packet }), ...demand];
		case 'refuse':
			return [soon(packet.sender, { type: 'send.error', packet })];
	}
}

const packetOf = (event: ModelEvent): Packet => (event as { packet: Packet }).packet;

const builder = setup({
	types: { context: {} as KernelContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		rule: ({ context, event }, params: { id: RuleId; state: KernelState }) =>
			ruleHolds(params.id, packetOf(event), params.state, context),
		'the packet is an envelope for the tunnel process': ({ event }) => packetOf(event).protocol === 'wireguard',
		'it is a lease for the web site’s own range': ({ event }) =>
			packetOf(event).purpose === 'lease' && packetOf(event).answer === 'lying',
		'it is a lease': ({ event }) => packetOf(event).purpose === 'lease',
		'it drops the flag for an update': ({ context, event }) =>
			repaired(context, 'flagDropped') && event.type === 'profile.activate' && !event.configuration.includeAllNetworks,
		'the flag is on and it came in the clear': ({ context, event }) =>
			context.inForce?.includeAllNetworks === true &&
			packetOf(event).purpose !== 'relayLookup' &&
			!(repaired(context, 'downloaderExempt') && packetOf(event).purpose === 'download') &&
			!(context.inForce.excludeLocalNetworks && context.lan === 'coversWebsite')
	}
});

const { assign } = builder;

/** The rule table as transitions: one for each row that can hold in this state, in the table's order. */
const rulesFor = (state: KernelState) =>
	RULE_IDS.filter((id) => (RULES[id] as Rule).states.includes(state)).map((id) => ({
		guard: { type: 'rule' as const, params: { id, state } },
		actions: [
			because(`rule.${id}`),
			...(RULES[id].then === 'hold'
				? [assign({ held: ({ context, event }) => [...context.held, packetOf(event)] })]
				: []),
			{ type: 'post' as const, params: ({ event }: { event: ModelEvent }) => carryOut(RULES[id], packetOf(event)) }
		]
	}));

const releaseHeld = {
	type: 'post' as const,
	params: ({ context }: { context: KernelContext }) =>
		context.held.flatMap((packet) => [
			soon(packet.sender, { type: 'connection.ready', packet }),
			soon('kernelRouter', { type: 'packet.send', packet })
		])
};

const askForLease = { type: 'post' as const, params: [soon('kernelRouter', { type: 'packet.send', packet: LEASE })] };

const enforce = ({ event }: { event: ModelEvent }) => (event.type === 'profile.activate' ? event.configuration : null);

/** Where every packet meets the rules. Its three states and what it remembers are all they look at. */
export const kernelRouter = builder.createMachine({
	id: 'kernelRouter',
	initial: 'noVpn',
	context: ({ input }) => ({
		inForce: null,
		utun: false,
		relayAddress: 'relay',
		lan: 'none',
		held: [],
		...repairsOf(input)
	}),
	on: {
		// Whoever joins a network has no lease there yet.
		'link.up': { actions: [because('kernel.joinsNetwork'), assign({ lan: 'none' }), askForLease] },
		reboot: {
			target: '.noVpn',
			actions: [
				because('kernel.reboots'),
				assign({ inForce: null, utun: false, relayAddress: 'relay', lan: 'none', held: [] }),
				askForLease
			]
		},
		'packet.write': {
			actions: [
				because('kernel.deliversFromTunnel'),
				{
					type: 'post',
					params: ({ event }) =>
						soon(componentOf(event.packet.destination), { type: 'packet.receive', packet: event.packet })
				}
			]
		},
		'packet.inbound': [
			{
				guard: 'it is a lease for the web site’s own range',
				actions: [because('kernel.lyingLease'), assign({ lan: 'coversWebsite' })]
			},
			{ guard: 'it is a lease', actions: [because('kernel.honestLease'), assign({ lan: 'honest' })] },
			{
				guard: 'the packet is an envelope for the tunnel process',
				actions: [
					because('kernel.passesEnvelope'),
					{
						type: 'post',
						params: ({ event }) => soon('tunnelProcess', { type: 'packet.datagram', packet: event.packet })
					}
				]
			},
			{ guard: 'the flag is on and it came in the clear', actions: [because('kernel.dropsClearReply')] },
			{
				actions: [
					because('kernel.deliversClear'),
					{
						type: 'post',
						params: ({ event }) =>
							soon(componentOf(event.packet.destination), { type: 'packet.receive', packet: event.packet })
					}
				]
			}
		],
		'connection.cancel': {
			actions: [
				because('kernel.forgetsHeld'),
				assign({
					held: ({ context, event }) => context.held.filter((packet) => packet.sender !== packetOf(event).sender)
				})
			]
		},
		'interface.configure': {
			actions: [
				because('kernel.interfaceThere'),
				assign({
					utun: true,
					relayAddress: ({ event }) => (event.type === 'interface.configure' ? event.relayAddress : 'relay')
				})
			]
		},
		'interface.remove': { actions: [because('kernel.interfaceGone'), assign({ utun: false, relayAddress: 'relay' })] }
	},
	states: {
		noVpn: {
			on: {
				'packet.send': rulesFor('noVpn'),
				'profile.activate': {
					target: 'tunnelDown',
					actions: [because('kernel.profileInForce'), assign({ inForce: enforce })]
				},
				'profile.deactivate': { actions: [because('kernel.noProfile')] }
			}
		},
		tunnelDown: {
			on: {
				'packet.send': rulesFor('tunnelDown'),
				'tunnel.up': {
					target: 'tunnelUp',
					actions: [because('kernel.tunnelUp'), releaseHeld, assign({ held: [] })]
				},
				'tunnel.down': { actions: [because('kernel.stillDown')] },
				'profile.activate': [
					{
						guard: 'it drops the flag for an update',
						actions: [because('repair.kernelDropsFlag'), releaseHeld, assign({ inForce: enforce, held: [] })]
					},
					{ actions: [because('kernel.profileInForce'), assign({ inForce: enforce })] }
				],
				'profile.deactivate': {
					target: 'noVpn',
					actions: [because('kernel.profileGone'), releaseHeld, assign({ inForce: null, held: [] })]
				}
			}
		},
		tunnelUp: {
			on: {
				'packet.send': rulesFor('tunnelUp'),
				'tunnel.down': { target: 'tunnelDown', actions: [because('kernel.tunnelDown')] },
				'profile.deactivate': {
					target: 'noVpn',
					actions: [because('kernel.profileGone'), assign({ inForce: null })]
				}
			}
		}
	}
});
